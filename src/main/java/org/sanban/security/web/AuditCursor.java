package org.sanban.security.web;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.Trail;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;

/** Where a page of the trail ended, as it stands in an address: microseconds and number. */
final class AuditCursor {

    private AuditCursor() {}

    static String write(Trail.Entry last) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, last.at()) + "." + last.id();
    }

    /** @throws Refused if it is none */
    static Trail.@Nullable Cursor read(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (!text.matches("-?[0-9]{1,16}\\.[0-9]{1,18}")) {
            throw new Refused(Objection.of("audit.refusal.cursor").at("after"));
        }
        int dot = text.indexOf('.');
        return new Trail.Cursor(
                Instant.EPOCH.plus(Long.parseLong(text.substring(0, dot)), ChronoUnit.MICROS), Long.parseLong(text.substring(dot + 1)));
    }
}
