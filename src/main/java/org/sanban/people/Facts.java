package org.sanban.people;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything this module knows, as read at one moment; immutable, shared by all threads. */
record Facts(
        long version,
        List<UnitFact> units,
        List<PersonFact> persons,
        List<PostFact> posts,
        List<ChargeFact> charges,
        Map<Long, Long> standIns,
        Map<String, Set<String>> rights,
        Set<String> withoutBusiness,
        List<GrantFact> grants,
        List<DelegationFact> delegations,
        List<AbsenceFact> absences,
        Map<Integer, Boolean> years,
        Map<LocalDate, Boolean> exceptions,
        List<HoursFact> hours,
        Map<Long, Organizations.Organization> organizations) {

    record UnitFact(long id, String code, String name, long parent, boolean closed) {}

    record PersonFact(long id, String code, String name, int ordering, Clearance clearance, boolean active) {}

    record PostFact(
            long person, long unit, String title, boolean head, boolean main, LocalDate from, @Nullable LocalDate until) {
        boolean heldOn(LocalDate day) {
            return !day.isBefore(from) && (until == null || !day.isAfter(until));
        }
    }

    record ChargeFact(long person, long unit) {}

    record GrantFact(long person, String role, long unit) {}

    record DelegationFact(long delegator, long delegate, LocalDate starts, LocalDate ends) {
        boolean holdsOn(LocalDate day) {
            return !day.isBefore(starts) && !day.isAfter(ends);
        }
    }

    record AbsenceFact(long person, LocalDate starts, LocalDate ends, String kind) {}

    /** One span of the working day. {@code until} is the last day, null for ever. */
    record HoursFact(LocalDate from, @Nullable LocalDate until, LocalTime starts, LocalTime ends) {
        boolean holdOn(LocalDate day) {
            return !day.isBefore(from) && (until == null || !day.isAfter(until));
        }
    }
}
