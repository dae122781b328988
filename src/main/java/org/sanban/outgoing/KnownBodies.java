package org.sanban.outgoing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sanban.people.Organizations.Organization;
import org.sanban.routing.Bodies;
import org.sanban.routing.Body;

/** The directory of bodies as the rules of writing ask it, retired ones included. */
final class KnownBodies implements Bodies {

    private final Map<Long, Body> byId = new LinkedHashMap<>();

    KnownBodies(List<Organization> all) {
        all.forEach(o -> byId.put(o.id(), new Body(
                o.id(), o.name(), o.shortName(), Body.Type.valueOf(o.type()), o.tier(), o.superior(), o.dualSuperior(), o.active())));
    }

    /** A unit of this office. */
    static Body unit(long id, String name) {
        return new Body(-id, name, name, Body.Type.DIVISION, 1, null, null, true);
    }

    @Override
    public Optional<Body> byId(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public Optional<Body> named(String name) {
        return byId.values().stream()
                .filter(b -> b.name().equals(name) || b.shortName().equals(name))
                .min(java.util.Comparator.comparing(b -> !b.active()));
    }
}
