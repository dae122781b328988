package org.sanban.outgoing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sanban.people.Directory;
import org.sanban.people.Organizations;
import org.springframework.stereotype.Component;

/** Collective recipients (统称: 各市（州）人民政府，省直各部门): printed as one name, sent to each body that it means. */
@Component
class Collectives {

    /** @param whole everybody named by it gets the paper; else those whom the sender picks (有关部门) */
    record Spread(String collective, boolean whole, List<Draft.Recipient> members) {}

    private final OutgoingRules rules;
    private final Organizations organizations;
    private final Directory directory;

    Collectives(OutgoingRules rules, Organizations organizations, Directory directory) {
        this.rules = rules;
        this.organizations = organizations;
        this.directory = directory;
    }

    /** Whom a recipient means: itself, or the members of every collective name that it consists of. */
    List<Spread> of(Draft.Recipient recipient) {
        if (recipient.organization() != null || recipient.unit() != null) {
            return List.of(one(recipient));
        }
        List<Optional<OutgoingRules.Collective>> parts = Arrays.stream(recipient.name().split("[，、]")).map(name -> named(name.strip())).toList();
        return parts.stream().allMatch(Optional::isPresent) ? parts.stream().flatMap(Optional::stream).map(this::spread).toList() : List.of(one(recipient));
    }

    /** Names that are known, for whoever types one. */
    List<String> names() {
        return rules.collectives().stream().map(OutgoingRules.Collective::name).toList();
    }

    private static Spread one(Draft.Recipient recipient) {
        return new Spread("", true, List.of(recipient));
    }

    private Optional<OutgoingRules.Collective> named(String name) {
        return rules.collectives().stream().filter(c -> c.name().equals(name)).findFirst();
    }

    private Spread spread(OutgoingRules.Collective c) {
        Stream<Draft.Recipient> members = c.ofUnits()
                ? directory.units().stream().filter(u -> !directory.membersOf(u.id()).isEmpty()).map(u -> new Draft.Recipient(u.name(), null, u.id()))
                : organizations.all().stream().filter(o -> o.active() && o.type().equals(c.type()) && c.tier() != null && o.tier() == c.tier())
                        .map(o -> new Draft.Recipient(o.name() + (c.suffix() == null ? "" : c.suffix()), o.id(), null));
        return new Spread(c.name(), !c.picked(), members.toList());
    }
}
