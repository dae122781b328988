package org.sanban.security.web;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.audit.Trail;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;

/** Where a page of the trail ended, as it stands in an address: microseconds, place in its chain, subject. */
final class AuditCursor {

    private static final Pattern FORM = Pattern.compile("(-?[0-9]{1,16})\\.([0-9]{1,18})\\.([\\w-]{1,40}/-?[0-9]{1,18})");

    private AuditCursor() {}

    static String write(Trail.Entry last) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, last.at()) + "." + last.seq() + "." + last.subject();
    }

    /** @throws Refused if it is none */
    static Trail.@Nullable Cursor read(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new Refused(Objection.of("audit.refusal.cursor").at("after"));
        }
        return new Trail.Cursor(
                Instant.EPOCH.plus(Long.parseLong(parts.group(1)), ChronoUnit.MICROS), SubjectRef.of(parts.group(3)), Long.parseLong(parts.group(2)));
    }
}
