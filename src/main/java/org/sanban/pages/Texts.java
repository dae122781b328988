package org.sanban.pages;

import java.util.Locale;
import org.springframework.context.MessageSource;

/** The texts of the product in one language. */
public record Texts(MessageSource messages, Locale locale) {

    /** The text for {@code key}; the key itself in brackets where a text is missing, which a test forbids. */
    public String of(String key, Object... args) {
        return messages.getMessage(key, args, "[" + key + "]", locale);
    }

    public String of(Objection objection) {
        return of(objection.code(), objection.args().toArray());
    }

    public boolean chinese() {
        return locale.getLanguage().equals("zh");
    }
}
