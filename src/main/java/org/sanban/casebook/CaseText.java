package org.sanban.casebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.Objection;

/**
 * What a case says (domain.md §7.6). Plain text, paragraphs by line; it names nobody.
 *
 * @param happened 怎么回事, neutral, a few lines
 * @param found how it was found, and at which step
 * @param effect on whom, how far
 * @param right 正确做法, with the clause
 * @param why it happened: conditions, not persons
 * @param changed which rule, list or template it became
 * @param rules broken: ids of rules or articles
 * @param questions to ask oneself (自查一问)
 * @param before the text as it was, {@code after} as it should be
 */
public record CaseText(
        String title, String happened, String found, String effect, String right, String why, String changed, List<String> rules, List<String> questions,
        String before, String after) {

    public static final int LONGEST = 4000;

    /** A field of the text by its name, for those who look at all of them. */
    public record Field(String name, String text) {}

    public CaseText {
        title = plain(title);
        happened = plain(happened);
        found = plain(found);
        effect = plain(effect);
        right = plain(right);
        why = plain(why);
        changed = plain(changed);
        rules = lines(rules);
        questions = lines(questions);
        before = plain(before);
        after = plain(after);
    }

    /** What is open to read, field by field. */
    public List<Field> fields() {
        return List.of(
                new Field("title", title), new Field("happened", happened), new Field("found", found), new Field("effect", effect), new Field("right", right),
                new Field("why", why), new Field("changed", changed), new Field("questions", String.join("\n", questions)),
                new Field("before", before), new Field("after", after));
    }

    /** What a case must say before it teaches anybody: what happened, the right way, why, what changed, both texts, a question. */
    List<Objection> gaps() {
        List<Objection> gaps = new ArrayList<>();
        Stream.of(new Field("title", title), new Field("happened", happened), new Field("right", right), new Field("why", why), new Field("changed", changed),
                        new Field("before", before), new Field("after", after), new Field("questions", String.join("", questions)))
                .filter(field -> field.text().isEmpty())
                .forEach(field -> gaps.add(Objection.of("casebook.gap." + field.name()).at(field.name())));
        return gaps;
    }

    private static String plain(@Nullable String text) {
        return text == null ? "" : text.strip().replace("\r\n", "\n").replace('\r', '\n');
    }

    private static List<String> lines(@Nullable List<String> lines) {
        return lines == null ? List.of() : lines.stream().filter(Objects::nonNull).map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
