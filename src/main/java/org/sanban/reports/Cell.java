package org.sanban.reports;

import java.time.LocalDate;
import java.util.Set;

/**
 * Where something is counted; what it is not split by is null, empty or -1.
 *
 * @param unit 0 for the trays of roles
 * @param grade kept apart in the roll-up alone, 0 elsewhere
 */
public record Cell(Measure measure, LocalDate month, String kind, String step, long unit, String urgency, int grade) {

    static final long WHOLE = -1;
    static final LocalDate NO_MONTH = LocalDate.EPOCH;

    /** All units and urgencies together: kept beside its parts, for nearly every report asks for it. */
    Cell whole() {
        return new Cell(measure, month, kind, step, WHOLE, "", grade);
    }

    /** The same, split by nothing but {@code by}. */
    Cell by(Set<By> by) {
        return new Cell(measure, by.contains(By.MONTH) ? month : NO_MONTH, by.contains(By.KIND) ? kind : "", by.contains(By.STEP) ? step : "",
                by.contains(By.UNIT) ? unit : -1, by.contains(By.URGENCY) ? urgency : "", 0);
    }
}
