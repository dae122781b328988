package org.sanban.reports;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a report is narrowed to; null does not narrow.
 *
 * @param kind of the subject
 * @param unit that holds the task or owns the matter; 0 is the trays of roles
 */
public record Cut(@Nullable String kind, @Nullable String step, @Nullable Long unit, @Nullable String urgency) {

    public static final Cut NONE = new Cut(null, null, null, null);

    public Cut {
        kind = kind == null || kind.isBlank() ? null : kind;
        step = step == null || step.isBlank() ? null : step;
        urgency = urgency == null || urgency.isBlank() ? null : urgency;
    }

    /** As a condition that begins with {@code and}; the same on the views and on the roll-up. */
    String where(Map<String, Object> values) {
        return one(values, "subject_kind", "cutKind", kind) + one(values, "step", "cutStep", step) + one(values, "unit_id", "cutUnit", unit)
                + one(values, "urgency", "cutUrgency", urgency);
    }

    boolean holds(Cell cell) {
        return (kind == null || kind.equals(cell.kind())) && (step == null || step.equals(cell.step())) && (unit == null || unit == cell.unit())
                && (urgency == null || urgency.equals(cell.urgency()));
    }

    private static String one(Map<String, Object> values, String column, String name, @Nullable Object value) {
        if (value == null) {
            return "";
        }
        values.put(name, value);
        return " and " + column + " = :" + name;
    }

    public Cut at(@Nullable String kind, @Nullable String step) {
        return new Cut(kind, step, unit, urgency);
    }

    public Cut in(@Nullable Long unit) {
        return new Cut(kind, step, unit, urgency);
    }
}
