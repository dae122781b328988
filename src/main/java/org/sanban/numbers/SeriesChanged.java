package org.sanban.numbers;

import java.time.Instant;
import java.util.Map;
import org.sanban.audit.Happening;
import org.sanban.audit.SubjectRef;

/**
 * A series of numbers was defined or changed.
 *
 * @param what {@code number-series.added}, {@code .edited}, {@code .retired}, {@code .restored}, {@code .continued}
 */
public record SeriesChanged(SubjectRef subject, String what, long actor, Instant at, Map<String, ?> detail) implements Happening {

    static SeriesChanged of(long series, String what, long actor, Instant at, Map<String, ?> detail) {
        return new SeriesChanged(new SubjectRef("number-series", series), "number-series." + what, actor, at, detail);
    }
}
