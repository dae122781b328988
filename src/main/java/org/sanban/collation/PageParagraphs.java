package org.sanban.collation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sanban.proofing.Table;

/**
 * Lines of pages put together to the paragraphs that they were. A page does not say where one ends: it does where a line stays well short of the right
 * edge, where the next is indented, stands further down or is of another size, and at a table.
 */
final class PageParagraphs {

    /** In sizes of the text. */
    private static final double INDENTED = 1.2;

    private static final double SHORT = 2.1;
    private static final double LOWER = 2.6;
    private static final double OTHER_SIZE = 0.15;
    /** A line that takes this share of the width of its page reaches from edge to edge. */
    private static final double WHOLE = 0.6;

    private record Edges(double left, double right) {}

    private final List<String> paragraphs = new ArrayList<>();
    private StringBuilder open = new StringBuilder();

    private PageParagraphs() {}

    /** @param lines those of the pages that are no page numbers */
    static List<String> of(List<List<Glyphs.Placed>> pages, List<ProofText.Line> lines) {
        Set<Long> kept = new HashSet<>();
        lines.forEach(line -> kept.add(line.page() * 1_000_000L + line.no()));
        PageParagraphs put = new PageParagraphs();
        Glyphs.Placed before = null;
        Edges then = new Edges(0, 0);
        for (int page = 0; page < pages.size(); page++) {
            Edges edges = edges(pages.get(page));
            boolean same = false;
            for (int n = 0; n < pages.get(page).size(); n++) {
                if (kept.contains((page + 1) * 1_000_000L + n + 1)) {
                    Glyphs.Placed now = pages.get(page).get(n);
                    put.add(now, begins(before, then, now, edges, same));
                    before = now;
                    then = edges;
                    same = true;
                }
            }
        }
        put.close();
        return put.paragraphs;
    }

    private static Edges edges(List<Glyphs.Placed> page) {
        List<Glyphs.Placed> text = page.stream().filter(line -> line.cells().size() == 1).toList();
        double left = text.stream().mapToDouble(Glyphs.Placed::left).min().orElse(0);
        double right = text.stream().mapToDouble(Glyphs.Placed::right).max().orElse(0);
        double whole = text.stream().filter(line -> line.right() - line.left() > WHOLE * (right - left)).mapToDouble(Glyphs.Placed::left).min().orElse(left);
        return new Edges(whole, right);
    }

    private static boolean begins(Glyphs.@Nullable Placed before, Edges then, Glyphs.Placed now, Edges edges, boolean samePage) {
        if (before == null || before.cells().size() > 1 || now.cells().size() > 1) {
            return true;
        }
        boolean indented = now.left() - edges.left() > INDENTED * now.size();
        boolean ended = then.right() - before.right() > SHORT * before.size();
        boolean lower = samePage && now.y() - before.y() > LOWER * Math.max(now.size(), before.size());
        return indented || ended || lower || Math.abs(now.size() - before.size()) > OTHER_SIZE * before.size();
    }

    private void add(Glyphs.Placed line, boolean begins) {
        if (begins) {
            close();
        }
        String text = line.cells().size() > 1 ? Table.row(line.cells()) : line.cells().getFirst().replaceAll("^[\\s\\u3000]+|[\\s\\u3000]+$", "");
        boolean words = !open.isEmpty() && latin(open.charAt(open.length() - 1)) && !text.isEmpty() && latin(text.charAt(0));
        open.append(words ? " " : "").append(text);
    }

    private static boolean latin(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private void close() {
        if (!open.isEmpty()) {
            paragraphs.add(open.toString());
            open = new StringBuilder();
        }
    }
}
