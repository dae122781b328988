package org.sanban.collation;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** The text of a PDF, every character at its place; what is printed twice on one spot to look bold counts once. */
final class PdfProof extends PDFTextStripper {

    private static final int DEEP = 4;

    private final List<Glyphs.Glyph> glyphs = new ArrayList<>();

    private final List<List<Glyphs.Placed>> placed = new ArrayList<>();
    private final boolean written;
    /** Does all text of the page run level? */
    private boolean level;

    private PdfProof(boolean written) {
        this.written = written;
        setSortByPosition(!written);
        setSuppressDuplicateOverlappingText(true);
    }

    /** Its paragraphs, as far as the places of its lines tell. */
    static List<String> paragraphs(Path file, ProofLimits limits) throws IOException {
        PdfProof reader = new PdfProof(false);
        return PageParagraphs.of(reader.placed, reader.read(file, limits).lines());
    }

    /** @param written in the order in which it was written, not by places */
    static ProofText read(Path file, ProofLimits limits, boolean written) throws IOException {
        return new PdfProof(written).read(file, limits);
    }

    private ProofText read(Path file, ProofLimits limits) throws IOException {
        long end = System.nanoTime() + limits.time().toNanos();
        try (PDDocument pdf = Loader.loadPDF(new RandomAccessReadBufferedFile(file))) {
            if (pdf.getNumberOfPages() > limits.pages()) {
                throw ProofReader.refused("pages", pdf.getNumberOfPages(), limits.pages());
            }
            List<List<ProofText.Line>> pages = new ArrayList<>();
            List<Integer> pictures = new ArrayList<>();
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                if (System.nanoTime() > end) {
                    throw ProofReader.refused("too-slow", limits.time().toSeconds());
                }
                pages.add(page(pdf, page));
                if (pages.getLast().isEmpty() && pictured(pdf.getPage(page - 1).getResources(), DEEP)) {
                    pictures.add(page);
                }
            }
            refusePictures(pictures, pages);
            return new ProofText(PageNumbers.without(pages), pages.size());
        } catch (InvalidPasswordException e) {
            throw ProofReader.refused("encrypted");
        }
    }

    static void refusePictures(List<Integer> pictures, List<List<ProofText.Line>> pages) {
        if (pages.stream().allMatch(List::isEmpty)) {
            throw ProofReader.refused("picture");
        }
        if (!pictures.isEmpty()) {
            throw ProofReader.refused("picture-pages", pictures.stream().limit(10).map(String::valueOf).collect(Collectors.joining("、")));
        }
    }

    private List<ProofText.Line> page(PDDocument pdf, int page) throws IOException {
        glyphs.clear();
        level = true;
        setStartPage(page);
        setEndPage(page);
        writeText(pdf, Writer.nullWriter());
        if (written) {
            return Glyphs.written(page, glyphs);
        }
        placed.add(Glyphs.placed(glyphs, level ? PdfRules.of(pdf.getPage(page - 1)) : Rules.NONE));
        return Glyphs.lines(page, placed.getLast());
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) {
        for (TextPosition at : positions) {
            level &= at.getDir() == 0;
            if (at.getUnicode() != null) {
                glyphs.add(new Glyphs.Glyph(at.getXDirAdj(), at.getYDirAdj(), at.getWidthDirAdj(), Math.max(1, at.getFontSizeInPt()), at.getUnicode()));
            }
        }
    }

    private static boolean pictured(PDResources resources, int deep) throws IOException {
        if (resources == null || deep == 0) {
            return false;
        }
        for (COSName name : resources.getXObjectNames()) {
            if (resources.isImageXObject(name) || resources.getXObject(name) instanceof PDFormXObject form && pictured(form.getResources(), deep - 1)) {
                return true;
            }
        }
        return false;
    }
}
