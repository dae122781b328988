package org.sanban.affairs;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is written when an affair is registered (立项登记), and anew while it is not entrusted yet.
 *
 * @param lane null for the normal one; another one has its reason
 * @param leadUnit unit of the office that leads; {@code leadBody} the body outside that leads
 * @param owner the supervisor who follows it, null for whoever registers it
 */
public record Entry(
        String category, String title, Affair.Source source, @Nullable String originNo, @Nullable String instruction, @Nullable String standard,
        boolean firstMatter, @Nullable Lane lane, @Nullable String laneReason, @Nullable Long leadUnit, @Nullable Long leadBody,
        List<Long> supportUnits, List<Long> supportBodies, @Nullable Instant due, @Nullable Long owner) {

    public Entry {
        supportUnits = List.copyOf(supportUnits);
        supportBodies = List.copyOf(supportBodies);
    }

    /** The least: what it is and where it comes from. */
    public static Entry of(String category, String title, Affair.Source source, @Nullable String instruction) {
        return new Entry(category, title, source, null, instruction, null, false, null, null, null, null, List.of(), List.of(), null, null);
    }

    public Entry within(@Nullable String standard, @Nullable Instant due) {
        return new Entry(category, title, source, originNo, instruction, standard, firstMatter, lane, laneReason, leadUnit, leadBody, supportUnits, supportBodies, due, owner);
    }

    public Entry in(Lane lane, @Nullable String reason) {
        return new Entry(category, title, source, originNo, instruction, standard, firstMatter, lane, reason, leadUnit, leadBody, supportUnits, supportBodies, due, owner);
    }

    public Entry by(@Nullable Long leadUnit, @Nullable Long leadBody, List<Long> supportUnits, List<Long> supportBodies) {
        return new Entry(category, title, source, originNo, instruction, standard, firstMatter, lane, laneReason, leadUnit, leadBody, supportUnits, supportBodies, due, owner);
    }

    public Entry numbered(@Nullable String originNo) {
        return new Entry(category, title, source, originNo, instruction, standard, firstMatter, lane, laneReason, leadUnit, leadBody, supportUnits, supportBodies, due, owner);
    }

    public Entry followedBy(@Nullable Long owner) {
        return new Entry(category, title, source, originNo, instruction, standard, firstMatter, lane, laneReason, leadUnit, leadBody, supportUnits, supportBodies, due, owner);
    }

    Lane laneOr() {
        return lane == null ? Lane.NORMAL : lane;
    }
}
