package org.sanban.layout.write;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import javax.xml.namespace.QName;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.xmlbeans.XmlException;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFramePr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSettings;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STHAnchor;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STHeightRule;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STVAnchor;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STWrap;
import org.sanban.layout.Figures;
import org.sanban.layout.Ink;
import org.sanban.layout.Stroke;

/**
 * A paper on the grid of lines in the words of the file format (文档网格). Text stands in the middle of its slot because the grid centres it,
 * in Word and in LibreOffice alike, whatever the fonts; what is not on the grid stands in a line of an exact height of {@link #SINGLE} times its
 * size, where the two ways to place a base line (four fifths down, or in the middle) come to the same. Lengths are twips, a twentieth of a point.
 */
public final class WordGrid {

    /** Height of a line off the grid, in sizes of its font. */
    public static final double SINGLE = 1.2;

    /** How far down such a line its base line stands. */
    public static final double ASCENT = 0.8;
    private static final String NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String MAIN = "xmlns:w=\"" + NAMESPACE + "\"";

    private WordGrid() {}

    public static int twips(double mm) {
        return Word.twips(mm).intValue();
    }

    /**
     * The style of the body, and how lines are broken: marks of punctuation keep their width and neither hang over the edge nor stand where they
     * must not.
     *
     * @param closer by which characters stand closer (negative)
     */
    public static void prepare(XWPFDocument document, Figures figures, int closer, String notFirst, String notLast) {
        String font = figures.text("docx.FANGSONG");
        int half = (int) Math.round(figures.number("fonts.body.pt") * 2);
        String styles = """
                <w:styles %s><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="%2$s" w:hAnsi="%2$s" w:eastAsia="%2$s" w:cs="%2$s"/>\
                <w:spacing w:val="%3$d"/><w:sz w:val="%4$d"/><w:szCs w:val="%4$d"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>\
                <w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:pPr>\
                <w:widowControl w:val="0"/><w:overflowPunct w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:jc w:val="both"/>\
                </w:pPr></w:style></w:styles>""".formatted(MAIN, font, closer, half);
        String settings = """
                <w:settings %s><w:evenAndOddHeaders/><w:characterSpacingControl w:val="doNotCompress"/>\
                <w:noLineBreaksAfter w:lang="zh-CN" w:val="%s"/><w:noLineBreaksBefore w:lang="zh-CN" w:val="%s"/>\
                <w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>\
                <w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>""".formatted(MAIN, notLast, notFirst);
        try {
            document.createStyles().setStyles((CTStyles) inner(styles, CTStyles.type));
            document.getSettings().getCTSettings().set((CTSettings) inner(settings, CTSettings.type));
        } catch (XmlException e) {
            throw new IllegalStateException(e);
        }
    }

    private static XmlObject inner(String xml, org.apache.xmlbeans.SchemaType type) throws XmlException {
        XmlObject whole = XmlObject.Factory.parse(xml);
        try (var cursor = whole.newCursor()) {
            cursor.toFirstChild();
            return cursor.getObject().copy().changeType(type);
        }
    }

    /** Says of the paragraph itself what its style says: LibreOffice does not read it there. */
    static CTPPr properties(XWPFParagraph p) {
        CTPPr properties = p.getCTP().isSetPPr() ? p.getCTP().getPPr() : p.getCTP().addNewPPr();
        if (!properties.isSetOverflowPunct()) {
            properties.addNewOverflowPunct().setVal(false);
            properties.addNewAutoSpaceDE().setVal(false);
            properties.addNewAutoSpaceDN().setVal(false);
        }
        return properties;
    }

    /** A paragraph on the grid. */
    public static XWPFParagraph paragraph(XWPFDocument document) {
        XWPFParagraph p = document.createParagraph();
        properties(p);
        return p;
    }

    /** Ends a section with this paragraph. */
    public static CTSectPr section(XWPFParagraph p) {
        return properties(p).addNewSectPr();
    }

    /** A paragraph as it would stand in the file. */
    public static String xml(XWPFParagraph p) {
        return p.getCTP().xmlText(new XmlOptions().setSaveSyntheticDocumentElement(new QName(NAMESPACE, "p")).setSaveSuggestedPrefixes(Map.of(NAMESPACE, "w")));
    }

    /** Lines of this height whatever the font, off the grid. */
    public static void exactly(XWPFParagraph p, int before, int line, int after) {
        CTPPr properties = properties(p);
        if (!properties.isSetSnapToGrid()) {
            properties.addNewSnapToGrid().setVal(false);
        }
        var spacing = properties.isSetSpacing() ? properties.getSpacing() : properties.addNewSpacing();
        spacing.setBefore(BigInteger.valueOf(before));
        spacing.setAfter(BigInteger.valueOf(after));
        spacing.setLine(BigInteger.valueOf(line));
        spacing.setLineRule(STLineSpacingRule.EXACT);
    }

    /** Height of a line off the grid. */
    public static int single(double mm) {
        return twips(mm * SINGLE);
    }

    /** How far below its upper edge the base line of a line off the grid stands. */
    public static int base(double mm) {
        return (int) Math.round(single(mm) * ASCENT);
    }

    public static void indent(XWPFParagraph p, int left, int first, int right) {
        CTPPr properties = properties(p);
        var indent = properties.isSetInd() ? properties.getInd() : properties.addNewInd();
        if (left != 0) {
            indent.setLeft(BigInteger.valueOf(left));
        }
        if (first > 0) {
            indent.setFirstLine(BigInteger.valueOf(first));
        } else if (first < 0) {
            indent.setHanging(BigInteger.valueOf(-first));
        }
        if (right != 0) {
            indent.setRight(BigInteger.valueOf(right));
        }
    }

    /** Distance from character to character beyond their own width. */
    public static void apart(XWPFRun run, int twips) {
        var properties = run.getCTR().isSetRPr() ? run.getCTR().getRPr() : run.getCTR().addNewRPr();
        properties.addNewSpacing().setVal(BigInteger.valueOf(twips));
    }

    /** Higher than its base line, in half points. */
    public static void raised(XWPFRun run, int half) {
        var properties = run.getCTR().isSetRPr() ? run.getCTR().getRPr() : run.getCTR().addNewRPr();
        properties.addNewPosition().setVal(BigInteger.valueOf(half));
    }

    /** Puts a paragraph at a place of its page, out of the text that flows. */
    public static void frame(XWPFParagraph p, int x, int y, int width, int height) {
        CTFramePr frame = properties(p).addNewFramePr();
        frame.setW(BigInteger.valueOf(width));
        frame.setH(BigInteger.valueOf(height));
        frame.setHRule(STHeightRule.AT_LEAST);
        frame.setWrap(STWrap.THROUGH);
        frame.setHAnchor(STHAnchor.PAGE);
        frame.setVAnchor(STVAnchor.PAGE);
        frame.setX(BigInteger.valueOf(x));
        frame.setY(BigInteger.valueOf(y));
    }

    /** A line at its place on the page, behind the text. */
    public static void stroke(XWPFRun run, Stroke s) {
        picture(run, """
                <v:line style="position:absolute;z-index:-1;mso-position-horizontal-relative:page;mso-position-vertical-relative:page" \
                from="%s,%s" to="%s,%s" strokecolor="#%s" strokeweight="%s"/>""".formatted(
                points(s.x1()), points(s.y1()), points(s.x2()), points(s.y2()), s.ink() == Ink.RED ? Word.RED : "000000", points(s.width())));
    }

    /** A box of text that runs downwards, at a place of the page; {@code paragraph} as XML. */
    public static void downwards(XWPFRun run, double x, double y, double width, double height, String paragraph) {
        picture(run, """
                <v:rect style="position:absolute;left:%s;top:%s;width:%s;height:%s;z-index:1;mso-position-horizontal-relative:page;\
                mso-position-vertical-relative:page" stroked="f" filled="f"><v:textbox style="layout-flow:vertical" inset="0,0,0,0">\
                <w:txbxContent>%s</w:txbxContent></v:textbox></v:rect>""".formatted(points(x), points(y), points(width), points(height), paragraph));
    }

    private static void picture(XWPFRun run, String shapes) {
        try {
            run.getCTR().addNewPict().set(XmlObject.Factory.parse(
                    "<w:pict %s xmlns:v=\"urn:schemas-microsoft-com:vml\">%s</w:pict>".formatted(MAIN, shapes)).selectPath("declare namespace w='" + NAMESPACE + "' ./w:pict")[0]);
        } catch (XmlException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String points(double mm) {
        return String.format(Locale.ROOT, "%.2fpt", mm / Figures.POINT);
    }
}
