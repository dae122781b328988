package org.sanban.files;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.sanban.files.ExtractedText.Examined;
import org.sanban.files.Passage.Place;

/** Reads what a file says, by its type, within limits of size and time. Pictures are not read: there is no OCR here. */
final class TextReader {

    private static final int PIECE = 1 << 20;
    private static final int OVERLAP = 64;

    private final FilesSettings settings;

    TextReader(FilesSettings settings) {
        this.settings = settings;
    }

    ExtractedText read(Path file, FileType type) throws IOException {
        return switch (type) {
            case PDF -> PdfText.read(file, settings.examineFor());
            case DOCX, XLSX, PPTX, OFD -> ZippedXml.read(file, settings.inflated().toBytes());
            case TXT -> plain(file);
            case DOC, XLS, PPT -> ole(file);
            case TIFF, PNG, JPEG -> new ExtractedText(List.of(), pictures(file), Examined.NOT);
            default -> ExtractedText.none();
        };
    }

    private static ExtractedText plain(Path file) throws IOException {
        Charset charset = PlainText.charsetOf(file).orElse(StandardCharsets.UTF_8);
        List<Passage> passages = new ArrayList<>();
        char[] buffer = new char[PIECE];
        String before = "";
        try (Reader reader = PlainText.reader(file, charset)) {
            for (int n; (n = fill(reader, buffer)) > 0; ) {
                String piece = before + new String(buffer, 0, n);
                passages.add(new Passage(Place.BODY, piece));
                before = piece.substring(Math.max(0, piece.length() - OVERLAP));
            }
        }
        return new ExtractedText(passages, null, Examined.FULLY);
    }

    private static int fill(Reader reader, char[] buffer) throws IOException {
        int filled = 0;
        for (int n; filled < buffer.length && (n = reader.read(buffer, filled, buffer.length - filled)) > 0; ) {
            filled += n;
        }
        return filled;
    }

    /** Old binary formats keep Chinese text as UTF-16; what lies between control characters counts as a header line. */
    private ExtractedText ole(Path file) throws IOException {
        if (Files.size(file) > settings.inflated().toBytes()) {
            return ExtractedText.none();
        }
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_16LE).replaceAll("[\\p{Cc}\\p{Co}\\p{Cs}]+", "\n");
        return new ExtractedText(List.of(new Passage(Place.HEADER, text)), null, Examined.PARTLY);
    }

    private static Integer pictures(Path file) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("no picture");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                reader.getWidth(0);
                return reader.getNumImages(true);
            } finally {
                reader.dispose();
            }
        }
    }
}
