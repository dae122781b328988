package org.sanban.layout.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.util.Matrix;
import org.sanban.layout.Figures;
import org.sanban.layout.Ink;
import org.sanban.layout.Page;
import org.sanban.layout.Run;
import org.sanban.layout.Sheet;
import org.sanban.layout.Stroke;
import org.sanban.layout.fonts.SmallFont;
import org.sanban.layout.fonts.Typeface;

/** A sheet as PDF. The same sheet gives the same bytes. */
public final class Pdf {

    private static final double EM = 1000;
    /** Below it a glyph is where it should be. */
    private static final double STILL = 0.5;

    private final Map<Typeface, PDType0Font> fonts = new HashMap<>();

    private Pdf() {}

    /** @param title shown by readers as the name of the document */
    public static byte[] write(Sheet sheet, String title) {
        try (PDDocument document = new PDDocument()) {
            Pdf pdf = new Pdf();
            for (var font : SmallFonts.of(sheet).all().entrySet()) {
                pdf.fonts.put(font.getKey(), pdf.embed(document, font.getValue()));
            }
            for (Page page : sheet.pages()) {
                pdf.page(document, page);
            }
            document.getDocumentInformation().setTitle(title);
            document.getDocumentInformation().setProducer("Sanban");
            document.setDocumentId((long) title.hashCode());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PDType0Font embed(PDDocument document, SmallFont font) throws IOException {
        return PDType0Font.load(document, new TTFParser().parse(new RandomAccessReadBuffer(font.bytes())), false);
    }

    private void page(PDDocument document, Page page) throws IOException {
        PDPage sheet = new PDPage(new PDRectangle(points(page.width()), points(page.height())));
        document.addPage(sheet);
        try (PDPageContentStream out = new PDPageContentStream(document, sheet)) {
            for (Stroke stroke : page.strokes()) {
                stroke(out, stroke, page.height());
            }
            out.beginText();
            for (Run run : page.runs()) {
                run(out, run, page.height());
            }
            out.endText();
        }
    }

    private static void stroke(PDPageContentStream out, Stroke s, double height) throws IOException {
        if (s.ink() == Ink.RED) {
            out.setStrokingColor(0f, 0.8f, 0.8f, 0f);
        } else {
            out.setStrokingColor(0f);
        }
        out.setLineWidth(points(s.width()));
        out.moveTo(points(s.x1()), points(height - s.y1()));
        out.lineTo(points(s.x2()), points(height - s.y2()));
        out.stroke();
    }

    private void run(PDPageContentStream out, Run run, double height) throws IOException {
        if (run.ink() == Ink.RED) {
            out.setNonStrokingColor(0f, 0.8f, 0.8f, 0f);
        } else {
            out.setNonStrokingColor(0f);
        }
        out.setFont(fonts.get(run.face()), points(run.size()));
        float x = points(run.x());
        float y = points(height - run.y());
        out.setTextMatrix(run.upwards() ? new Matrix(0, 1, -1, 0, x, y) : Matrix.getTranslateInstance(x, y));
        out.showTextWithPositioning(pieces(run));
    }

    private static Object[] pieces(Run run) {
        List<Object> pieces = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        int[] characters = run.text().codePoints().toArray();
        double behind = 0;
        for (int n = 0; n < characters.length; n++) {
            word.appendCodePoint(characters[n]);
            if (n < characters.length - 1) {
                behind += run.steps()[n] / run.size() * EM - Math.round(run.face().glyph(characters[n]).advance() * EM);
                if (Math.abs(behind) >= STILL) {
                    pieces.add(word.toString());
                    pieces.add((float) -Math.round(behind));
                    behind -= Math.round(behind);
                    word.setLength(0);
                }
            }
        }
        pieces.add(word.toString());
        return pieces.toArray();
    }

    private static float points(double mm) {
        return (float) (mm / Figures.POINT);
    }
}
