package org.sanban.reports;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.sanban.people.Actor;

/**
 * Whose figures somebody may see: the whole office for those who read everything, else the units headed or in charge of; up to the
 * own clearance. Each row within it is one that the rule of sight shows as well.
 *
 * @param all the whole office
 */
public record Sphere(boolean all, Set<Long> units, int grade) {

    private static final String READ_ALL = "subject.read-all";

    public static Sphere of(Actor by) {
        Set<Long> units = new HashSet<>(by.headed());
        units.addAll(by.charged());
        return new Sphere(by.may(READ_ALL), Set.copyOf(units), by.clearance().ordinal());
    }

    /** As a condition, the same on the views and on the roll-up. */
    String where(Map<String, Object> values) {
        return where(values, "unit_id", "grade");
    }

    String where(Map<String, Object> values, String unit, String gradeColumn) {
        values.put("sphereGrade", grade);
        if (all) {
            return gradeColumn + " <= :sphereGrade";
        }
        values.put("sphereUnits", units.isEmpty() ? Set.of(Long.MIN_VALUE) : units);
        return gradeColumn + " <= :sphereGrade and " + unit + " in (:sphereUnits)";
    }

    boolean holds(Cell cell) {
        return cell.grade() <= grade && (all || units.contains(cell.unit()));
    }
}
