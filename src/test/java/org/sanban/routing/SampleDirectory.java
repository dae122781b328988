package org.sanban.routing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The bodies of the sample province, one abolished, one whose superior is not recorded, and one division of the office. */
final class SampleDirectory implements Bodies {

    private final Map<String, Body> bodies = new LinkedHashMap<>();

    SampleDirectory() {
        Map<String, Long> ids = new HashMap<>();
        for (JsonNode o : read("organizations.yaml").get("organizations")) {
            ids.put(o.get("id").asString(), ids.size() + 1L);
            Long superior = o.get("superior").isNull() ? null : ids.get(o.get("superior").asString());
            String dual = o.has("dual_superior") ? o.get("dual_superior").asString() : null;
            add(o.get("id").asString(), o.get("name").asString(), o.get("short").asString(), o.get("type").asString(),
                    o.get("level").asInt(), superior, dual, true);
        }
        Long city = of("ORG-CC").id();
        Long office = of("ORG-YLB").id();
        add("CITY-BUREAU", "澄川市水利局", "市水利局", "DEPARTMENT", 2, city, null, true);
        add("STATE-WATER", "国家水利主管部门", "国家水利主管部门", "STATE_BODY", 0, of("ORG-GWY").id(), null, true);
        add("ABOLISHED", "云岭省物资局", "省物资局", "DEPARTMENT", 1, of("ORG-YL").id(), null, false);
        add("LOOSE", "雾东县供销合作社联合社", "县供销社", "OTHER", 3, null, null, true);
        add("BWC", "办文处", "办文处", "DIVISION", 1, office, null, true);
    }

    private void add(
            String code, String name, String shortName, String type, int tier, @Nullable Long superior, @Nullable String dual, boolean active) {
        bodies.put(code, new Body(bodies.size() + 1, name, shortName, Body.Type.valueOf(type), tier, superior, dual, active));
    }

    Body of(String code) {
        return Optional.ofNullable(bodies.get(code)).orElseThrow();
    }

    @Override
    public Optional<Body> byId(long id) {
        return bodies.values().stream().filter(b -> b.id() == id).findFirst();
    }

    @Override
    public Optional<Body> named(String name) {
        return bodies.values().stream()
                .filter(b -> b.name().equals(name) || b.shortName().equals(name))
                .min(Comparator.comparing(b -> !b.active()));
    }

    /** Names of the sample government's leaders, in order. */
    static List<String> leaders() {
        List<String> names = new ArrayList<>();
        read("staff.yaml").get("leaders").forEach(leader -> names.add(leader.get("name").asString()));
        return names;
    }

    static JsonNode read(String file) {
        try (InputStream yaml = Files.newInputStream(Path.of("db/sample", file))) {
            return new YAMLMapper().readTree(yaml);
        } catch (IOException gone) {
            throw new IllegalStateException(gone);
        }
    }
}
