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
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSpacing;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STHint;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;
import org.sanban.layout.Figures;
import org.sanban.layout.fonts.FontRole;

/** What POI leaves to be said in the words of the file format itself. */
public final class Word {

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

    /** Characters closer to each other (negative) than the font has them, so that a line holds what the grid says. */
    public static void closer(XWPFRun run, double points) {
        run.getCTR().getRPr().addNewSpacing().setVal(BigInteger.valueOf((long) Math.floor(points * TWIPS)));
    }

    /** @return how much lower it makes the paragraph, in mm */
    public static double redLineBelow(XWPFParagraph p, double mm, double thick) {
        var border = p.getCTP().getPPr().addNewPBdr().addNewBottom();
        border.setVal(STBorder.SINGLE);
        border.setColor("E62129");
        border.setSz(eighths(thick));
        long space = Math.clamp(Math.round(mm / Figures.POINT), 0, 31);
        border.setSpace(BigInteger.valueOf(space));
        return (space + eighths(thick).intValue() / 8.0) * Figures.POINT;
    }

    private static BigInteger eighths(double mm) {
        return BigInteger.valueOf(Math.max(2, Math.round(mm / Figures.POINT * 8)));
    }

    /** Lines above, below and before the last row; nothing at the sides. */
    public static void imprintTable(XWPFTable table, double width, double row, boolean ruled, int copies, Figures figures) {
        var properties = table.getCTTbl().getTblPr();
        var borders = properties.isSetTblBorders() ? properties.getTblBorders() : properties.addNewTblBorders();
        for (var border : List.of(
                borders.isSetLeft() ? borders.getLeft() : borders.addNewLeft(), borders.isSetRight() ? borders.getRight() : borders.addNewRight(),
                borders.isSetInsideH() ? borders.getInsideH() : borders.addNewInsideH(), borders.isSetInsideV() ? borders.getInsideV() : borders.addNewInsideV(),
                borders.isSetTop() ? borders.getTop() : borders.addNewTop(), borders.isSetBottom() ? borders.getBottom() : borders.addNewBottom())) {
            border.setVal(STBorder.NONE);
        }
        if (ruled) {
            borders.getTop().setVal(STBorder.SINGLE);
            borders.getTop().setSz(eighths(figures.number("imprint.lines_mm.first")));
            borders.getBottom().setVal(STBorder.SINGLE);
            borders.getBottom().setSz(eighths(figures.number("imprint.lines_mm.last")));
        }
        sized(table, new double[] {width});
        for (int n = 0; n < table.getRows().size(); n++) {
            table.getRow(n).setHeight(twips(row).intValue());
            table.getRow(n).setHeightRule(org.apache.poi.xwpf.usermodel.TableRowHeightRule.EXACT);
            if (ruled && copies > 0 && n == copies) {
                var top = table.getRow(n).getCell(0).getCTTc().getTcPr().addNewTcBorders().addNewTop();
                top.setVal(STBorder.SINGLE);
                top.setSz(eighths(figures.number("imprint.lines_mm.middle")));
            }
        }
    }

    public static void grid(XWPFTable table, double[] widths) {
        sized(table, widths);
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

    /** The paragraph that must follow a table, as low as it can be. */
    public static void tiny(XWPFParagraph p) {
        exactly(p, 1);
        run(p, "");
    }

    private static void run(XWPFParagraph p, String text) {
        XWPFRun run = p.createRun();
        run.setFontSize(1);
        run.setText(text);
    }

    /** Odd and even pages have their numbers at different sides. */
    public static void evenAndOdd(XWPFDocument document) {
        document.setEvenAndOddHeadings(true);
    }
}
