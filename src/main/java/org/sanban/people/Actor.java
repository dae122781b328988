package org.sanban.people;

import java.util.HashSet;
import java.util.Set;

/**
 * Who acts, with all that decides what they may do at this moment. Made once a request, passed as a parameter ever after.
 *
 * @param units the units of the person's present posts
 * @param headed the units the person heads, with everything below them
 * @param charged the units the person is the leader in charge of (分管), with everything below them
 * @param grants roles held, each in a unit or (unit 0) in the whole office
 * @param actsFor persons who have delegated to this one today (委托), without chains
 */
public record Actor(
        long id,
        String name,
        Clearance clearance,
        Set<Long> units,
        Set<Long> headed,
        Set<Long> charged,
        Set<Grant> grants,
        Set<String> rights,
        Set<Long> actsFor) {

    /** A role in a unit; {@code unit} 0 is the whole office. */
    public record Grant(String role, long unit) {}

    /** The system itself: jobs and the loading of the demo office. It may do everything and is nobody. */
    public static final Actor SYSTEM =
            new Actor(0, "system", Clearance.WORK_SENSITIVE, Set.of(), Set.of(), Set.of(), Set.of(), Set.of("*"), Set.of());

    /** May this person do {@code right} anywhere? */
    public boolean may(String right) {
        return rights.contains(right) || rights.contains("*");
    }

    public boolean has(String role) {
        return grants.stream().anyMatch(g -> g.role().equals(role));
    }

    /** The persons whose trays this one may work in: the own one, and those delegated today. */
    public Set<Long> trays() {
        Set<Long> trays = new HashSet<>(actsFor);
        trays.add(id);
        return trays;
    }
}
