package org.sanban.affairs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sanban.files.SecrecyGate;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.sanban.people.Organizations;
import org.springframework.stereotype.Component;

/** What an entry must be, and what registering it would still miss. */
@Component
class EntryRules {

    static final int TITLE = 200;
    static final int LONG = 4_000;
    static final int LINE = 500;

    private final Categories categories;
    private final Directory directory;
    private final Organizations organizations;
    private final SecrecyGate secrecy;

    EntryRules(Categories categories, Directory directory, Organizations organizations, SecrecyGate secrecy) {
        this.categories = categories;
        this.directory = directory;
        this.organizations = organizations;
        this.secrecy = secrecy;
    }

    /** @return its category; @throws Refused beside the fields */
    Category refuseWrong(Entry e, Actor by, Instant at) {
        List<Objection> wrong = new ArrayList<>();
        Optional<Category> category = categories.of(e.category());
        if (category.isEmpty()) {
            wrong.add(Objection.of("affairs.refusal.category").at("category"));
        }
        Words.said(e.title(), "title", TITLE, wrong);
        Words.fit(e.originNo(), "originNo", 60, wrong);
        Words.fit(e.source().words(), "sourceWords", LINE, wrong);
        Words.fit(e.instruction(), "instruction", LONG, wrong);
        Words.fit(e.standard(), "standard", LINE, wrong);
        Words.fit(e.laneReason(), "laneReason", LINE, wrong);
        if (e.laneOr() != Lane.NORMAL && Words.orNull(e.laneReason()) == null) {
            wrong.add(Objection.of("affairs.refusal.lane-reason").at("laneReason"));
        }
        if (e.due() != null && (e.due().isBefore(Instant.parse("1990-01-01T00:00:00Z")) || e.due().isAfter(Instant.parse("2200-01-01T00:00:00Z")))) {
            wrong.add(Objection.of("affairs.refusal.year").at("due"));
        }
        if (e.owner() != null && directory.person(e.owner()).filter(p -> p.active() && p.business()).isEmpty()) {
            wrong.add(Objection.of("affairs.refusal.person").at("owner"));
        }
        parties(e, wrong);
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
        secrecy.refuseClassified(
                AffairKind.ref(0), by, at, SecrecyGate.Field.label("title", e.title()), SecrecyGate.Field.text("instruction", e.instruction()),
                SecrecyGate.Field.text("standard", e.standard()), SecrecyGate.Field.label("originNo", e.originNo()), SecrecyGate.Field.text("sourceWords", e.source().words()));
        return category.orElseThrow();
    }

    private void parties(Entry e, List<Objection> wrong) {
        List<@Nullable Long> units = new ArrayList<>(e.supportUnits());
        units.add(e.leadUnit());
        List<@Nullable Long> bodies = new ArrayList<>(e.supportBodies());
        bodies.add(e.leadBody());
        check(units, "Unit", id -> directory.unit(id).isPresent(), wrong);
        check(bodies, "Body", id -> organizations.byId(id).isPresent(), wrong);
    }

    private static void check(List<@Nullable Long> ids, String of, java.util.function.LongPredicate known, List<Objection> wrong) {
        List<Long> named = ids.stream().filter(Objects::nonNull).toList();
        String support = of.equals("Unit") ? "supportUnits" : "supportBodies";
        if (new HashSet<>(named).size() < named.size()) {
            wrong.add(Objection.of("affairs.refusal.named-twice").at(support));
        }
        Long lead = ids.getLast();
        if (lead != null && !known.test(lead)) {
            wrong.add(Objection.of("affairs.refusal.unknown-party").at("lead" + of));
        }
        if (ids.subList(0, ids.size() - 1).stream().anyMatch(id -> id == null || !known.test(id))) {
            wrong.add(Objection.of("affairs.refusal.unknown-party").at(support));
        }
    }

    /** Who takes part; a ticket is led by the unit that serves. */
    List<Affair.Party> parties(Entry e, Category category) {
        List<Affair.Party> all = new ArrayList<>();
        Long lead = category.service() ? Long.valueOf(serving(e, category)) : e.leadUnit();
        if (lead != null) {
            all.add(Affair.Party.unit(Affair.Party.Part.LEAD, lead));
        }
        if (e.leadBody() != null) {
            all.add(Affair.Party.body(Affair.Party.Part.LEAD, e.leadBody()));
        }
        e.supportUnits().forEach(u -> all.add(Affair.Party.unit(Affair.Party.Part.SUPPORT, u)));
        e.supportBodies().forEach(b -> all.add(Affair.Party.body(Affair.Party.Part.SUPPORT, b)));
        return all;
    }

    /** The unit that serves: as named, else that of the category. @throws Refused where the office has none */
    long serving(Entry e, Category category) {
        return Optional.ofNullable(e.leadUnit())
                .or(() -> Optional.ofNullable(category.unit()).flatMap(directory::unitByCode).map(Directory.UnitEntry::id))
                .orElseThrow(() -> new Refused(Objection.of("affairs.refusal.lead").at("leadUnit")));
    }

    /** What registering it misses: what "done" means, and a time limit (限时是硬要求, domain.md §6.2). */
    static List<Objection> missing(Affair a) {
        List<Objection> missing = new ArrayList<>();
        if (a.standard() == null) {
            missing.add(Objection.of("affairs.refusal.standard").at("standard"));
        }
        if (a.due() == null) {
            missing.add(Objection.of("affairs.refusal.due").at("due"));
        }
        return missing;
    }
}
