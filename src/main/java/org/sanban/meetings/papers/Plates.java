package org.sanban.meetings.papers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.sanban.layout.Book;
import org.sanban.layout.Typesetting;
import org.sanban.meetings.Meeting;
import org.sanban.meetings.replies.Attendee;
import org.sanban.meetings.replies.Attendees;
import org.sanban.pages.Texts;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Name plates, the list and the sheet to sign (座牌、名单、签到表), printed from the replies alone. */
@Component
public class Plates {

    private final Attendees attendees;
    private final Typesetting typesetting;
    private final MessageSource messages;

    Plates(Attendees attendees, Typesetting typesetting, MessageSource messages) {
        this.attendees = attendees;
        this.typesetting = typesetting;
        this.messages = messages;
    }

    /** @param what {@code plates}, {@code list} or {@code sign} */
    public byte[] pdf(Meeting m, String what) {
        Texts texts = new Texts(messages, Locale.SIMPLIFIED_CHINESE);
        List<Attendee> come = attendees.of(m.id()).stream().filter(Attendee::comes).toList();
        List<Book.Part> parts = new ArrayList<>();
        if (what.equals("plates")) {
            for (Attendee a : come) {
                parts.add(new Book.Heading(1, a.name()));
                parts.add(new Book.Note(a.body()));
            }
        } else {
            List<String> head = List.of(texts.of("meetings.list.no"), texts.of("meetings.list.name"), texts.of("meetings.list.post"), texts.of("meetings.list.body"),
                    texts.of(what.equals("sign") ? "meetings.list.signature" : "meetings.list.seat"));
            List<List<String>> rows = new ArrayList<>();
            for (Attendee a : come) {
                rows.add(List.of(String.valueOf(rows.size() + 1), a.name(), Objects.requireNonNullElse(a.post(), ""), a.body(),
                        what.equals("sign") || a.seat() == null ? "" : String.valueOf(a.seat())));
            }
            parts.add(new Book.Table(head, rows, List.of(1.0, 2.0, 4.0, 4.0, 2.0)));
        }
        Book book = new Book(m.title(), texts.of("meetings.list." + what) + " · " + texts.minute(m.starts()), parts);
        return typesetting.pdf(typesetting.set(book), m.title());
    }
}
