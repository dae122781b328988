package org.sanban.checks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A paper as the rules see it, of whatever kind: outgoing, incoming, minutes.
 *
 * @param docType name of the type of document (文种), empty while it is not chosen
 * @param direction UP, LATERAL, DOWN, empty while it is not chosen
 * @param elements texts by element, named as an outgoing paper names them: title, body, annotation, mainRecipients, ccRecipients,
 *     attachments (one a line, as listed), signatureNames and others; a body is a paragraph a line, a table lines of {@code | a | b |}
 * @param date the day the paper bears, or today; weekdays and names of bodies are judged by it, null leaves them alone
 * @param attached what lies with it, in order
 * @param known whom the office knows
 */
public record CheckedPaper(
        String docType, String direction, Map<String, String> elements, @Nullable LocalDate date, List<Attached> attached, Known known) {

    /** The element under which the text of an attachment stands, followed by a dot and its number from 1. */
    public static final String ATTACHED = "attached";

    /** @param text what it says, null where it cannot be read */
    public record Attached(String title, @Nullable String text) {}

    /** @param persons in official order */
    public record Known(List<KnownBody> bodies, List<KnownPerson> persons) {

        public static final Known NOBODY = new Known(List.of(), List.of());

        public Known {
            bodies = List.copyOf(bodies);
            persons = List.copyOf(persons);
        }
    }

    /**
     * A name a body bore or bears.
     *
     * @param shortName empty where it has none
     * @param until the last day it was called so, null while it still is
     * @param successor what it has been called since, or the body that took over; null where that is not recorded
     */
    public record KnownBody(String name, String shortName, @Nullable LocalDate until, @Nullable String successor) {}

    /** @param posts as they are written before or behind the name: {@code 副省长}; empty where none is recorded */
    public record KnownPerson(String name, List<String> posts) {
        public KnownPerson {
            posts = List.copyOf(posts);
        }
    }

    public CheckedPaper {
        elements = Collections.unmodifiableMap(new LinkedHashMap<>(elements));
        attached = List.copyOf(attached);
    }

    /** A text alone. */
    public static CheckedPaper ofBody(String body) {
        return of("", "", "", body);
    }

    public static CheckedPaper of(String docType, String direction, String title, String body) {
        Map<String, String> elements = new LinkedHashMap<>();
        if (!title.isEmpty()) {
            elements.put("title", title);
        }
        elements.put("body", body);
        return new CheckedPaper(docType, direction, elements, null, List.of(), Known.NOBODY);
    }

    public CheckedPaper with(String element, String text) {
        Map<String, String> all = new LinkedHashMap<>(elements);
        all.put(element, text);
        return new CheckedPaper(docType, direction, all, date, attached, known);
    }

    public CheckedPaper on(@Nullable LocalDate day) {
        return new CheckedPaper(docType, direction, elements, day, attached, known);
    }

    public CheckedPaper with(List<Attached> attached) {
        return new CheckedPaper(docType, direction, elements, date, attached, known);
    }

    public CheckedPaper knowing(Known known) {
        return new CheckedPaper(docType, direction, elements, date, attached, known);
    }

    /** Empty where the paper has none. */
    public String element(String name) {
        if (name.startsWith(ATTACHED + ".")) {
            String text = attached(name).text();
            return text == null ? "" : text;
        }
        return elements.getOrDefault(name, "");
    }

    /** What the attachment is called whose text an element is; empty for one of the paper itself. */
    public String file(String element) {
        return element.startsWith(ATTACHED + ".") ? attached(element).title() : "";
    }

    private Attached attached(String element) {
        return attached.get(Integer.parseInt(element.substring(ATTACHED.length() + 1)) - 1);
    }

    List<PaperText> texts() {
        List<PaperText> texts = new ArrayList<>();
        elements.forEach((name, text) -> texts.add(new PaperText(name, text)));
        for (int n = 0; n < attached.size(); n++) {
            String text = attached.get(n).text();
            if (text != null) {
                texts.add(new PaperText(ATTACHED + "." + (n + 1), text));
            }
        }
        texts.removeIf(text -> text.text().isEmpty());
        return texts;
    }
}
