package org.sanban.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.i18n.LocaleContextHolder;

/** The texts of the product in one language. */
public record Texts(MessageSource messages, Locale locale) {

    /** The text for {@code key}; the key itself in brackets where a text is missing, which a test forbids. */
    public String of(String key, Object... args) {
        String text = messages.getMessage(key, args, null, locale);
        return text == null ? "[" + key + "]" : text;
    }

    public String of(Objection objection) {
        return of(objection.code(), objection.args().toArray());
    }

    /** The sentence of a validation error. */
    public String of(MessageSourceResolvable error) {
        return messages.getMessage(error, locale);
    }

    /** A day as this language writes it: 2026年9月18日, 18 Sep 2026. */
    public String day(LocalDate day) {
        return format("ui.format.day").format(day);
    }

    /** An instant to the minute, in the office's zone: 2026年9月18日 14:02. */
    public String minute(Instant at) {
        return format("ui.format.minute").format(at);
    }

    /** An instant to the minute without its year: 9月18日 14:02. */
    public String shortly(Instant at) {
        return format("ui.format.short").format(at);
    }

    private DateTimeFormatter format(String key) {
        return DateTimeFormatter.ofPattern(of(key), locale).withZone(LocaleContextHolder.getTimeZone().toZoneId());
    }

    public boolean chinese() {
        return locale.getLanguage().equals("zh");
    }
}
