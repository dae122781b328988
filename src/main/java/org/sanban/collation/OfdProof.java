package org.sanban.collation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** The text of an OFD file (GB/T 33190-2016): its pages with their templates, every character of each text object at its place. */
final class OfdProof {

    private final ZipFile zip;
    private final ProofLimits limits;
    private final Map<String, String> templates = new HashMap<>();
    private final List<List<ProofText.Line>> pages = new ArrayList<>();
    private final List<Integer> pictures = new ArrayList<>();
    private final boolean written;
    private long left;

    private OfdProof(ZipFile zip, ProofLimits limits, boolean written) {
        this.zip = zip;
        this.limits = limits;
        this.written = written;
        this.left = limits.inflated();
    }

    /** @param written in the order in which it was written, not by places */
    static ProofText read(Path file, ProofLimits limits, boolean written) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            OfdProof proof = new OfdProof(zip, limits, written);
            for (Element root : all(proof.xml("OFD.xml"), "DocRoot")) {
                proof.document(path("", root.getTextContent().strip()));
            }
            if (proof.pages.isEmpty()) {
                throw ProofReader.refused("damaged");
            }
            PdfProof.refusePictures(proof.pictures, proof.pages);
            return new ProofText(PageNumbers.without(proof.pages), proof.pages.size());
        }
    }

    private void document(String name) throws IOException {
        Element document = xml(name);
        templates.clear();
        all(document, "TemplatePage").forEach(t -> templates.put(t.getAttribute("ID"), path(name, t.getAttribute("BaseLoc"))));
        List<Element> listed = all(document, "Page").stream().filter(page -> page.hasAttribute("BaseLoc")).toList();
        if (pages.size() + listed.size() > limits.pages()) {
            throw ProofReader.refused("pages", pages.size() + listed.size(), limits.pages());
        }
        for (Element page : listed) {
            page(path(name, page.getAttribute("BaseLoc")));
        }
    }

    private void page(String name) throws IOException {
        Element page = xml(name);
        List<Glyphs.Glyph> glyphs = new ArrayList<>();
        boolean pictured = collect(page, glyphs);
        for (Element template : all(page, "Template")) {
            String where = templates.get(template.getAttribute("TemplateID"));
            if (where != null) {
                pictured |= collect(xml(where), glyphs);
            }
        }
        pages.add(written ? Glyphs.written(pages.size() + 1, glyphs) : Glyphs.lines(pages.size() + 1, Glyphs.placed(glyphs, Rules.NONE)));
        if (pages.getLast().isEmpty() && pictured) {
            pictures.add(pages.size());
        }
    }

    /** Is there a picture among it? */
    private static boolean collect(Element page, List<Glyphs.Glyph> glyphs) {
        for (Element text : all(page, "TextObject")) {
            double[] box = numbers(text.getAttribute("Boundary"));
            double[] turn = text.hasAttribute("CTM") ? numbers(text.getAttribute("CTM")) : new double[] {1, 0, 0, 1, 0, 0};
            double size = Double.parseDouble(text.getAttribute("Size"));
            double x = 0;
            double y = 0;
            for (Element code : all(text, "TextCode")) {
                x = code.hasAttribute("X") ? Double.parseDouble(code.getAttribute("X")) : x;
                y = code.hasAttribute("Y") ? Double.parseDouble(code.getAttribute("Y")) : y;
                code(code, x, y, box, turn, size, glyphs);
            }
        }
        return !all(page, "ImageObject").isEmpty();
    }

    private static void code(Element code, double x, double y, double[] box, double[] turn, double size, List<Glyphs.Glyph> glyphs) {
        double[] right = deltas(code.getAttribute("DeltaX"));
        double[] down = deltas(code.getAttribute("DeltaY"));
        double atX = x;
        double atY = y;
        double scale = Math.hypot(turn[2], turn[3]);
        int[] characters = code.getTextContent().codePoints().toArray();
        for (int n = 0; n < characters.length; n++) {
            double step = n < right.length ? right[n] : right.length > 0 || down.length > 0 ? size : characters[n] < 0x2000 ? size / 2 : size;
            glyphs.add(new Glyphs.Glyph(
                    (float) (box[0] + turn[0] * atX + turn[2] * atY + turn[4]), (float) (box[1] + turn[1] * atX + turn[3] * atY + turn[5]),
                    (float) (Math.min(step, size) * Math.hypot(turn[0], turn[1])), (float) (size * scale), Character.toString(characters[n])));
            atX += n < right.length || down.length == 0 ? step : 0;
            atY += n < down.length ? down[n] : 0;
        }
    }

    /** Numbers, where {@code g 3 5.5} says the same one three times. */
    private static double[] deltas(String written) {
        List<Double> deltas = new ArrayList<>();
        String[] parts = written.strip().split("\\s+");
        for (int n = 0; n < parts.length && !parts[n].isEmpty(); n++) {
            if (parts[n].equals("g")) {
                int times = Integer.parseInt(parts[n + 1]);
                for (int k = 0; k < Math.min(times, 10_000); k++) {
                    deltas.add(Double.valueOf(parts[n + 2]));
                }
                n += 2;
            } else {
                deltas.add(Double.valueOf(parts[n]));
            }
        }
        return deltas.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double[] numbers(String written) {
        String[] parts = written.strip().split("\\s+");
        double[] numbers = new double[Math.max(parts.length, 6)];
        for (int n = 0; n < parts.length; n++) {
            numbers[n] = Double.parseDouble(parts[n]);
        }
        return numbers;
    }

    private static List<Element> all(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        var nodes = parent.getElementsByTagNameNS("*", name);
        for (int n = 0; n < nodes.getLength(); n++) {
            Node node = nodes.item(n);
            found.add((Element) node);
        }
        return found;
    }

    private static String path(String from, String to) {
        String path = to.startsWith("/") ? to.substring(1) : from.substring(0, from.lastIndexOf('/') + 1) + to;
        return Path.of(path).normalize().toString();
    }

    private Element xml(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw ProofReader.refused("damaged");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] xml = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, left + 1));
            left -= xml.length;
            if (left < 0) {
                throw ProofReader.refused("bomb");
            }
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(xml)).getDocumentElement();
        } catch (SAXException e) {
            throw ProofReader.refused("damaged");
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }
}
