package org.sanban.proofing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;

/**
 * How the body of a paper is built (结构层次): recognised from the marks at the beginnings of its lines, never stored. Levels are
 * 一、 （一） 1. （1） (domain.md §3.8 R-24, GB/T 9704 7.3.3).
 *
 * @param paragraphs one a line, empty lines left out
 * @param irregularities in order
 */
public record Prose(String text, List<Paragraph> paragraphs, List<Table> tables, List<Irregularity> irregularities) {

    /** @throws Refused with {@code proofing.refusal.too-long}, {@code .too-many-columns} or {@code .too-many-rows} above the limits */
    public static Prose of(String text, ProseLimits limits) {
        return of(text, limits, ProofWords.standard());
    }

    public static Prose of(String text, ProseLimits limits, ProofWords words) {
        refuseAbove(limits.characters(), text.length(), "proofing.refusal.too-long");
        List<Paragraph> paragraphs = paragraphs(text, new Marks(words));
        List<Table> tables = tables(text, paragraphs);
        for (Table table : tables) {
            refuseAbove(limits.columns(), table.columns(), "proofing.refusal.too-many-columns");
            refuseAbove(limits.rows(), table.rows().size(), "proofing.refusal.too-many-rows");
        }
        return new Prose(text, paragraphs, tables, new Numbering(words).check(text, paragraphs));
    }

    /** The paragraphs that bear a mark (提纲), in order. */
    public List<Paragraph> outline() {
        return paragraphs.stream().filter(paragraph -> paragraph.level() != Level.TEXT).toList();
    }

    private static void refuseAbove(int most, int found, String code) {
        if (found > most) {
            throw new Refused(Objection.of(code, found, most).at("body"));
        }
    }

    private static List<Paragraph> paragraphs(String text, Marks marks) {
        List<Paragraph> paragraphs = new ArrayList<>();
        for (int from = 0; from <= text.length(); ) {
            int end = text.indexOf('\n', from);
            int to = end < 0 ? text.length() : end;
            if (!text.substring(from, to).isBlank()) {
                paragraphs.add(marks.read(text.substring(from, to), from));
            }
            from = to + 1;
        }
        return List.copyOf(paragraphs);
    }

    private static List<Table> tables(String text, List<Paragraph> paragraphs) {
        List<Table> tables = new ArrayList<>();
        List<Paragraph> open = new ArrayList<>();
        for (Paragraph paragraph : paragraphs) {
            boolean goesOn = paragraph.tableRow() && (open.isEmpty() || open.getLast().to() + 1 == paragraph.from());
            if (!goesOn) {
                close(text, open, tables);
            }
            if (paragraph.tableRow()) {
                open.add(paragraph);
            }
        }
        close(text, open, tables);
        return List.copyOf(tables);
    }

    private static void close(String text, List<Paragraph> open, List<Table> tables) {
        if (!open.isEmpty()) {
            List<List<String>> rows = open.stream().map(row -> Table.cells(row.in(text))).toList();
            int columns = rows.stream().mapToInt(List::size).max().orElse(0);
            tables.add(new Table(open.getFirst().from(), open.getLast().to(), rows, columns));
            open.clear();
        }
    }

    /** Reads the beginning of a line. */
    private record Marks(ProofWords words) {

        Paragraph read(String line, int at) {
            int to = at + line.length();
            if (Table.isRow(line)) {
                return new Paragraph(at, to, Level.TEXT, "", 0, at, true);
            }
            int from = at + line.length() - line.stripLeading().length();
            String bare = line.strip();
            for (ProofWords.Mark mark : words.marks) {
                Matcher matcher = mark.pattern().matcher(bare);
                if (matcher.lookingAt()) {
                    int number = new Numerals(words).value(matcher.group("n"));
                    return new Paragraph(from, to, mark.level(), matcher.group(), number, from + heading(bare, matcher.end()), false);
                }
            }
            return new Paragraph(from, to, Level.TEXT, "", 0, from, false);
        }

        /** A short line without a full stop, or the short first sentence of a longer one. */
        private int heading(String line, int mark) {
            Matcher ends = words.sentenceEnd.matcher(line).region(mark, line.length());
            if (!ends.find()) {
                return line.length() <= words.headingLineAtMost ? line.length() : 0;
            }
            boolean shortly = line.startsWith(words.headingEnd, ends.start()) && ends.end() - mark <= words.headingAtMost;
            boolean goesOn = ends.end() < line.length();
            return shortly && goesOn ? ends.end() : 0;
        }
    }
}
