package org.sanban.layout.write;

import java.math.BigInteger;
import java.util.List;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPBdr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSpacing;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STHint;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;
import org.sanban.layout.Figures;
import org.sanban.layout.fonts.FontRole;

/** What POI leaves to be said in the words of the file format itself. */
public final class Word {

    public static final String RED = "E62129";
    private static final double TWIPS = 20;

    private Word() {}

    public static BigInteger twips(double mm) {
        return BigInteger.valueOf(Math.round(mm / Figures.POINT * TWIPS));
    }

    public static BigInteger twipsOfPoints(double points) {
        return BigInteger.valueOf(Math.round(points * TWIPS));
    }

    public static void margins(CTSectPr section, Figures figures, String path) {
        var margin = section.addNewPgMar();
        margin.setTop(twips(figures.number(path + "top")));
        margin.setLeft(twips(figures.number(path + "left")));
        margin.setRight(twips(figures.number(path + "right")));
        margin.setBottom(twips(figures.number(path + "bottom")));
        margin.setHeader(twips(10));
        margin.setFooter(twips(10));
        margin.setGutter(BigInteger.ZERO);
    }

    /**
     * Lines of this height whatever the font; nothing is added between Latin and Chinese, or to keep two lines together. No mark hangs over the
     * edge: LibreOffice prints such a mark not at all.
     */
    public static void exactly(XWPFParagraph p, double points) {
        var properties = p.getCTP().isSetPPr() ? p.getCTP().getPPr() : p.getCTP().addNewPPr();
        CTSpacing spacing = properties.isSetSpacing() ? properties.getSpacing() : properties.addNewSpacing();
        spacing.setLine(twipsOfPoints(points));
        spacing.setLineRule(STLineSpacingRule.EXACT);
        spacing.setBefore(BigInteger.ZERO);
        spacing.setAfter(BigInteger.ZERO);
        if (!properties.isSetSnapToGrid()) {
            properties.addNewSnapToGrid().setVal(false);
            properties.addNewAutoSpaceDE().setVal(false);
            properties.addNewAutoSpaceDN().setVal(false);
            properties.addNewWidowControl().setVal(false);
            properties.addNewOverflowPunct().setVal(false);
        }
    }

    /** Both ways of saying it: Word reads the characters, LibreOffice the length. */
    public static void indent(XWPFParagraph p, double characters, double points) {
        var properties = p.getCTP().isSetPPr() ? p.getCTP().getPPr() : p.getCTP().addNewPPr();
        var indent = properties.isSetInd() ? properties.getInd() : properties.addNewInd();
        indent.setFirstLine(twipsOfPoints(characters * points));
        indent.setFirstLineChars(BigInteger.valueOf(Math.round(characters * 100)));
    }

    public static XWPFRun run(XWPFParagraph p, String text, Figures figures, FontRole role, double points) {
        XWPFRun run = p.createRun();
        var properties = run.getCTR().addNewRPr();
        CTFonts fonts = properties.addNewRFonts();
        String name = figures.text("docx." + role.name());
        fonts.setAscii(name);
        fonts.setHAnsi(name);
        fonts.setEastAsia(name);
        fonts.setCs(name);
        fonts.setHint(STHint.EAST_ASIA);
        BigInteger half = BigInteger.valueOf(Math.round(points * 2));
        properties.addNewSz().setVal(half);
        properties.addNewSzCs().setVal(half);
        run.setText(text);
        return run;
    }

    public static XWPFStyle headingStyle(int level) {
        CTStyle style = CTStyle.Factory.newInstance();
        style.setStyleId("Heading" + level);
        style.setType(STStyleType.PARAGRAPH);
        style.addNewName().setVal("heading " + level);
        style.addNewPPr().addNewOutlineLvl().setVal(BigInteger.valueOf(level - 1L));
        return new XWPFStyle(style);
    }

    /** A centred number on every page. */
    public static void pageNumbers(XWPFDocument document, Figures figures, double points) {
        XWPFParagraph p = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        p.setAlignment(ParagraphAlignment.CENTER);
        pageNumber(p, figures, points);
    }

    public static void pageNumber(XWPFParagraph p, Figures figures, double points) {
        run(p, "— ", figures, FontRole.SONG, points);
        for (String what : List.of("begin", "PAGE", "end")) {
            XWPFRun run = run(p, "", figures, FontRole.SONG, points);
            if (what.equals("PAGE")) {
                run.getCTR().addNewInstrText().setStringValue(" PAGE ");
            } else {
                run.getCTR().addNewFldChar().setFldCharType(org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType.Enum.forString(what));
            }
        }
        run(p, " —", figures, FontRole.SONG, points);
    }

    /**
     * A red line below a paragraph.
     *
     * @param free between the two, in twips
     * @return how much lower it makes the paragraph, in twips
     */
    public static int redLineBelow(XWPFParagraph p, int free, double thick) {
        var border = borders(p).addNewBottom();
        line(border, free, thick);
        border.setColor(RED);
        return border.getSpace().intValue() * (int) TWIPS + eighths(thick).intValue() * (int) TWIPS / 8;
    }

    public static void lineBelow(XWPFParagraph p, int free, double thick) {
        line(borders(p).addNewBottom(), free, thick);
    }

    public static void lineAbove(XWPFParagraph p, int free, double thick) {
        line(borders(p).addNewTop(), free, thick);
    }

    private static CTPBdr borders(XWPFParagraph p) {
        var properties = WordGrid.properties(p);
        return properties.isSetPBdr() ? properties.getPBdr() : properties.addNewPBdr();
    }

    private static void line(CTBorder border, int free, double thick) {
        border.setVal(STBorder.SINGLE);
        border.setSz(eighths(thick));
        border.setSpace(BigInteger.valueOf(Math.clamp(Math.round(free / TWIPS), 0, 31)));
    }

    private static BigInteger eighths(double mm) {
        return BigInteger.valueOf(Math.max(2, Math.round(mm / Figures.POINT * 8)));
    }

    /** A table without lines, so far from the left edge, in twips. */
    public static void plain(XWPFTable table, double[] widths, int left) {
        sized(table, widths);
        table.removeBorders();
        var indent = table.getCTTbl().getTblPr().addNewTblInd();
        indent.setW(BigInteger.valueOf(left));
        indent.setType(STTblWidth.DXA);
    }

    /** One cell over several rows. */
    public static void merged(XWPFTableCell cell, boolean first) {
        cell.getCTTc().getTcPr().addNewVMerge().setVal(first ? STMerge.RESTART : STMerge.CONTINUE);
    }

    /** @param line width of its lines in mm */
    public static void grid(XWPFTable table, double[] widths, double line) {
        sized(table, widths);
        var borders = table.getCTTbl().getTblPr().getTblBorders();
        for (var border : List.of(
                borders.getTop(), borders.getBottom(), borders.getLeft(), borders.getRight(), borders.getInsideH(), borders.getInsideV())) {
            border.setSz(eighths(line));
        }
    }

    private static void sized(XWPFTable table, double[] widths) {
        var properties = table.getCTTbl().getTblPr();
        (properties.isSetTblLayout() ? properties.getTblLayout() : properties.addNewTblLayout()).setType(STTblLayoutType.FIXED);
        var margins = properties.isSetTblCellMar() ? properties.getTblCellMar() : properties.addNewTblCellMar();
        for (var side : List.of(margins.isSetLeft() ? margins.getLeft() : margins.addNewLeft(), margins.isSetRight() ? margins.getRight() : margins.addNewRight())) {
            side.setW(BigInteger.ZERO);
            side.setType(STTblWidth.DXA);
        }
        var grid = table.getCTTbl().getTblGrid() == null ? table.getCTTbl().addNewTblGrid() : table.getCTTbl().getTblGrid();
        while (grid.sizeOfGridColArray() > 0) {
            grid.removeGridCol(0);
        }
        for (double width : widths) {
            grid.addNewGridCol().setW(twips(width));
        }
        for (var row : table.getRows()) {
            for (int c = 0; c < widths.length; c++) {
                var cell = row.getCell(c).getCTTc();
                var own = cell.isSetTcPr() ? cell.getTcPr() : cell.addNewTcPr();
                var size = own.isSetTcW() ? own.getTcW() : own.addNewTcW();
                size.setW(twips(widths[c]));
                size.setType(STTblWidth.DXA);
            }
        }
    }
}
