package org.sanban.layout;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.sanban.layout.fonts.Fonts;
import org.sanban.layout.write.BookWord;
import org.sanban.layout.write.Ofd;
import org.sanban.layout.write.Pdf;
import org.sanban.layout.write.Svg;
import org.sanban.pages.Refused;

/** Sets papers and books in type, and writes them as files. Pure: the same in, the same out. May be used by several threads. */
public final class Typesetting {

    private final Fonts fonts;
    private final Figures figures;

    public Typesetting(Fonts fonts, Figures figures) {
        this.fonts = fonts;
        this.figures = figures;
    }

    /** Is there a font for every role on this machine? */
    public boolean ready() {
        return fonts.ready();
    }

    /**
     * Running text on pages.
     *
     * @throws GlyphMissing where no font has a character
     * @throws Refused without fonts
     */
    public Sheet set(Book book) {
        refuseWithoutFonts();
        return BookSetting.of(book, fonts, figures);
    }

    /**
     * A paper in its official form.
     *
     * @throws GlyphMissing where no font has a character
     * @throws Refused without fonts
     */
    public Sheet set(Paper paper) {
        refuseWithoutFonts();
        return PaperSetting.of(paper, fonts, figures).sheet();
    }

    /** @param title shown by readers as the name of the document */
    public byte[] pdf(Sheet sheet, String title) {
        return Pdf.write(sheet, title);
    }

    public byte[] ofd(Sheet sheet, String title) {
        return Ofd.write(sheet, title);
    }

    /** One page as a picture for the browser. */
    public String svg(Page page) {
        return Svg.write(page);
    }

    /** A paper as DOCX, on the same grid, broken into lines by the reader's program in the reader's fonts. */
    public byte[] docx(Paper paper) {
        refuseWithoutFonts();
        return PaperWord.write(paper, PaperSetting.of(paper, fonts, figures), figures);
    }

    /** A book as DOCX, broken into lines by the reader's program in the reader's fonts. */
    public byte[] docx(Book book) {
        return BookWord.write(book, figures);
    }

    /** A day as papers print it: Arabic, whole, no leading nought. */
    public String date(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern(figures.text("words.date"), Locale.ROOT));
    }

    /**
     * Reads fonts and the dictionary of words by setting a paper that nobody sees.
     *
     * @throws Refused without fonts
     */
    void warm() {
        String words = figures.text("words.about") + figures.text("words.attachment") + figures.text("words.printed");
        pdf(set(Paper.of(Paper.Format.DOCUMENT).mark(List.of(words), "").number(words).title(words).body(List.of(Paper.Text.of(words))).build()), "");
    }

    private void refuseWithoutFonts() {
        Refused.unless(ready(), "layout.refusal.no-fonts");
    }
}
