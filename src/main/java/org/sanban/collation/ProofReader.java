package org.sanban.collation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.sanban.files.FileType;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.proofing.Table;
import org.sanban.proofing.WordFile;
import org.sanban.proofing.WordLimits;

/** Brings the text of a proof out of a PDF, DOCX or OFD file. What it is, its content decides; page numbers are left out. */
public final class ProofReader {

    private final ProofLimits limits;

    public ProofReader(ProofLimits limits) {
        this.limits = limits;
    }

    /**
     * @throws Refused with {@code collation.refusal.type}, {@code .picture}, {@code .picture-pages}, {@code .encrypted}, {@code .damaged},
     *     {@code .bomb}, {@code .pages}, {@code .too-long} or {@code .too-slow}
     */
    public ProofText read(Path file) {
        return read(file, false);
    }

    /**
     * Of a file that the house made itself: in the order in which it was written, so that the lines of neighbouring cells of a table, and pages
     * that lie on their side, are no riddle. Refuses as {@link #read(Path)} does.
     */
    public ProofText readAsWritten(Path file) {
        return read(file, true);
    }

    /**
     * A Word file, plain text or the text layer of a PDF as it was written, a paragraph a line, tables as rows {@code | a | b |}; empty where a file is
     * none of these. Of a PDF only its places tell where a paragraph ends.
     *
     * @throws Refused as {@link #read(Path)}
     */
    public String paragraphs(Path file) {
        try {
            return switch (FileType.of(file, limits.entries(), limits.inflated())) {
                case DOCX -> String.join("\n", words(file));
                case PDF -> String.join("\n", PdfProof.paragraphs(file, limits));
                case TXT -> plain(Files.readAllBytes(file));
                default -> "";
            };
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | ClassCastException | NullPointerException e) {
            throw refused("damaged");
        }
    }

    private String plain(byte[] text) throws IOException {
        if (text.length > 4L * limits.characters()) {
            throw refused("too-long", limits.characters());
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text)).toString().replace("\ufeff", "");
        } catch (CharacterCodingException older) {
            return new String(text, Charset.forName("GB18030"));
        }
    }

    private List<String> words(Path file) throws IOException {
        return new WordFile(new WordLimits(limits.entries(), limits.inflated(), limits.characters())).printed(Files.readAllBytes(file));
    }

    private ProofText read(Path file, boolean written) {
        try {
            ProofText text = switch (FileType.of(file, limits.entries(), limits.inflated())) {
                case PDF -> PdfProof.read(file, limits, written);
                case OFD -> OfdProof.read(file, limits, written);
                case DOCX -> word(file);
                case ENCRYPTED -> throw refused("encrypted");
                case PNG, JPEG, TIFF, GIF, BMP -> throw refused("picture");
                default -> throw refused("type");
            };
            refuseEmpty(text);
            return text;
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | ClassCastException | NullPointerException e) {
            throw refused("damaged");
        }
    }

    private ProofText word(Path file) throws IOException {
        List<ProofText.Line> lines = new ArrayList<>();
        for (String line : words(file)) {
            lines.add(new ProofText.Line(0, lines.size() + 1, Table.isRow(line) ? String.join("\u3000", Table.cells(line)) : line));
        }
        return new ProofText(lines, 0);
    }

    private void refuseEmpty(ProofText text) {
        int characters = text.lines().stream().mapToInt(line -> line.text().length()).sum();
        if (characters > limits.characters()) {
            throw refused("too-long", limits.characters());
        }
        if (text.lines().stream().allMatch(line -> Normal.of(line.text()).isEmpty())) {
            throw refused("picture");
        }
    }

    static Refused refused(String why, Object... args) {
        return new Refused(Objection.of("collation.refusal." + why, args).at("file"));
    }
}
