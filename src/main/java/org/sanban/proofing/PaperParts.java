package org.sanban.proofing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sanban.proofing.WordParts.Note;

/** Sorts the lines of a paper by its elements: the head and the tail are known by their forms, the body is what lies between. */
final class PaperParts {

    private final ProofWords words;
    private final Pattern head;
    private final Pattern type;
    private final Pattern recipients;
    private final Pattern notes;
    private final Pattern note;
    private final Pattern date;
    private final Pattern annotation;
    private final Pattern imprint;

    PaperParts(ProofWords words) {
        this.words = words;
        this.head = words.pattern("paper-head");
        this.type = words.pattern("paper-type");
        this.recipients = words.pattern("paper-recipients");
        this.notes = words.pattern("paper-notes");
        this.note = words.pattern("paper-note");
        this.date = words.pattern("paper-date");
        this.annotation = words.pattern("paper-annotation");
        this.imprint = words.pattern("paper-imprint");
    }

    WordParts of(List<String> lines) {
        int top = 0;
        while (top < lines.size() && head.matcher(lines.get(top)).matches()) {
            top++;
        }
        int to = recipientsAt(lines, top);
        int title = to >= 0 ? to : titleEnd(lines, top);
        int body = to >= 0 ? to + 1 : title;
        int dated = dateAt(lines, body);
        int signed = dated < 0 ? lines.size() : signedFrom(lines, body, dated);
        int noted = notesFrom(lines, body, signed);
        List<String> after = dated < 0 ? List.of() : new ArrayList<>(lines.subList(dated + 1, lines.size()));
        Matcher remark = annotation.matcher(after.isEmpty() ? "" : after.getFirst());
        boolean remarked = remark.matches();
        List<String> rest = remarked ? after.subList(1, after.size()) : after;
        return new WordParts(
                List.copyOf(lines.subList(0, top)), String.join("", lines.subList(top, title)),
                to < 0 ? "" : lines.get(to).substring(0, lines.get(to).length() - 1),
                String.join("\n", lines.subList(body, noted)), notes(lines.subList(noted, signed)),
                dated < 0 ? List.of() : List.copyOf(lines.subList(signed, dated)), dated < 0 ? null : day(lines.get(dated)),
                dated < 0 ? "" : lines.get(dated), remarked ? remark.group("words") : "",
                String.join("\n", rest.stream().filter(line -> !imprint.matcher(line).matches()).toList()),
                rest.stream().filter(line -> imprint.matcher(line).matches()).toList());
    }

    /** The line to whom it goes stands right behind the title, which has few lines. */
    private int recipientsAt(List<String> lines, int top) {
        int last = Math.min(lines.size(), top + words.number("paper-title-lines") + 1);
        for (int at = top; at < last; at++) {
            boolean marked = words.marks.stream().map(ProofWords.Mark::pattern).anyMatch(lineBegins(lines.get(at)));
            if (recipients.matcher(lines.get(at)).matches() && !marked) {
                return at;
            }
        }
        return -1;
    }

    private static Predicate<Pattern> lineBegins(String line) {
        return pattern -> pattern.matcher(line).lookingAt();
    }

    private int titleEnd(List<String> lines, int top) {
        int last = Math.min(lines.size(), top + words.number("paper-title-lines"));
        for (int at = top; at < last; at++) {
            if (type.matcher(lines.get(at)).find()) {
                return at + 1;
            }
            if (words.sentenceEnd.matcher(lines.get(at)).find()) {
                break;
            }
        }
        boolean alone = top < lines.size() && lines.size() > top + 1 && lines.get(top).length() <= words.headingLineAtMost
                && !words.sentenceEnd.matcher(lines.get(top)).find();
        return alone ? top + 1 : top;
    }

    private int dateAt(List<String> lines, int from) {
        for (int at = from; at < lines.size(); at++) {
            if (date.matcher(lines.get(at)).matches()) {
                return at;
            }
        }
        return -1;
    }

    private int signedFrom(List<String> lines, int body, int dated) {
        int from = dated;
        while (from > body && dated - from < words.number("paper-signatures") && signs(lines.get(from - 1))) {
            from--;
        }
        return from;
    }

    private boolean signs(String line) {
        boolean marked = words.marks.stream().map(ProofWords.Mark::pattern).anyMatch(lineBegins(line));
        return line.length() <= words.number("paper-signature-at-most") && !marked && !Table.isRow(line)
                && !words.sentenceEnd.matcher(line).find() && !notes.matcher(line).matches();
    }

    private int notesFrom(List<String> lines, int body, int signed) {
        for (int at = signed - 1; at >= body; at--) {
            if (notes.matcher(lines.get(at)).matches()) {
                return at;
            }
            if (!note.matcher(lines.get(at)).matches()) {
                break;
            }
        }
        return signed;
    }

    private List<Note> notes(List<String> lines) {
        List<Note> found = new ArrayList<>();
        for (String line : lines) {
            Matcher first = notes.matcher(line);
            String rest = first.matches() ? first.group("rest") : line;
            Matcher one = note.matcher(rest);
            boolean numbered = one.matches() && one.group("no") != null;
            found.add(new Note(numbered ? Integer.parseInt(one.group("no")) : found.size() + 1, numbered ? one.group("title") : rest));
        }
        return List.copyOf(found);
    }

    private @Nullable LocalDate day(String written) {
        Matcher matcher = date.matcher(written);
        try {
            return matcher.matches() ? LocalDate.of(number(matcher, "year"), number(matcher, "month"), number(matcher, "day")) : null;
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private int number(Matcher date, String part) {
        String written = date.group(part);
        Numerals numerals = new Numerals(words);
        if (!part.equals("year") || Character.isDigit(written.charAt(0)) && written.charAt(0) < '\u0100') {
            return numerals.value(written);
        }
        return written.chars().map(c -> numerals.value(Character.toString(c))).reduce(0, (year, digit) -> year * 10 + digit);
    }
}
