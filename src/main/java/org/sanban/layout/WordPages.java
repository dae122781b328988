package org.sanban.layout;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFactory;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFHeaderFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRelation;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.FtrDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STDocGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STHdrFtr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.sanban.layout.write.Word;
import org.sanban.layout.write.WordGrid;

/** The pages of a DOCX: their size and margins, the grid of lines, and page numbers outside the type area. */
final class WordPages {

    /** Left free below the last slot of a page on its side, in twips: LibreOffice puts the grid in the middle of what there is. */
    private static final int SPARE = 10;

    private final XWPFDocument document;
    private final Figures f;
    private final PaperPlan plan;
    private final boolean letter;
    private final CTSectPr last;

    WordPages(XWPFDocument document, Figures figures, PaperPlan plan, boolean letter) {
        this.document = document;
        this.f = figures;
        this.plan = plan;
        this.letter = letter;
        this.last = document.getDocument().getBody().addNewSectPr();
    }

    /** The pages that lie upright, which are those at the end, too. */
    void begin() {
        for (HeaderFooterType side : List.of(HeaderFooterType.DEFAULT, HeaderFooterType.EVEN)) {
            XWPFParagraph p = document.createFooter(side).createParagraph();
            boolean odd = side == HeaderFooterType.DEFAULT;
            p.setAlignment(odd ? ParagraphAlignment.RIGHT : ParagraphAlignment.LEFT);
            int indent = WordGrid.twips(plan.area().cell());
            WordGrid.indent(p, odd ? 0 : indent, 0, odd ? indent : 0);
            WordGrid.exactly(p, 0, WordGrid.single(size()), 0);
            number(p);
        }
        if (letter) {
            document.createFooter(HeaderFooterType.FIRST);
            XWPFParagraph p = document.createHeader(HeaderFooterType.FIRST).createParagraph();
            plan.sheet().pages().getFirst().strokes().stream().filter(stroke -> stroke.ink() == Ink.RED).forEach(stroke -> WordGrid.stroke(p.createRun(), stroke));
        }
        fill(last, false);
    }

    /** Ends the section that was written so far. */
    void end(XWPFParagraph end, boolean across) {
        CTSectPr section = WordGrid.section(end);
        if (across) {
            sideways(section);
        } else {
            last.getFooterReferenceList().forEach(reference -> section.addNewFooterReference().set(reference));
            last.getHeaderReferenceList().forEach(reference -> section.addNewHeaderReference().set(reference));
        }
        fill(section, across);
    }

    private double size() {
        return f.points("fonts.page_no.pt");
    }

    private void number(XWPFParagraph p) {
        Word.pageNumber(p, f, f.number("fonts.page_no.pt"));
        p.getRuns().forEach(run -> WordGrid.apart(run, 0));
    }

    private void fill(CTSectPr section, boolean across) {
        var size = section.addNewPgSz();
        size.setW(Word.twips(f.number(across ? "page.height" : "page.width")));
        size.setH(Word.twips(f.number(across ? "page.width" : "page.height")));
        if (across) {
            size.setOrient(STPageOrientation.LANDSCAPE);
        }
        Word.margins(section, f, "page.");
        if (across) {
            turned(section);
        } else {
            section.getPgMar().setFooter(Word.twips(f.number("page.height") - base() - WordGrid.SINGLE * size() * 0.2));
        }
        if (letter) {
            section.addNewTitlePg();
        }
        var grid = section.addNewDocGrid();
        grid.setType(STDocGrid.LINES);
        grid.setLinePitch(BigInteger.valueOf(WordPieces.pitch(f)));
    }

    /** Its head lies at the left edge of the sheet; below its last slot nothing is free. */
    private void turned(CTSectPr section) {
        var margin = section.getPgMar();
        margin.setTop(Word.twips(f.number("page.left")));
        margin.setRight(Word.twips(f.number("page.top")));
        int slots = plan.area().across().slots();
        margin.setBottom(BigInteger.valueOf(WordGrid.twips(f.number("page.width") - f.number("page.left")) - slots * WordPieces.pitch(f) - SPARE));
        margin.setLeft(Word.twips(f.number("page.bottom")));
    }

    /** Base line of a page number, in mm from the top of the sheet. */
    private double base() {
        Optional<Run> number = plan.sheet().pages().stream().flatMap(page -> page.runs().stream()).filter(run -> run.place().element().equals("page")).findFirst();
        return number.map(Run::y).orElse(plan.area().bottom() + f.number("page_number.dash_below_type_area_mm"));
    }

    /** Page numbers stay where they are on the sheet: at the left of a page that lies on its side, running downwards. */
    private void sideways(CTSectPr section) {
        for (STHdrFtr.Enum side : List.of(STHdrFtr.DEFAULT, STHdrFtr.EVEN)) {
            XWPFFooter footer = (XWPFFooter) document.createRelationship(XWPFRelation.FOOTER, XWPFFactory.getInstance(), document.getRelations().size() + 1);
            footer.setHeaderFooter(FtrDocument.Factory.newInstance().addNewFtr());
            var reference = section.addNewFooterReference();
            reference.setType(side);
            reference.setId(document.getRelationId(footer));
            sideways(footer, side == STHdrFtr.DEFAULT);
        }
    }

    private void sideways(XWPFHeaderFooter footer, boolean odd) {
        XWPFParagraph p = footer.createParagraph();
        XWPFRun run = p.createRun();
        XWPFParagraph inside = footer.createParagraph();
        inside.setAlignment(odd ? ParagraphAlignment.RIGHT : ParagraphAlignment.LEFT);
        WordGrid.exactly(inside, 0, WordGrid.single(size()), 0);
        number(inside);
        String xml = WordGrid.xml(inside);
        footer.removeParagraph(inside);
        double line = WordGrid.SINGLE * size();
        Area area = plan.area();
        WordGrid.downwards(run, f.number("page.height") - base() - line * 0.2, area.left() + area.cell(), line, area.width() - 2 * area.cell(), xml);
    }
}
