package org.sanban.layout.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.sanban.layout.Book;
import org.sanban.layout.Figures;
import org.sanban.layout.fonts.FontRole;

/** A book as DOCX: headings are headings, so that the reader's program makes the contents (a field) and the outline. */
public final class BookWord {

    private final Figures figures;
    private final XWPFDocument document = new XWPFDocument();

    private BookWord(Figures figures) {
        this.figures = figures;
    }

    public static byte[] write(Book book, Figures figures) {
        BookWord word = new BookWord(figures);
        try (XWPFDocument document = word.document) {
            word.section(book.across());
            word.styles();
            word.text(book.title(), "title", FontRole.TITLE).setAlignment(ParagraphAlignment.CENTER);
            if (book.subtitle() != null) {
                word.text(book.subtitle(), "subtitle", FontRole.KAI).setAlignment(ParagraphAlignment.CENTER);
            }
            if (book.contents()) {
                word.contents(book.parts());
            }
            book.parts().forEach(word::part);
            Word.pageNumbers(document, figures, figures.number("book.page_no.pt"));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void section(boolean across) {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        var size = section.addNewPgSz();
        size.setW(Word.twips(figures.number(across ? "page.height" : "page.width")));
        size.setH(Word.twips(figures.number(across ? "page.width" : "page.height")));
        if (across) {
            size.setOrient(STPageOrientation.LANDSCAPE);
        }
        Word.margins(section, figures, "book.page.");
    }

    private void styles() {
        var styles = document.createStyles();
        for (int level = 1; level <= 3; level++) {
            styles.addStyle(Word.headingStyle(level));
        }
    }

    private void contents(List<Book.Part> parts) {
        XWPFParagraph field = document.createParagraph();
        field.createRun().getCTR().addNewFldChar().setFldCharType(org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType.BEGIN);
        field.createRun().getCTR().addNewInstrText().setStringValue(" TOC \\o \"1-3\" \\h \\z \\u ");
        field.createRun().getCTR().addNewFldChar().setFldCharType(org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType.SEPARATE);
        for (Book.Part part : parts) {
            if (part instanceof Book.Heading heading) {
                text("　".repeat(Math.max(0, heading.level() - 1)) + heading.text(), "text", FontRole.FANGSONG);
            }
        }
        document.createParagraph().createRun().getCTR().addNewFldChar()
                .setFldCharType(org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType.END);
        document.createParagraph().setPageBreak(true);
    }

    private void part(Book.Part part) {
        switch (part) {
            case Book.Heading heading -> {
                int level = Math.clamp(heading.level(), 1, 3);
                XWPFParagraph p = text(heading.text(), "heading" + level, level == 3 ? FontRole.KAI : FontRole.BLACK);
                p.setStyle("Heading" + level);
                p.setKeepNext(true);
            }
            case Book.Paragraph text -> text.text().lines().filter(line -> !line.isBlank())
                    .forEach(line -> Word.indent(text(line.strip(), "text", FontRole.FANGSONG), 2, figures.number("book.text.pt")));
            case Book.Note note -> note.text().lines().filter(line -> !line.isBlank()).forEach(line -> text(line.strip(), "note", FontRole.KAI));
            case Book.Table table -> table(table);
            case Book.Bars bars -> table(new Book.Table(List.of(), bars.bars().stream().map(bar -> List.of(bar.label(), bar.number())).toList(), List.of()));
            case Book.Trend trend -> table(new Book.Table(trend.points().stream().map(Book.Point::label).toList(),
                    List.of(trend.points().stream().map(p -> p.value() == null ? "" : String.format(java.util.Locale.ROOT, trend.form(), p.value())).toList()), List.of()));
            case Book.NewPage() -> document.createParagraph().setPageBreak(true);
        }
    }

    private XWPFParagraph text(String text, String figure, FontRole role) {
        XWPFParagraph p = document.createParagraph();
        Word.exactly(p, figures.number("book." + figure + ".line_pt"));
        Word.run(p, text, figures, role, figures.number("book." + figure + ".pt"));
        return p;
    }

    private void table(Book.Table source) {
        int columns = Math.max(source.head().size(), source.rows().stream().mapToInt(List::size).max().orElse(0));
        int head = source.head().isEmpty() ? 0 : 1;
        if (columns == 0) {
            return;
        }
        XWPFTable table = document.createTable(head + source.rows().size(), columns);
        table.setWidth("100%");
        if (head == 1) {
            fill(table, 0, source.head(), FontRole.BLACK);
            table.getRow(0).setRepeatHeader(true);
        }
        for (int n = 0; n < source.rows().size(); n++) {
            fill(table, head + n, source.rows().get(n), FontRole.FANGSONG);
        }
        double sum = source.shares().stream().mapToDouble(Double::doubleValue).sum();
        for (int c = 0; c < source.shares().size() && c < columns; c++) {
            for (var row : table.getRows()) {
                var width = row.getCell(c).getCTTc().addNewTcPr().addNewTcW();
                width.setW(BigInteger.valueOf(Math.round(source.shares().get(c) / sum * 5000)));
                width.setType(org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth.PCT);
            }
        }
        document.createParagraph();
    }

    private void fill(XWPFTable table, int row, List<String> cells, FontRole role) {
        for (int c = 0; c < cells.size(); c++) {
            XWPFTableCell cell = table.getRow(row).getCell(c);
            Word.run(cell.getParagraphs().getFirst(), cells.get(c), figures, role, figures.number("book.table.pt"));
        }
    }
}
