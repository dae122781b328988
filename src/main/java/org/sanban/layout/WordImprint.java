package org.sanban.layout;

import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.sanban.layout.write.Word;
import org.sanban.layout.write.WordGrid;

/**
 * 版记 in a DOCX: paragraphs at the foot of the type area of the last page, wherever the text above them ends. Each has a frame of its own, since
 * LibreOffice does not make one of paragraphs with different lines. Lengths are twips.
 */
final class WordImprint {

    /** Half points by which lines of a paragraph of several are lifted: between the two ways to place a base line. */
    private static final int LIFTED = 3;

    private final XWPFDocument document;
    private final Figures f;
    private final PaperPlan plan;
    private final WordPieces pieces;
    private final int row;
    private double top;

    WordImprint(XWPFDocument document, Figures figures, PaperPlan plan, WordPieces pieces) {
        this.document = document;
        this.f = figures;
        this.plan = plan;
        this.pieces = pieces;
        row = WordGrid.twips(plan.imprint().row());
        top = plan.area().bottom() - plan.imprint().height();
    }

    /** @param turns pages to turn before it */
    void write(int turns) {
        Imprint imprint = plan.imprint();
        if (imprint.empty()) {
            return;
        }
        for (int n = 0; n < turns; n++) {
            pieces.empty(1).setPageBreak(true);
        }
        boolean prints = !imprint.print().isEmpty();
        for (int n = 0; n < imprint.flows().size(); n++) {
            boolean last = !prints && n == imprint.flows().size() - 1;
            copied(imprint.flows().get(n), n == 0 ? "first" : "", last ? "last" : "");
        }
        if (prints) {
            printed(imprint.flows().isEmpty() ? "first" : "middle");
        }
        pieces.empty(1);
    }

    private void copied(Piece.Flow flow, String above, String below) {
        int rows = flow.lines(plan.area().width()).size();
        XWPFParagraph p = framed(rows, above, below);
        p.setAlignment(ParagraphAlignment.LEFT);
        WordGrid.exactly(p, 0, row, 0);
        WordGrid.indent(p, WordGrid.twips(flow.rest()), WordGrid.twips(flow.first()) - WordGrid.twips(flow.rest()), WordGrid.twips(flow.right()));
        WordLines.of(flow, plan.area().width(), false).forEach(line -> pieces.runs(p, line.letters(), line.wider(), LIFTED));
    }

    private void printed(String above) {
        XWPFParagraph p = framed(1, above, "last");
        WordGrid.exactly(p, 0, row, 0);
        pieces.stretches(p, plan.imprint().print(), LIFTED);
    }

    private XWPFParagraph framed(int rows, String above, String below) {
        XWPFParagraph p = WordGrid.paragraph(document);
        double line = plan.imprint().ruled() && !above.isEmpty() ? f.number("imprint.lines_mm." + above) : 0;
        WordGrid.frame(p, WordGrid.twips(plan.area().left()), WordGrid.twips(top - line / 2), WordGrid.twips(plan.area().width()), rows * row);
        top += rows * plan.imprint().row();
        if (line > 0) {
            Word.lineAbove(p, 0, line);
        }
        if (plan.imprint().ruled() && !below.isEmpty()) {
            Word.lineBelow(p, 0, f.number("imprint.lines_mm." + below));
        }
        return p;
    }
}
