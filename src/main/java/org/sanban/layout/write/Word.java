package org.sanban.layout.write;

import java.math.BigInteger;
import java.util.List;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSpacing;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STHint;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;
import org.sanban.layout.Figures;
import org.sanban.layout.fonts.FontRole;

/** What POI leaves to be said in the words of the file format itself. */
final class Word {

    private static final double TWIPS = 20;

    private Word() {}

    static BigInteger twips(double mm) {
        return BigInteger.valueOf(Math.round(mm / Figures.POINT * TWIPS));
    }

    static BigInteger twipsOfPoints(double points) {
        return BigInteger.valueOf(Math.round(points * TWIPS));
    }

    static void margins(CTSectPr section, Figures figures, String path) {
        var margin = section.addNewPgMar();
        margin.setTop(twips(figures.number(path + "top")));
        margin.setLeft(twips(figures.number(path + "left")));
        margin.setRight(twips(figures.number(path + "right")));
        margin.setBottom(twips(figures.number(path + "bottom")));
        margin.setHeader(twips(10));
        margin.setFooter(twips(10));
        margin.setGutter(BigInteger.ZERO);
    }

    static void exactly(XWPFParagraph p, double points) {
        var properties = p.getCTP().isSetPPr() ? p.getCTP().getPPr() : p.getCTP().addNewPPr();
        CTSpacing spacing = properties.isSetSpacing() ? properties.getSpacing() : properties.addNewSpacing();
        spacing.setLine(twipsOfPoints(points));
        spacing.setLineRule(STLineSpacingRule.EXACT);
        spacing.setBefore(BigInteger.ZERO);
        spacing.setAfter(BigInteger.ZERO);
    }

    /** Both ways of saying it: Word reads the characters, LibreOffice the length. */
    static void indent(XWPFParagraph p, double characters, double points) {
        var properties = p.getCTP().isSetPPr() ? p.getCTP().getPPr() : p.getCTP().addNewPPr();
        var indent = properties.isSetInd() ? properties.getInd() : properties.addNewInd();
        indent.setFirstLine(twipsOfPoints(characters * points));
        indent.setFirstLineChars(BigInteger.valueOf(Math.round(characters * 100)));
    }

    static XWPFRun run(XWPFParagraph p, String text, Figures figures, FontRole role, double points) {
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

    static XWPFStyle headingStyle(int level) {
        CTStyle style = CTStyle.Factory.newInstance();
        style.setStyleId("Heading" + level);
        style.setType(STStyleType.PARAGRAPH);
        style.addNewName().setVal("heading " + level);
        style.addNewPPr().addNewOutlineLvl().setVal(BigInteger.valueOf(level - 1L));
        return new XWPFStyle(style);
    }

    /** A centred number on every page. */
    static void pageNumbers(XWPFDocument document, Figures figures, double points) {
        XWPFParagraph p = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        p.setAlignment(ParagraphAlignment.CENTER);
        pageNumber(p, figures, points);
    }

    static void pageNumber(XWPFParagraph p, Figures figures, double points) {
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
}
