package org.sanban.notices;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;

/**
 * Something one person is told (通知).
 *
 * @param what a stable word; its sentence stands in the messages as {@code notices.what.<what>}
 * @param args for the sentence, see {@link Notices#tell}
 * @param readAt null while unread
 */
public record Notice(
        long id, long person, SubjectRef subject, String what, Map<String, Object> args, Instant at, @Nullable Instant readAt) {}
