package org.sanban.layout;

import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowHeightRule;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.sanban.layout.write.Word;
import org.sanban.layout.write.WordGrid;

/** A table of a paper in a DOCX: rows as many slots high as on the paper, its head on every page. */
final class WordTable {

    /** Half points by which the lines of a cell of several are lifted: between the two ways to place a base line. */
    private static final int LIFTED = 4;

    /** By so much its head is lower, for the lines of the table, in twips. */
    private static final int LINES = 20;

    private final WordPieces pieces;
    private final Figures f;
    private final XWPFDocument document;

    WordTable(WordPieces pieces, Figures figures, XWPFDocument document) {
        this.pieces = pieces;
        this.f = figures;
        this.document = document;
    }

    void write(Cells cells, int height) {
        XWPFTable table = document.createTable(cells.rows().size(), cells.widths().length);
        Word.grid(table, cells.widths(), f.number("body.table.line_mm"));
        for (int r = 0; r < cells.rows().size(); r++) {
            table.getRow(r).setHeight(height * cells.lines(r) - (r == 0 ? LINES : 0));
            table.getRow(r).setHeightRule(TableRowHeightRule.EXACT);
            table.getRow(r).setCantSplitRow(true);
            for (int c = 0; c < cells.widths().length; c++) {
                cell(table.getRow(r).getCell(c), cells, r, c, height);
            }
        }
        if (cells.rows().size() > 1) {
            table.getRow(0).setRepeatHeader(true);
        }
    }

    private void cell(XWPFTableCell cell, Cells cells, int r, int c, int height) {
        List<List<Letter>> lines = cells.rows().get(r).get(c);
        List<Letter> letters = lines.stream().flatMap(List::stream).toList();
        XWPFParagraph p = cell.getParagraphs().getFirst();
        cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
        p.setAlignment(cells.inMiddle(r, lines) ? ParagraphAlignment.CENTER : ParagraphAlignment.LEFT);
        int side = cells.inMiddle(r, lines) ? WordGrid.twips(cells.padding()) / 2 : WordGrid.twips(cells.padding());
        WordGrid.indent(p, side, 0, cells.inMiddle(r, lines) ? side : 0);
        WordGrid.exactly(p, 0, lines.size() > 1 ? height : WordGrid.single(cells.size()), 0);
        pieces.runs(p, letters, 0, lines.size() > 1 ? LIFTED : 0);
    }
}
