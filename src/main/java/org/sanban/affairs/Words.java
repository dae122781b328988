package org.sanban.affairs;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.Objection;
import org.sanban.people.Plain;

/** What is asked of every text that is typed about an affair. */
public final class Words {

    private Words() {}

    public static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** Objects beside the field to a text longer than {@code most}, or with what no text holds. */
    public static void fit(@Nullable String text, String field, int most, List<Objection> wrong) {
        if (text != null && text.length() > most) {
            wrong.add(Objection.of("affairs.refusal.too-long", most).at(field));
        }
        if (text != null && !text.matches(Plain.LINES)) {
            wrong.add(Objection.of("people.refusal.characters").at(field));
        }
    }

    /** As {@link #fit}, and it must say something. */
    public static void said(@Nullable String text, String field, int most, List<Objection> wrong) {
        if (orNull(text) == null) {
            wrong.add(Objection.of("affairs.refusal.empty").at(field));
        }
        fit(text, field, most, wrong);
    }
}
