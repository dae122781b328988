package org.sanban.proofing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.sanban.files.FileType;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * Reads a Word file (DOCX) as the parts of a draft. What it is, its content decides, by the same rule as for uploads. Numbering that
 * Word counts becomes text, tracked changes count as accepted; headers, footers, comments, notes, text boxes and hidden text are left out
 * (text boxes are read by {@link #printed} only).
 */
public final class WordFile {

    private final WordLimits limits;
    private final ProofWords words;

    public WordFile(WordLimits limits) {
        this(limits, ProofWords.standard());
    }

    public WordFile(WordLimits limits, ProofWords words) {
        this.limits = limits;
        this.words = words;
    }

    /**
     * @throws Refused with {@code proofing.refusal.not-word}, {@code .old-word}, {@code .macro}, {@code .encrypted}, {@code .damaged},
     *     {@code .bomb} or {@code .too-long}
     */
    public WordParts read(byte[] docx) {
        return new PaperParts(words).of(lines(docx));
    }

    /** All its text, a paragraph a line, tables as {@code | a | b |}. Refuses as {@link #read} does. */
    public String text(byte[] docx) {
        return String.join("\n", lines(docx));
    }

    /** What is printed, a paragraph a line: its text, and the text boxes behind the paragraph they are tied to. Refuses as {@link #read} does. */
    public List<String> printed(byte[] docx) {
        return lines(docx, true);
    }

    private List<String> lines(byte[] docx) {
        return lines(docx, false);
    }

    private List<String> lines(byte[] docx, boolean boxes) {
        Path file = null;
        try {
            file = Files.createTempFile("word", ".docx");
            Files.write(file, docx);
            refuseOthers(file);
            return lines(file, boxes);
        } catch (IOException | SAXException e) {
            throw refused("damaged");
        } finally {
            delete(file);
        }
    }

    private void refuseOthers(Path file) throws IOException {
        FileType type;
        try {
            type = FileType.of(file, limits.entries(), limits.inflated());
        } catch (Refused bomb) {
            throw refused("bomb");
        }
        switch (type) {
            case DOCX -> { }
            case DOC -> throw refused("old-word");
            case ENCRYPTED -> throw refused("encrypted");
            case MACRO -> throw refused("macro");
            default -> throw new Refused(Objection.of("proofing.refusal.not-word", type.name()).at("file"));
        }
    }

    private List<String> lines(Path file, boolean boxes) throws IOException, SAXException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Element document = part(zip, "word/document.xml");
            if (document == null) {
                throw refused("damaged");
            }
            WordNumbering numbering = new WordNumbering(new Numerals(words), part(zip, "word/numbering.xml"), part(zip, "word/styles.xml"));
            List<String> lines = new WordText(words, numbering, boxes).lines(document);
            int characters = lines.stream().mapToInt(String::length).sum();
            if (characters > limits.characters()) {
                throw new Refused(Objection.of("proofing.refusal.too-long", characters, limits.characters()).at("file"));
            }
            return lines;
        }
    }

    private @Nullable Element part(ZipFile zip, String name) throws IOException, SAXException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return null;
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] xml = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, limits.inflated() + 1));
            if (xml.length > limits.inflated()) {
                throw refused("bomb");
            }
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(xml)).getDocumentElement();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Refused refused(String why) {
        return new Refused(Objection.of("proofing.refusal." + why).at("file"));
    }

    private static void delete(@Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
