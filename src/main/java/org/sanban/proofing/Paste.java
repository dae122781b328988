package org.sanban.proofing;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;

/**
 * What somebody pastes, as the plain text of a body: a paragraph a line, tables as {@code | a | b |} lines. Levels are kept, also those
 * a word processor counts by itself; styles, comments, scripts, field codes and indents are dropped.
 */
public final class Paste {

    private static final Pattern INVISIBLE = Pattern.compile("[\\u00ad\\u200b-\\u200f\\u2028-\\u202e\\u2060\\ufeff\\p{Cc}&&[^\\n\\t]]");
    private static final Pattern WIDE_SPACE = Pattern.compile("[\\u00a0\\u2002-\\u200a\\u202f]");
    private static final Pattern EDGES = Pattern.compile("^[\\s\\u3000]+|[\\s\\u3000]+$");
    /** Radicals that look like characters, as some PDF files carry them. */
    private static final Pattern RADICAL = Pattern.compile("[\\u2f00-\\u2fdf]");

    private final ProofWords words;
    private final int longest;

    /** @param longest characters of the clipboard that are taken at most, markup included */
    public Paste(int longest) {
        this(longest, ProofWords.standard());
    }

    public Paste(int longest, ProofWords words) {
        this.longest = longest;
        this.words = words;
    }

    /**
     * The HTML of a clipboard: Word, WPS, a browser.
     *
     * @throws Refused with {@code proofing.refusal.too-long}
     */
    public String html(String html) {
        refuseTooLong(html);
        return new HtmlProse(words).read(html);
    }

    /**
     * The plain text of a clipboard. Two lines or more with the same number of tabs are a table.
     *
     * @throws Refused with {@code proofing.refusal.too-long}
     */
    public String plain(String text) {
        refuseTooLong(text);
        List<String> lines = new ArrayList<>();
        List<List<String>> table = new ArrayList<>();
        for (String raw : text.split("\\r\\n|[\\r\\n\\u000b\\u000c\\u2028\\u2029]")) {
            List<String> cells = cells(raw);
            if (!table.isEmpty() && (cells.size() < 2 || cells.size() != table.getLast().size())) {
                close(table, lines);
            }
            if (cells.size() > 1) {
                table.add(cells);
            } else {
                keep(lines, line(raw, words));
            }
        }
        close(table, lines);
        return String.join("\n", lines);
    }

    private void refuseTooLong(String pasted) {
        if (pasted.length() > longest) {
            throw new Refused(Objection.of("proofing.refusal.too-long", pasted.length(), longest).at("body"));
        }
    }

    /** A tab behind a numbering mark or before the text makes no table. */
    private List<String> cells(String raw) {
        String bare = line(raw);
        for (ProofWords.Mark mark : words.marks) {
            Matcher matcher = mark.pattern().matcher(bare);
            if (matcher.lookingAt()) {
                return List.of(bare);
            }
        }
        return bare.isEmpty() ? List.of() : List.of(raw.replaceAll("^ +| +$", "").split("\\t", -1)).stream().map(Paste::line).toList();
    }

    private static void close(List<List<String>> table, List<String> lines) {
        if (table.size() > 1) {
            table.forEach(row -> lines.add(Table.row(row)));
        } else {
            table.forEach(row -> keep(lines, line(String.join(" ", row))));
        }
        table.clear();
    }

    private static void keep(List<String> lines, String line) {
        if (!line.isEmpty()) {
            lines.add(line);
        }
    }

    /** One paragraph without indents, invisible characters and the space behind its mark. */
    static String line(String raw) {
        String text = WIDE_SPACE.matcher(raw.replace('\t', ' ')).replaceAll(" ");
        text = INVISIBLE.matcher(text).replaceAll("");
        text = RADICAL.matcher(text).replaceAll(found -> Normalizer.normalize(found.group(), Normalizer.Form.NFKC));
        return EDGES.matcher(text).replaceAll("");
    }

    /** The same, and without the space that stands between a mark and its text. */
    static String line(String raw, ProofWords words) {
        String text = line(raw);
        for (ProofWords.Mark mark : words.marks) {
            Matcher matcher = mark.pattern().matcher(text);
            if (matcher.lookingAt()) {
                return matcher.group() + EDGES.matcher(text.substring(matcher.end())).replaceAll("");
            }
        }
        return text;
    }
}
