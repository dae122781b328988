package org.sanban.layout;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.sanban.layout.fonts.FontRole;
import org.sanban.layout.write.WordGrid;

/**
 * A paper as DOCX, to go on writing in it: text stays in paragraphs that the reader's program breaks into lines in its own fonts, on the same
 * grid and at the same places.
 */
final class PaperWord {

    private final Paper paper;
    private final PaperPlan plan;
    private final Figures f;
    private final XWPFDocument document = new XWPFDocument();
    private final WordPieces pieces;

    private PaperWord(Paper paper, PaperPlan plan, Figures figures) {
        this.paper = paper;
        this.plan = plan;
        this.f = figures;
        this.pieces = new WordPieces(document, figures, plan.area());
    }

    static byte[] write(Paper paper, PaperPlan plan, Figures figures) {
        PaperWord word = new PaperWord(paper, plan, figures);
        try (XWPFDocument document = word.document) {
            word.all();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void all() {
        Area area = plan.area();
        boolean letter = paper.format() == Paper.Format.LETTER;
        Type body = new Type(FontRole.FANGSONG, area.size(), area.cell(), Ink.BLACK);
        WordGrid.prepare(document, f, WordLines.closer(body), Letter.NOT_FIRST, Letter.NOT_LAST);
        WordPages pages = new WordPages(document, f, plan, letter);
        pages.begin();
        new WordHead(document, f, plan, pieces, letter).write();
        int height = pieces.write(plan.main(), plan.closing().slots(), false);
        closing(height);
        boolean wasAcross = false;
        for (PaperPlan.AnnexPlan annex : plan.annexes()) {
            boolean turns = annex.across() || wasAcross;
            if (turns) {
                pages.end(last(), wasAcross);
            }
            WordPieces own = annex.across() ? new WordPieces(document, f, area.across()) : pieces;
            own.write(annex.sides(), 0, !turns);
            wasAcross = annex.across();
        }
        if (wasAcross && !plan.imprint().empty()) {
            pages.end(last(), true);
        }
        new WordImprint(document, f, plan, pieces).write(plan.imprintTurns() - (wasAcross ? 1 : 0));
    }

    /** The paragraph that ends a section: the last one, or one as low as can be after a table. */
    private XWPFParagraph last() {
        IBodyElement end = document.getBodyElements().getLast();
        return end instanceof XWPFParagraph p ? p : pieces.empty(1);
    }

    /** A line may stand between two slots; what follows it does not. */
    private void closing(int height) {
        int at = 0;
        for (Closing.Line line : plan.closing().lines()) {
            int slot = (int) Math.floor(line.slot() + 0.01);
            for (; at < slot; at++) {
                pieces.empty(height);
            }
            int lower = (int) Math.round((line.slot() - slot) * height);
            if (lower == 0) {
                pieces.fixed(line.piece(), height);
            } else {
                pieces.between(line.piece(), lower, height);
                at++;
            }
            at++;
        }
    }
}
