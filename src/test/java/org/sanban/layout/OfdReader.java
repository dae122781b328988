package org.sanban.layout;

import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Reads an OFD back by the words of GB/T 33190-2016 alone, from {@code OFD.xml} downwards, sharing nothing with the writer. (ofdrw would
 * bring iText under the AGPL and a second PDFBox into the tests.)
 */
final class OfdReader {

    private static final String SPACE = "http://www.ofdspec.org/2016";

    private final Map<String, byte[]> files = new HashMap<>();
    private final Map<String, TrueTypeFont> fonts = new HashMap<>();
    private final List<Printed.Sign> signs = new ArrayList<>();
    private final List<Printed.Line> lines = new ArrayList<>();

    private OfdReader() {}

    static Printed read(byte[] ofd) {
        try {
            return new OfdReader().all(ofd);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Printed all(byte[] ofd) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(ofd))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        String root = text(xml("OFD.xml"), "DocRoot");
        String folder = root.substring(0, root.lastIndexOf('/') + 1);
        Element document = xml(root);
        Element resources = xml(folder + text(document, "PublicRes"));
        for (Element font : elements(resources, "Font")) {
            byte[] file = files.get(folder + resources.getAttribute("BaseLoc") + "/" + text(font, "FontFile"));
            fonts.put(font.getAttribute("ID"), new TTFParser().parse(new RandomAccessReadBuffer(file)));
        }
        List<Element> pages = elements(document, "Page");
        for (int n = 0; n < pages.size(); n++) {
            Element page = xml(folder + pages.get(n).getAttribute("BaseLoc"));
            for (Element object : elements(page, "TextObject")) {
                text(object, n + 1);
            }
            for (Element object : elements(page, "PathObject")) {
                path(object, n + 1);
            }
        }
        return new Printed(signs, lines, pages.size());
    }

    private void text(Element object, int page) throws IOException {
        double[] box = numbers(object.getAttribute("Boundary"));
        double[] matrix = object.hasAttribute("CTM") ? numbers(object.getAttribute("CTM")) : new double[] {1, 0, 0, 1, 0, 0};
        double size = Double.parseDouble(object.getAttribute("Size"));
        Element code = elements(object, "TextCode").getFirst();
        double u = Double.parseDouble(code.getAttribute("X"));
        double v = Double.parseDouble(code.getAttribute("Y"));
        List<Double> steps = steps(code.getAttribute("DeltaX"));
        TrueTypeFont font = fonts.get(object.getAttribute("Font"));
        int[] characters = code.getTextContent().codePoints().toArray();
        for (int n = 0; n < characters.length; n++) {
            int glyph = font.getUnicodeCmapLookup().getGlyphId(characters[n]);
            var shape = font.getGlyph().getGlyph(glyph);
            Rectangle2D ink = shape == null ? new Rectangle2D.Double() : shape.getPath().getBounds2D();
            double em = font.getUnitsPerEm();
            double x = box[0] + matrix[0] * u + matrix[2] * v + matrix[4];
            double y = box[1] + matrix[1] * u + matrix[3] * v + matrix[5];
            signs.add(new Printed.Sign(
                    page, Character.toString(characters[n]), x, x + font.getAdvanceWidth(glyph) / em * size, y, size, y - ink.getMaxY() / em * size,
                    y - ink.getMinY() / em * size, matrix[1] < -0.1));
            u += n < steps.size() ? steps.get(n) : 0;
        }
    }

    private void path(Element object, int page) {
        double[] box = numbers(object.getAttribute("Boundary"));
        double[] to = numbers(text(object, "AbbreviatedData").replaceAll("[ML]", " "));
        lines.add(new Printed.Line(
                page, box[0] + to[0], box[1] + to[1], box[0] + to[2], box[1] + to[3], Double.parseDouble(object.getAttribute("LineWidth"))));
    }

    /** {@code g 3 5.5} is three times 5.5. */
    private static List<Double> steps(String deltas) {
        List<Double> steps = new ArrayList<>();
        String[] words = deltas.isBlank() ? new String[0] : deltas.trim().split("\\s+");
        for (int n = 0; n < words.length; n++) {
            if (words[n].equals("g")) {
                for (int times = Integer.parseInt(words[n + 1]); times > 0; times--) {
                    steps.add(Double.valueOf(words[n + 2]));
                }
                n += 2;
            } else {
                steps.add(Double.valueOf(words[n]));
            }
        }
        return steps;
    }

    private Element xml(String name) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(files.get(name))).getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(name, e);
        }
    }

    private static List<Element> elements(Element in, String name) {
        NodeList nodes = in.getElementsByTagNameNS(SPACE, name);
        List<Element> all = new ArrayList<>();
        for (int n = 0; n < nodes.getLength(); n++) {
            all.add((Element) nodes.item(n));
        }
        return all;
    }

    private static String text(Element in, String name) {
        return elements(in, name).getFirst().getTextContent();
    }

    private static double[] numbers(String words) {
        String[] all = words.trim().split("\\s+");
        double[] numbers = new double[all.length];
        for (int n = 0; n < all.length; n++) {
            numbers[n] = Double.parseDouble(all[n]);
        }
        return numbers;
    }
}
