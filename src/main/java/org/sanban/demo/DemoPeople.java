package org.sanban.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sanban.people.Actor;
import org.sanban.people.CalendarFile;
import org.sanban.people.CalendarYear;
import org.sanban.people.Calendars;
import org.sanban.people.Clearance;
import org.sanban.people.Leaders;
import org.sanban.people.Organizations;
import org.sanban.people.Organizations.Organization;
import org.sanban.people.PersonForm;
import org.sanban.people.Persons;
import org.sanban.people.PostForm;
import org.sanban.people.Posts;
import org.sanban.people.Roles;
import org.sanban.people.UnitForm;
import org.sanban.people.Units;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Units, persons, roles, counterparts and calendar of the fictional office. Loads into an empty database only, all or nothing. */
@Component
@Profile("!production")
@ConditionalOnProperty(name = "sanban.demo", matchIfMissing = true, havingValue = "true")
@Order(10)
class DemoPeople implements ApplicationRunner {

    private static final LocalDate SINCE = LocalDate.of(2025, 1, 1);
    private static final Actor BY = Actor.SYSTEM;
    private static final Set<String> SENSITIVE = Set.of("GOV_LEADER", "LEADER", "DIV_CHIEF", "RECEIVER", "CLERK", "ARCHIVIST");

    private final Units units;
    private final Persons persons;
    private final Posts posts;
    private final Roles roles;
    private final Leaders leaders;
    private final Organizations organizations;
    private final Calendars calendars;
    private final Clock clock;
    private final JsonNode words = SampleFiles.tree("charges.yaml");

    DemoPeople(
            Units units, Persons persons, Posts posts, Roles roles, Leaders leaders, Organizations organizations,
            Calendars calendars, Clock clock) {
        this.units = units;
        this.persons = persons;
        this.posts = posts;
        this.roles = roles;
        this.leaders = leaders;
        this.organizations = organizations;
        this.calendars = calendars;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments args) {
        if (!units.all().isEmpty() || !persons.all().isEmpty()) {
            return;
        }
        Instant at = clock.instant();
        Map<String, Long> unitIds = loadUnits(at);
        Map<String, Long> personIds = loadPersons(unitIds, at);
        loadCharges(unitIds, personIds, at);
        loadOrganizations(at);
        calendars.keep(CalendarFile.read(SampleFiles.text("calendar_2026.yaml"), "calendar_2026.yaml"), BY, at);
        calendars.keep(CalendarYear.weekendsOnly(2025), BY, at);
        calendars.keep(CalendarYear.weekendsOnly(2027), BY, at);
    }

    private Map<String, Long> loadUnits(Instant at) {
        Map<String, Long> ids = new HashMap<>();
        JsonNode office = words.get("office");
        String rootCode = office.get("code").asString();
        long root = units.create(
                new UnitForm(rootCode, office.get("name").asString(), "", null, 0, "", "", "", "", "", true, null, 0), BY, at);
        ids.put(rootCode, root);
        JsonNode file = SampleFiles.tree("divisions.yaml");
        LocalDate published = LocalDate.parse(file.get("published_at").asString());
        int ordering = 0;
        for (JsonNode d : file.get("divisions")) {
            ordering += 10;
            ids.put(d.get("code").asString(), units.create(
                    new UnitForm(
                            d.get("code").asString(), d.get("name").asString(), d.get("field").asString(), root, ordering,
                            String.join("\n", strings(d.get("duties"))), d.get("phone").asString(), d.get("deputy_phone").asString(),
                            d.get("room").asString(), d.get("email").asString(), true, published, 0),
                    BY, at));
        }
        return ids;
    }

    private Map<String, Long> loadPersons(Map<String, Long> unitIds, Instant at) {
        JsonNode file = SampleFiles.tree("staff.yaml");
        Map<String, Long> ids = new HashMap<>();
        Map<String, String> deputies = new HashMap<>();
        Set<String> namedHeads = new HashSet<>();
        words.get("heads").forEach(h -> namedHeads.add(h.get("person").asString() + h.get("unit").asString()));
        int place = 0;
        for (String group : List.of("leaders", "staff", "admins")) {
            for (JsonNode p : file.get(group)) {
                String code = p.get("id").asString();
                ids.put(code, loadPerson(p, group, place++, unitIds, namedHeads, at));
                String deputy = text(p, "deputy");
                if (deputy != null) {
                    deputies.put(code, deputy);
                }
            }
        }
        deputies.forEach((code, deputy) -> leaders.nameStandIn(ids.get(code), ids.get(deputy), BY, at));
        return ids;
    }

    private long loadPerson(
            JsonNode p, String group, int place, Map<String, Long> unitIds, Set<String> namedHeads, Instant at) {
        String code = p.get("id").asString();
        String rank = group.equals("leaders") ? "省级" : text(p, "rank");
        long id = persons.create(
                new PersonForm(
                        code, p.get("name").asString(), "CONTRACT".equals(text(p, "staff_type")), rank, ordering(rank, place),
                        code.toLowerCase() + "@yunling.example", "", 0),
                BY, at);
        String division = text(p, "division");
        Long unit = division == null ? null : unitIds.get(division);
        List<String> held = strings(p.get("roles"));
        String title = text(p, "post");
        if (title != null) {
            boolean head = unit != null && held.contains("DIV_CHIEF")
                    && (namedHeads.contains(code + division) || title.endsWith("处长") || title.endsWith("主任"));
            posts.give(id, new PostForm(unit, title, head, true, SINCE), BY, at);
        }
        Map<String, String> scopes = new HashMap<>();
        roles.all().forEach(r -> scopes.put(r.code(), r.scope()));
        for (String role : held) {
            boolean inUnit = unit != null && Set.of("OWN", "DIVISION").contains(scopes.get(role));
            roles.grant(id, role, inUnit ? unit : 0, BY, at);
        }
        if (held.stream().anyMatch(SENSITIVE::contains)) {
            persons.clear(id, Clearance.WORK_SENSITIVE, BY, at);
        }
        return id;
    }

    private int ordering(@Nullable String rank, int place) {
        int at = strings(words.get("ranks")).indexOf(rank);
        return (at < 0 ? 90 : at + 1) * 100 + place;
    }

    private void loadCharges(Map<String, Long> unitIds, Map<String, Long> personIds, Instant at) {
        for (JsonNode head : words.get("heads")) {
            String title = text(head, "title");
            if (title != null) {
                posts.give(personIds.get(head.get("person").asString()),
                        new PostForm(unitIds.get(head.get("unit").asString()), title, true, false, SINCE), BY, at);
            }
        }
        for (JsonNode charge : words.get("charges")) {
            int ordering = charge.has("ordering") ? charge.get("ordering").asInt() : 1;
            for (String unit : strings(charge.get("units"))) {
                leaders.putInCharge(personIds.get(charge.get("person").asString()), unitIds.get(unit), ordering, BY, at);
            }
        }
    }

    private void loadOrganizations(Instant at) {
        Map<String, Long> ids = new HashMap<>();
        for (JsonNode o : SampleFiles.tree("organizations.yaml").get("organizations")) {
            String code = o.get("id").asString();
            Organization body = new Organization(
                    0, code, o.get("name").asString(), o.get("short").asString(), o.get("type").asString(), o.get("level").asInt(),
                    ids.get(text(o, "superior")), text(o, "dual_superior"), text(o, "code"), true, 0);
            ids.put(code, organizations.add(body, BY, at));
        }
    }

    private static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.get(field);
        return value == null || value.isNull() ? null : value.asString();
    }

    private static List<String> strings(JsonNode list) {
        List<String> found = new ArrayList<>();
        list.forEach(item -> found.add(item.asString()));
        return found;
    }
}
