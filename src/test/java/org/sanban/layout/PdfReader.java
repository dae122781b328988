package org.sanban.layout;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDVectorFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Reads a PDF back: the places of its characters by PDFBox's text positions, their ink out of the embedded fonts. */
final class PdfReader extends PDFTextStripper {

    private final List<Printed.Sign> signs = new ArrayList<>();

    private final boolean upright;

    private PdfReader(boolean upright) {
        this.upright = upright;
    }

    /** Pages that lie on their side are read as they stand on the sheet, their left edge at the foot. */
    static Printed readUpright(byte[] pdf) {
        return read(pdf, true);
    }

    static Printed read(byte[] pdf) {
        return read(pdf, false);
    }

    private static Printed read(byte[] pdf, boolean upright) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PdfReader reader = new PdfReader(upright);
            reader.getText(document);
            return new Printed(reader.signs, lines(document), document.getNumberOfPages());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected void processTextPosition(TextPosition text) {
        try {
            var matrix = text.getTextMatrix();
            double size = (matrix.getScaleX() == 0 ? Math.abs(matrix.getShearY()) : matrix.getScaleX()) * Figures.POINT;
            double x = matrix.getTranslateX() * Figures.POINT;
            double base = (text.getPageHeight() - matrix.getTranslateY()) * Figures.POINT;
            Rectangle2D ink = ((PDVectorFont) text.getFont()).getNormalizedPath(text.getCharacterCodes()[0]).getBounds2D();
            double width = text.getFont().getWidth(text.getCharacterCodes()[0]) / 1000 * size;
            Printed.Sign sign = new Printed.Sign(
                    getCurrentPageNo(), text.getUnicode(), x, x + width, base, size, base - ink.getMaxY() / 1000 * size, base - ink.getMinY() / 1000 * size,
                    matrix.getShearY() > 0.1);
            boolean turned = upright && text.getPageWidth() > text.getPageHeight();
            signs.add(turned ? sign.turned(text.getPageWidth() * Figures.POINT, matrix.getScaleX() != 0) : sign);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Printed.Line> lines(PDDocument document) throws IOException {
        List<Printed.Line> lines = new ArrayList<>();
        for (int n = 0; n < document.getNumberOfPages(); n++) {
            double height = document.getPage(n).getMediaBox().getHeight();
            List<Double> numbers = new ArrayList<>();
            double[] state = new double[5];
            for (Object token : new PDFStreamParser(document.getPage(n)).parse()) {
                if (token instanceof COSNumber number) {
                    numbers.add((double) number.floatValue());
                } else if (token instanceof Operator operator) {
                    switch (operator.getName()) {
                        case "w" -> state[4] = numbers.getFirst();
                        case "m" -> point(numbers, state, 0, height);
                        case "l" -> {
                            point(numbers, state, 2, height);
                            lines.add(new Printed.Line(
                                    n + 1, state[0] * Figures.POINT, state[1] * Figures.POINT, state[2] * Figures.POINT, state[3] * Figures.POINT,
                                    state[4] * Figures.POINT));
                        }
                        default -> { }
                    }
                    numbers.clear();
                }
            }
        }
        return lines;
    }

    private static void point(List<Double> numbers, double[] state, int at, double height) {
        state[at] = numbers.get(0);
        state[at + 1] = height - numbers.get(1);
    }
}
