package org.sanban.notices;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.Texts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The words of a notice in a reader's language. */
@Component
public class Sentences {

    private final MessageSource messages;
    private final NoticesSettings settings;
    private final ZoneId zone;

    Sentences(MessageSource messages, NoticesSettings settings, @Value("${sanban.zone}") ZoneId zone) {
        this.messages = messages;
        this.settings = settings;
        this.zone = zone;
    }

    public String of(Notice notice, Locale locale) {
        return of(notice.what(), notice.args(), new Texts(messages, locale));
    }

    /** As {@link #of}; titles and reasons of the office's matters stay in the house unless it decided otherwise: mails leave it. */
    String forMail(Notice notice, Texts texts) {
        if (settings.titlesInMail() || !notice.what().startsWith("task.") && !notice.what().startsWith("extension.")) {
            return of(notice.what(), notice.args(), texts);
        }
        Map<String, Object> args = new HashMap<>(notice.args());
        args.put("title", notice.args().getOrDefault("note", texts.of("notices.mail.untitled")));
        args.remove("reason");
        return of(notice.what(), args, texts);
    }

    Texts texts(Locale locale) {
        return new Texts(messages, locale);
    }

    private String of(String what, Map<String, Object> args, Texts texts) {
        return texts.of("notices.what." + what, word(args.get("title")), word(args.get("who")),
                due(args.get("due"), texts), word(args.get("reason")), word(args.get("note"))).strip();
    }

    private static String word(@Nullable Object given) {
        return given == null ? "" : given.toString();
    }

    private String due(@Nullable Object given, Texts texts) {
        return given == null ? "" : texts.of("notices.due", DateTimeFormatter.ofPattern(texts.of("notices.format.minute"), texts.locale())
                .withZone(zone).format(Instant.parse(given.toString())));
    }
}
