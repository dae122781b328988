package org.sanban.numbers.web;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sanban.numbers.GapReport;
import org.sanban.numbers.NumberLine;
import org.sanban.numbers.Series;
import org.sanban.pages.Texts;
import org.sanban.people.Directory;

/** Lines of the register in the reader's language, with the names of those who took part. */
public record NumberWords(Texts texts, Map<Long, Directory.Entry> persons) {

    static NumberWords of(Collection<NumberLine> lines, Directory directory, Texts texts) {
        Set<Long> ids = new HashSet<>();
        lines.forEach(line -> Stream.of(
                        line.givenBy(), line.reservation() == null ? null : line.reservation().owner(), line.reservation() == null ? null : line.reservation().by(),
                        line.voiding() == null ? null : line.voiding().by(), line.voiding() == null ? null : line.voiding().approver())
                .filter(Objects::nonNull).forEach(ids::add));
        return new NumberWords(texts, directory.persons(ids));
    }

    /** A person's name; the system's where nobody did it. */
    public String name(@Nullable Long person) {
        Directory.Entry entry = person == null ? null : persons.get(person);
        return entry == null ? texts.of("numbers.by-system") : entry.name();
    }

    /** Who took the number: reserved it, or gave it at once. */
    public String taker(NumberLine line) {
        return name(line.reservation() == null ? line.givenBy() : Long.valueOf(line.reservation().by()));
    }

    /** What is registered under the number, in one line. */
    public String title(NumberLine line) {
        if (line.title() != null) {
            return line.title();
        }
        return line.signedOn() == null ? "" : texts.of("numbers.title-withheld");
    }

    /** Why it is reserved or void. */
    public String note(NumberLine line) {
        NumberLine.Voiding voiding = line.voiding();
        NumberLine.Reservation held = line.reservation();
        if (voiding != null && voiding.ranOut() && held != null) {
            return texts.of("numbers.note.ran-out", day(held.until()), name(held.owner()), held.reason());
        }
        if (voiding != null) {
            return texts.of("numbers.note.voided", Objects.requireNonNullElse(voiding.reason(), ""), name(voiding.approver()));
        }
        return held == null ? "" : texts.of("numbers.note.reserved", held.reason(), name(held.owner()), day(held.until()));
    }

    public String state(NumberLine line) {
        boolean ranOut = line.voiding() != null && line.voiding().ranOut();
        return texts.of(ranOut ? "numbers.state.RAN_OUT" : "numbers.state." + line.state());
    }

    /** The year of a counter. */
    public String year(int year) {
        return year == 0 ? texts.of("numbers.continuous") : String.valueOf(year);
    }

    /** 3, 5–9: the numbers of ranges. */
    public String ranges(List<GapReport.Range> ranges) {
        return String.join(texts.of("numbers.comma"), ranges.stream().map(r -> span(r.first(), r.last())).toList());
    }

    public String span(int first, int last) {
        return first == last ? String.valueOf(first) : first + "–" + last;
    }

    public String types(Series series) {
        return String.join(texts.of("numbers.comma"), series.docTypes().stream().map(type -> texts.of("documents.doc-type." + type)).toList());
    }

    private String day(LocalDate day) {
        return texts.day(day);
    }
}
