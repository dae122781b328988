package org.sanban.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.sanban.people.Directory.Entry;
import org.sanban.people.Directory.UnitEntry;
import org.sanban.people.Facts.ChargeFact;
import org.sanban.people.Facts.GrantFact;
import org.sanban.people.Facts.PersonFact;
import org.sanban.people.Facts.PostFact;
import org.sanban.people.Facts.UnitFact;

/** The facts as they stand on one day, arranged for asking. Immutable once built, so whoever was made of it stays true as long as it does. */
final class View {

    final Facts facts;
    final LocalDate day;
    /** In the order of rank. */
    final Map<Long, Entry> persons = new LinkedHashMap<>();
    final Map<Long, UnitEntry> allUnits = new HashMap<>();
    final List<UnitEntry> unitsInOrder = new ArrayList<>();
    final Map<String, UnitEntry> unitsByCode = new HashMap<>();
    final List<Entry> active = new ArrayList<>();
    /** Those made of it so far. */
    final Map<Long, Actor> actors = new ConcurrentHashMap<>();
    private final Map<Long, Set<Long>> below = new HashMap<>();
    private final Map<Long, List<Entry>> members = new HashMap<>();
    private final Map<Long, Entry> heads = new HashMap<>();
    private final Map<Long, Entry> inCharge = new HashMap<>();
    private final Map<String, List<GrantFact>> grantsByRole = new HashMap<>();

    View(Facts facts, LocalDate day) {
        this.facts = facts;
        this.day = day;
        Map<Long, List<UnitFact>> children = new HashMap<>();
        facts.units().forEach(u -> children.computeIfAbsent(u.parent(), k -> new ArrayList<>()).add(u));
        arrangeUnits(children, 0, 0, false);
        Map<Long, List<PostFact>> posts = new HashMap<>();
        facts.posts().stream().filter(p -> p.heldOn(day)).forEach(p -> posts.computeIfAbsent(p.person(), k -> new ArrayList<>()).add(p));
        Map<Long, Set<String>> roles = new HashMap<>();
        facts.grants().forEach(g -> roles.computeIfAbsent(g.person(), k -> new HashSet<>()).add(g.role()));
        for (PersonFact p : facts.persons()) {
            place(p, posts.getOrDefault(p.id(), List.of()), roles.getOrDefault(p.id(), Set.of()));
        }
        arrangeActive();
        for (ChargeFact charge : facts.charges()) {
            Entry leader = persons.get(charge.person());
            if (leader.active() && leader.business()) {
                inCharge.putIfAbsent(charge.unit(), leader);
            }
        }
        facts.grants().forEach(g -> grantsByRole.computeIfAbsent(g.role(), k -> new ArrayList<>()).add(g));
    }

    private Set<Long> arrangeUnits(Map<Long, List<UnitFact>> children, long parent, int depth, boolean hidden) {
        Set<Long> all = new HashSet<>();
        for (UnitFact u : children.getOrDefault(parent, List.of())) {
            UnitEntry entry = new UnitEntry(u.id(), u.code(), u.name(), parent, depth);
            boolean gone = hidden || u.closed();
            allUnits.put(u.id(), entry);
            unitsByCode.put(u.code(), entry);
            if (!gone) {
                unitsInOrder.add(entry);
            }
            Set<Long> own = arrangeUnits(children, u.id(), depth + 1, gone);
            own.add(u.id());
            below.put(u.id(), Set.copyOf(own));
            all.addAll(own);
        }
        return all;
    }

    private void place(PersonFact p, List<PostFact> posts, Set<String> roles) {
        long unit = posts.isEmpty() ? 0 : posts.getFirst().unit();
        String title = posts.isEmpty() ? "" : posts.getFirst().title();
        Entry entry = new Entry(p.id(), p.code(), p.name(), unit, title, p.clearance(), p.active(), Set.copyOf(roles),
                Collections.disjoint(roles, facts.withoutBusiness()));
        persons.put(p.id(), entry);
        if (!p.active()) {
            return;
        }
        for (PostFact post : posts) {
            List<Entry> there = members.computeIfAbsent(post.unit(), k -> new ArrayList<>());
            if (!there.contains(entry)) {
                there.add(entry);
            }
            if (post.head() && entry.business()) {
                heads.putIfAbsent(post.unit(), entry);
            }
        }
    }

    private void arrangeActive() {
        Set<Long> seen = new HashSet<>();
        Function<Long, List<Entry>> mainHere = unit ->
                persons.values().stream().filter(e -> e.active() && e.unit() == unit && seen.add(e.id())).toList();
        active.addAll(mainHere.apply(0L));
        unitsInOrder.forEach(u -> active.addAll(mainHere.apply(u.id())));
        persons.values().stream().filter(e -> e.active() && seen.add(e.id())).forEach(active::add);
    }

    List<Entry> membersOf(long unit) {
        return List.copyOf(members.getOrDefault(unit, List.of()));
    }

    /** The unit and everything below it; empty for an unknown one. */
    Set<Long> withAllBelow(long unit) {
        return below.getOrDefault(unit, Set.of());
    }

    Optional<Entry> headOf(long unit) {
        return nearest(unit, heads);
    }

    Optional<Entry> inChargeOf(long unit) {
        return nearest(unit, inCharge);
    }

    private Optional<Entry> nearest(long unit, Map<Long, Entry> found) {
        for (UnitEntry u = allUnits.get(unit); u != null; u = allUnits.get(u.parent())) {
            if (found.containsKey(u.id())) {
                return Optional.of(found.get(u.id()));
            }
        }
        return Optional.empty();
    }

    List<Entry> holding(String role, long unit) {
        Set<Long> holders = new HashSet<>();
        for (GrantFact g : grantsByRole.getOrDefault(role, List.of())) {
            if (unit == 0 || g.unit() == 0 || g.unit() == unit) {
                holders.add(g.person());
            }
        }
        return holders.isEmpty()
                ? List.of()
                : persons.values().stream().filter(e -> e.active() && holders.contains(e.id())).toList();
    }
}
