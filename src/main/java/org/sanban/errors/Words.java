package org.sanban.errors;

import org.jspecify.annotations.Nullable;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Plain;

/** What is asked of every text that is typed into the register. */
final class Words {

    private Words() {}

    static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** @throws Refused beside the field when it is longer than {@code most} or holds what no text holds */
    static void refuseLong(@Nullable String text, String field, int most) {
        if (text != null && text.length() > most) {
            throw new Refused(Objection.of("errors.refusal.too-long", most).at(field));
        }
        if (text != null && !text.matches(Plain.LINES)) {
            throw new Refused(Objection.of("people.refusal.characters").at(field));
        }
    }

    /** As {@link #refuseLong}, and it must say something. */
    static String said(@Nullable String text, String field, int most) {
        refuseLong(text, field, most);
        if (text == null || text.isBlank()) {
            throw new Refused(Objection.of("errors.refusal.empty").at(field));
        }
        return text.strip();
    }
}
