package org.sanban.people;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who is who (处室目录), as the other modules ask it. Answers from memory; fresh after every change. */
public interface Directory {

    /** A person, also one who has left. */
    Optional<Entry> person(long id);

    /** Names for a page, one look-up for all. Unknown ids are left out. */
    Map<Long, Entry> persons(Collection<Long> ids);

    Optional<UnitEntry> unit(long id);

    Optional<UnitEntry> unitByCode(String code);

    /** Active persons who hold {@code role} in {@code unit} (0: anywhere), by rank then name. A grant for the whole office counts everywhere. */
    List<Entry> holding(String role, long unit);

    /** The active head of the unit, or of the nearest unit above that has one. */
    Optional<Entry> headOf(long unit);

    /** The leader in charge (分管领导) of the unit, or of the nearest unit above that has one. */
    Optional<Entry> inChargeOf(long unit);

    /** Active members of a unit. */
    List<Entry> membersOf(long unit);

    /** The stand-in (AB角) of a person, if named and active. */
    Optional<Entry> standInOf(long person);

    /** All active persons, by unit order then rank. */
    List<Entry> active();

    /** Those of {@link #active()} before whom business may be laid. */
    default List<Entry> forBusiness() {
        return active().stream().filter(Entry::business).toList();
    }

    /** All units that exist now, in tree order. */
    List<UnitEntry> units();

    /**
     * @param unit of the main post; 0 for leaders without a unit
     * @param post as shown beside the name
     * @param active false for one who has left
     * @param business false for the three administrators (三员, domain.md §9.2): nothing is laid before them, they head and stand in
     *     for nobody
     */
    record Entry(
            long id, String code, String name, long unit, String post, Clearance clearance, boolean active, Set<String> roles, boolean business) {}

    record UnitEntry(long id, String code, String name, long parent, int depth) {}
}
