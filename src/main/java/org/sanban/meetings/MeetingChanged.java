package org.sanban.meetings;

import java.time.Instant;
import java.util.Map;
import org.sanban.audit.Happening;
import org.sanban.audit.SubjectRef;

/**
 * Something was written on a meeting, or became of it.
 *
 * @param what {@code meeting.planned}, {@code .edited}, {@code .noticed}, {@code .postponed}, {@code .moved}, {@code .cancelled} …
 */
public record MeetingChanged(SubjectRef subject, String what, long actor, Instant at, Map<String, ?> detail) implements Happening {

    public static MeetingChanged of(long meeting, String what, long actor, Instant at) {
        return new MeetingChanged(MeetingKind.ref(meeting), what, actor, at, Map.of());
    }

    public MeetingChanged with(Map<String, ?> detail) {
        return new MeetingChanged(subject, what, actor, at, detail);
    }
}
