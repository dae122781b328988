package org.sanban.proofing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Reads the markup of a clipboard line by line. */
final class HtmlProse {

    private static final String DROPPED = "head, script, style, noscript, template, svg, object, iframe, xml, del, img, "
            + ".MsoCommentReference, .msocomoff, a.msocomanchor, [style*=mso-element:comment-list], [style*=mso-element:footnote], "
            + "[style*=mso-element:endnote], [style*=mso-element:header], [style*=mso-element:footer], [style*=mso-footnote-id], "
            + "[style*=mso-endnote-id], [style*=display:none], [style*=mso-hide:all], [hidden]";
    private static final Set<String> BLOCKS = Set.of(
            "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "section", "article", "blockquote", "pre",
            "table", "header", "footer", "main", "center", "address", "form", "figure", "figcaption", "caption", "body");
    /** What a bullet looks like in the fonts Word uses for it. */
    private static final Set<String> BULLETS = Set.of(
            "l", "n", "u", "\u00b7", "\u2022", "\u25cf", "\u25a0", "\u25c6", "\u25cb", "o", "\u00a7", "\u00d8", "\u00fc", "\uf0b7", "\uf06c",
            "\uf06e", "\uf075", "\uf0a7", "\uf0d8", "\uf0fc", "-");

    private final ProofWords words;
    private final Numerals numerals;
    private final List<String> lines = new ArrayList<>();
    private final List<Integer> counts = new ArrayList<>();
    private StringBuilder line = new StringBuilder();
    /** A counted mark waits for its text, also where that is a paragraph of its own. */
    private String waiting = "";

    HtmlProse(ProofWords words) {
        this.words = words;
        this.numerals = new Numerals(words);
    }

    String read(String html) {
        int from = html.indexOf("<!--StartFragment-->");
        int to = html.indexOf("<!--EndFragment-->");
        Document page = Jsoup.parse(from >= 0 && to > from ? html.substring(from, to) : html);
        page.select("[style]").forEach(styled -> styled.attr("style", styled.attr("style").toLowerCase(Locale.ROOT).replaceAll("\\s*:\\s*", ":")));
        page.select(DROPPED).remove();
        new Fields().drop(page.body());
        walk(page.body());
        flush();
        return String.join("\n", lines);
    }

    private void walk(Node node) {
        if (node instanceof TextNode text) {
            line.append(text.getWholeText());
            return;
        }
        if (!(node instanceof Element element)) {
            return;
        }
        switch (element.normalName()) {
            case "br" -> flush();
            case "table" -> table(element);
            case "ol" -> list(element);
            case "li" -> item(element);
            default -> inside(element);
        }
    }

    private void inside(Element element) {
        boolean block = BLOCKS.contains(element.normalName());
        if (element.attr("style").contains("mso-list:ignore")) {
            String mark = Paste.line(element.wholeText());
            line.append(BULLETS.contains(mark) ? "" : mark);
            return;
        }
        if (block) {
            flush();
        }
        element.childNodes().forEach(this::walk);
        if (block) {
            flush();
        }
    }

    private void list(Element list) {
        flush();
        counts.add(number(list.attr("start"), 1) - 1);
        list.childNodes().forEach(this::walk);
        counts.removeLast();
        flush();
    }

    /** The depth of the list is the level; a mark that was typed stays as it is. */
    private void item(Element item) {
        flush();
        boolean counted = item.parent() != null && item.parent().normalName().equals("ol") && !counts.isEmpty();
        if (counted) {
            int number = number(item.attr("value"), counts.getLast() + 1);
            counts.set(counts.size() - 1, number);
            String typed = Paste.line(item.ownText());
            boolean marked = words.marks.stream().anyMatch(mark -> mark.pattern().matcher(typed).lookingAt());
            waiting = marked ? "" : mark(Math.min(counts.size(), 4), number);
        }
        item.childNodes().forEach(this::walk);
        flush();
        waiting = "";
    }

    private String mark(int level, int number) {
        String form = words.texts("mark-forms").get(level - 1);
        return form.replace("{n}", level <= 2 ? numerals.chinese(number) : Integer.toString(number));
    }

    private static int number(String written, int otherwise) {
        return written.matches("\\d{1,3}") ? Integer.parseInt(written) : otherwise;
    }

    private void table(Element table) {
        flush();
        List<List<String>> rows = new Grid(table).rows();
        boolean frame = rows.size() == 1 && rows.getFirst().size() == 1;
        if (frame) {
            table.select("td, th").forEach(cell -> cell.childNodes().forEach(this::walk));
            flush();
        } else {
            rows.stream().filter(row -> row.stream().anyMatch(cell -> !cell.isEmpty())).forEach(row -> lines.add(Table.row(row)));
        }
    }

    private void flush() {
        String text = Paste.line(joined(line.toString()), words);
        if (!text.isEmpty()) {
            lines.add(waiting + text);
            waiting = "";
        }
        line = new StringBuilder();
    }

    /** Word wraps its markup anywhere: a line break between two Chinese characters means nothing, any other a space. */
    static String joined(String markup) {
        return markup.replaceAll("(?<=[\\p{IsHan}\\u3000-\\u303f\\uff00-\\uffef])[ \\t]*\\R[ \\t]*(?=[\\p{IsHan}\\u3000-\\u303f\\uff00-\\uffef])", "")
                .replaceAll("[ \\t\\r\\n]+", " ");
    }

    /** Between the beginning of a field and its separator stands its code. */
    private static final class Fields {
        private int depth;

        void drop(Element within) {
            for (Node node : List.copyOf(within.childNodes())) {
                String style = node instanceof Element element ? element.attr("style") : "";
                if (style.contains("mso-element:field-begin")) {
                    depth++;
                } else if (style.contains("mso-element:field-separator") || style.contains("mso-element:field-end")) {
                    depth = Math.max(0, depth - 1);
                } else if (depth > 0 && node instanceof TextNode) {
                    node.remove();
                } else if (node instanceof Element element) {
                    drop(element);
                }
            }
        }
    }
}
