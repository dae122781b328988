package org.sanban.proofing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Element;

/** The text of a Word file as it stands once all tracked changes are accepted (修订), a paragraph a line. */
final class WordText {

    private static final Set<String> GONE = Set.of("del", "moveFrom", "pPr", "rPr", "tblPr", "trPr", "tcPr", "sectPr");

    private final ProofWords words;
    private final WordNumbering numbering;
    private final boolean boxes;
    private final List<String> lines = new ArrayList<>();
    /** What a paragraph whose end was deleted leaves for the next one. */
    private String open = "";

    /** @param boxes read text boxes, too */
    WordText(ProofWords words, WordNumbering numbering, boolean boxes) {
        this.words = words;
        this.numbering = numbering;
        this.boxes = boxes;
    }

    List<String> lines(Element document) {
        Element body = Xml.child(document, "body");
        if (body != null) {
            blocks(body);
        }
        keep(open);
        return List.copyOf(lines);
    }

    private void blocks(Element parent) {
        for (Element child : Xml.children(parent)) {
            switch (child.getLocalName()) {
                case "p" -> paragraph(child);
                case "tbl" -> table(child);
                case "sdt" -> content(child);
                case "ins", "moveTo", "customXml", "smartTag" -> blocks(child);
                default -> { }
            }
        }
    }

    /** A table of contents is made by Word, not written. */
    private void content(Element box) {
        boolean contents = "Table of Contents".equals(Xml.value(box, "val", "sdtPr", "docPartObj", "docPartGallery"));
        Element inside = Xml.child(box, "sdtContent");
        if (inside != null && !contents) {
            blocks(inside);
        }
    }

    private void paragraph(Element paragraph) {
        String text = open + (open.isEmpty() ? numbered(paragraph) : text(paragraph));
        if (Xml.child(paragraph, "pPr", "rPr", "del") != null) {
            open = text;
        } else {
            open = "";
            keep(text);
        }
        if (boxes) {
            boxes(paragraph);
        }
    }

    /** The same box stands twice in the file, for new and for old readers: the first of the two is read. */
    private void boxes(Element parent) {
        for (Element child : Xml.children(parent)) {
            switch (child.getLocalName()) {
                case "txbxContent" -> blocks(child);
                case "Fallback", "del", "moveFrom" -> { }
                default -> boxes(child);
            }
        }
    }

    private String numbered(Element paragraph) {
        String text = text(paragraph);
        return text.isBlank() ? "" : numbering.mark(Xml.child(paragraph, "pPr")) + text;
    }

    private void keep(String text) {
        for (String part : text.split("\n")) {
            String line = Paste.line(part, words);
            if (!line.isEmpty()) {
                lines.add(line);
            }
        }
    }

    private static String text(Element paragraph) {
        StringBuilder text = new StringBuilder();
        inline(paragraph, text);
        return text.toString();
    }

    private static void inline(Element parent, StringBuilder text) {
        for (Element child : Xml.children(parent)) {
            String name = child.getLocalName();
            if (name.equals("r")) {
                run(child, text);
            } else if (name.equals("t")) {
                text.append(child.getTextContent());
            } else if (!GONE.contains(name)) {
                inline(child, text);
            }
        }
    }

    private static void run(Element run, StringBuilder text) {
        if (Xml.on(run, "rPr", "vanish")) {
            return;
        }
        for (Element child : Xml.children(run)) {
            switch (child.getLocalName()) {
                case "t" -> text.append(child.getTextContent());
                case "tab", "ptab" -> text.append('\t');
                case "br" -> text.append(Xml.value(child, "type") == null || "textWrapping".equals(Xml.value(child, "type")) ? "\n" : "");
                case "cr" -> text.append('\n');
                case "noBreakHyphen" -> text.append('-');
                case "ruby" -> inline(Xml.child(child, "rubyBase") instanceof Element base ? base : child, text);
                default -> { }
            }
        }
    }

    private void table(Element table) {
        List<List<String>> rows = new ArrayList<>();
        rows(table, rows);
        if (rows.size() == 1 && rows.getFirst().size() == 1) {
            keep(rows.getFirst().getFirst());
        } else {
            rows.stream().filter(row -> row.stream().anyMatch(cell -> !cell.isBlank())).forEach(row -> lines.add(Table.row(row)));
        }
    }

    private static void rows(Element parent, List<List<String>> rows) {
        for (Element child : Xml.children(parent)) {
            if (child.getLocalName().equals("tr") && Xml.child(child, "trPr", "del") == null) {
                List<String> cells = new ArrayList<>();
                cells(child, cells);
                rows.add(cells);
            } else if (Set.of("sdt", "sdtContent", "customXml", "ins", "moveTo").contains(child.getLocalName())) {
                rows(child, rows);
            }
        }
    }

    private static void cells(Element parent, List<String> cells) {
        for (Element child : Xml.children(parent)) {
            if (child.getLocalName().equals("tc")) {
                String joined = Xml.value(child, "val", "tcPr", "vMerge");
                boolean goesOn = Xml.child(child, "tcPr", "vMerge") != null && !"restart".equals(joined);
                cells.add(goesOn ? "" : cell(child));
                for (int n = 1; n < Math.min(200, Xml.number(child, 1, "tcPr", "gridSpan")); n++) {
                    cells.add("");
                }
            } else if (Set.of("sdt", "sdtContent", "customXml").contains(child.getLocalName())) {
                cells(child, cells);
            }
        }
    }

    private static String cell(Element cell) {
        List<String> texts = new ArrayList<>();
        collect(cell, texts);
        return String.join("\n", texts);
    }

    private static void collect(Element parent, List<String> texts) {
        for (Element child : Xml.children(parent)) {
            if (child.getLocalName().equals("p")) {
                String line = Paste.line(text(child).replace('\n', ' '));
                if (!line.isEmpty()) {
                    texts.add(line);
                }
            } else if (!GONE.contains(child.getLocalName())) {
                collect(child, texts);
            }
        }
    }
}
