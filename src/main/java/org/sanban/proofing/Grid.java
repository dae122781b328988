package org.sanban.proofing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** The cells of a table in markup; what spans several has its text in the first and leaves the others empty. */
record Grid(Element table) {

    private static final int WIDEST = 200;
    /** Stands for a line break inside a cell until white space was put in order. */
    private static final String BREAK = "\u0001";

    List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        Map<Integer, Integer> below = new HashMap<>();
        for (Element row : table.select("tr")) {
            if (row.closest("table") == table) {
                rows.add(cells(row, below));
            }
        }
        return rows;
    }

    private static List<String> cells(Element row, Map<Integer, Integer> below) {
        List<String> cells = new ArrayList<>();
        for (Element cell : row.children()) {
            spanned(cells, below);
            int at = cells.size();
            cells.add(Paste.line(text(cell)));
            int across = span(cell, "colspan");
            for (int n = 1; n < across; n++) {
                cells.add("");
            }
            for (int n = 0; n < across; n++) {
                below.put(at + n, span(cell, "rowspan") - 1);
            }
        }
        spanned(cells, below);
        return cells;
    }

    private static void spanned(List<String> cells, Map<Integer, Integer> below) {
        while (below.getOrDefault(cells.size(), 0) > 0) {
            below.merge(cells.size(), -1, Integer::sum);
            cells.add("");
        }
    }

    private static String text(Element cell) {
        cell.select("br").forEach(br -> br.replaceWith(new TextNode(BREAK)));
        cell.select("p, div, li").forEach(block -> block.appendText(BREAK));
        return HtmlProse.joined(cell.wholeText()).replaceAll("\\s*" + BREAK + "\\s*", " ");
    }

    private static int span(Element cell, String name) {
        String written = cell.attr(name);
        return written.matches("\\d{1,3}") ? Math.clamp(Integer.parseInt(written), 1, WIDEST) : 1;
    }
}
