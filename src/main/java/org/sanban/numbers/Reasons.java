package org.sanban.numbers;

import org.jspecify.annotations.Nullable;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;

/** Every gap has its reason, in words. */
final class Reasons {

    private static final int LONGEST = 500;

    private Reasons() {}

    /** @throws Refused for one that is blank or too long */
    static String fit(@Nullable String reason) {
        if (reason == null || reason.isBlank() || reason.strip().length() > LONGEST) {
            throw new Refused(Objection.of("numbers.refusal.reason", LONGEST).at("reason"));
        }
        return reason.strip();
    }
}
