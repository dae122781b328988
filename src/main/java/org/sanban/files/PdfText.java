package org.sanban.files;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.text.PDFTextStripper;
import org.sanban.files.ExtractedText.Examined;
import org.sanban.files.Passage.Place;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;

/** The text of a PDF page by page, from the top of each page down, its notes and its properties. */
final class PdfText {

    private PdfText() {}

    static ExtractedText read(Path file, Duration limit) throws IOException {
        long end = System.nanoTime() + limit.toNanos();
        try (PDDocument pdf = Loader.loadPDF(new RandomAccessReadBufferedFile(file))) {
            List<Passage> passages = new ArrayList<>();
            passages.add(new Passage(Place.METADATA, properties(pdf)));
            int pages = pdf.getNumberOfPages();
            int seen = 0;
            for (; seen < pages && System.nanoTime() < end; seen++) {
                passages.add(new Passage(Place.BODY, page(pdf, seen + 1)));
                passages.add(new Passage(Place.HEADER, notes(pdf.getPage(seen))));
            }
            boolean text = passages.stream().anyMatch(p -> p.place() == Place.BODY && !p.text().isBlank());
            return new ExtractedText(passages, pages, !text ? Examined.NOT : seen < pages ? Examined.PARTLY : Examined.FULLY);
        } catch (InvalidPasswordException e) {
            throw new Refused(Objection.of("files.refusal.encrypted").at("file"));
        }
    }

    private static String page(PDDocument pdf, int number) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setStartPage(number);
        stripper.setEndPage(number);
        return stripper.getText(pdf);
    }

    private static String notes(PDPage page) throws IOException {
        return page.getAnnotations().stream().map(PDAnnotation::getContents)
                .filter(text -> text != null && !text.isBlank()).collect(Collectors.joining("\n"));
    }

    private static String properties(PDDocument pdf) {
        var info = pdf.getDocumentInformation().getCOSObject();
        Stream<String> values = info.keySet().stream().map(COSName::getName).map(info::getString);
        return values.filter(value -> value != null && !value.isBlank()).collect(Collectors.joining("\n"));
    }
}
