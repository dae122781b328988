package org.sanban.collation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.sanban.collation.GeneratedPaper.Block;
import org.sanban.proofing.Table;

/** Typesets a generated paper on pages of 22 lines with 28 characters, quickly and without a font of its own. */
public final class PlainPrinting {

    private static final int ROWS = 22;
    private static final int COLUMNS = 28;
    private static final double PITCH = 15.79;
    private static final double LEADING = 28.9;
    private static final byte[] TO_UNICODE = toUnicode();

    private record Text(double x, double y, String words) {}

    private final List<List<Text>> pages = new ArrayList<>();
    private int row = ROWS;

    private PlainPrinting(List<Block> blocks) {
        for (int n = 0; n < blocks.size(); n++) {
            Block block = blocks.get(n);
            Block next = n + 1 < blocks.size() ? blocks.get(n + 1) : block;
            if (block.element() == Element.ATTACHMENT && (n == 0 || blocks.get(n - 1).no() != block.no())) {
                row = ROWS;
            }
            boolean both = block.element() == Element.NUMBER && next.element() == Element.SIGNERS
                    || block.element() == Element.IMPRINT && next.element() == Element.IMPRINT && next != block;
            if (both) {
                line(List.of(new Text(1, 0, block.text()), new Text(COLUMNS - 1 - next.text().length() * 0.9, 0, next.text())));
                n++;
            } else {
                print(block);
            }
        }
        for (int n = 0; n < pages.size(); n++) {
            pages.get(n).add(new Text(24, ROWS + 1, "— " + (n + 1) + " —"));
        }
    }

    private void print(Block block) {
        if (Table.isRow(block.text())) {
            List<Text> cells = new ArrayList<>();
            for (String cell : Table.cells(block.text())) {
                cells.add(new Text(cells.size() * 9, 0, cell));
            }
            line(cells);
            return;
        }
        boolean indented = block.element().flows() && block.element() != Element.TITLE && block.element() != Element.ADDRESSEES;
        String text = (indented ? "　　" : "") + block.text();
        for (int at = 0; at < text.length(); at += COLUMNS) {
            line(List.of(new Text(block.element().flows() ? 0 : 4, 0, text.substring(at, Math.min(text.length(), at + COLUMNS)))));
        }
    }

    private void line(List<Text> texts) {
        if (row == ROWS) {
            pages.add(new ArrayList<>());
            row = 0;
        }
        texts.forEach(text -> pages.getLast().add(new Text(text.x(), row, text.words())));
        row++;
    }

    /** A PDF of these paragraphs. */
    public static byte[] paragraphs(List<String> paragraphs) {
        return pdf(paragraphs.stream().map(text -> new Block(Element.BODY, 0, text)).toList());
    }

    static byte[] pdf(List<Block> blocks) {
        List<byte[]> objects = new ArrayList<>();
        PlainPrinting printing = new PlainPrinting(blocks);
        StringBuilder kids = new StringBuilder();
        for (int n = 0; n < printing.pages.size(); n++) {
            kids.append(6 + 2 * n).append(" 0 R ");
        }
        objects.add("<</Type/Catalog/Pages 2 0 R>>".getBytes(ISO_8859_1));
        objects.add(("<</Type/Pages/Count " + printing.pages.size() + "/Kids[" + kids + "]>>").getBytes(ISO_8859_1));
        objects.add("<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 5 0 R>>".getBytes(ISO_8859_1));
        objects.add(("<</Type/Font/Subtype/CIDFontType0/BaseFont/Song/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 1000"
                + "/FontDescriptor<</Type/FontDescriptor/FontName/Song/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 80>>>>")
                .getBytes(ISO_8859_1));
        objects.add(stream(TO_UNICODE));
        for (int n = 0; n < printing.pages.size(); n++) {
            objects.add(("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents " + (7 + 2 * n) + " 0 R>>").getBytes(ISO_8859_1));
            StringBuilder content = new StringBuilder();
            for (Text text : printing.pages.get(n)) {
                content.append(String.format(Locale.ROOT, "BT /F 15.5 Tf %.2f %.2f Td <", 79 + text.x() * PITCH, 720 - text.y() * LEADING));
                text.words().chars().forEach(c -> content.append(String.format("%04x", c)));
                content.append("> Tj ET\n");
            }
            objects.add(stream(content.toString().getBytes(ISO_8859_1)));
        }
        return file(objects);
    }

    private static byte[] file(List<byte[]> objects) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("%PDF-1.7\n".getBytes(ISO_8859_1));
        StringBuilder table = new StringBuilder("xref\n0 " + (objects.size() + 1) + "\n0000000000 65535 f \n");
        for (int n = 0; n < objects.size(); n++) {
            table.append(String.format("%010d 00000 n \n", out.size()));
            out.writeBytes((n + 1 + " 0 obj\n").getBytes(ISO_8859_1));
            out.writeBytes(objects.get(n));
            out.writeBytes("\nendobj\n".getBytes(ISO_8859_1));
        }
        int start = out.size();
        out.writeBytes((table + "trailer\n<</Size " + (objects.size() + 1) + "/Root 1 0 R>>\nstartxref\n" + start + "\n%%EOF\n").getBytes(ISO_8859_1));
        return out.toByteArray();
    }

    private static byte[] stream(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(("<</Length " + content.length + ">>\nstream\n").getBytes(ISO_8859_1));
        out.writeBytes(content);
        out.writeBytes("\nendstream".getBytes(ISO_8859_1));
        return out.toByteArray();
    }

    private static byte[] toUnicode() {
        StringBuilder map = new StringBuilder("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def\n"
                + "1 begincodespacerange <0000> <ffff> endcodespacerange\n");
        for (int high = 0; high < 256; high++) {
            map.append(high % 64 == 0 ? "64 beginbfrange\n" : "").append(String.format("<%1$02x00> <%1$02xff> <%1$02x00>%n", high)).append(high % 64 == 63 ? "endbfrange\n" : "");
        }
        return (map + "endcmap end end").getBytes(ISO_8859_1);
    }

    static byte[] ofd(List<Block> blocks) {
        List<List<Text>> pages = new PlainPrinting(blocks).pages;
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("OFD.xml", "<ofd:OFD xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>");
        StringBuilder list = new StringBuilder();
        for (int n = 0; n < pages.size(); n++) {
            list.append("<ofd:Page ID=\"").append(n + 10).append("\" BaseLoc=\"Pages/Page_").append(n).append("/Content.xml\"/>");
            StringBuilder content = new StringBuilder("<ofd:Page xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:Content><ofd:Layer>");
            for (Text text : pages.get(n)) {
                content.append(String.format(Locale.ROOT,
                        "<ofd:TextObject Boundary=\"%.3f %.3f 156 6\" Size=\"5.5\"><ofd:TextCode X=\"0\" Y=\"5\" DeltaX=\"g %d 5.571\">%s</ofd:TextCode></ofd:TextObject>",
                        28 + text.x() * 5.571, 37 + text.y() * 10.2, Math.max(1, text.words().length() - 1), text.words()));
            }
            parts.put("Doc_0/Pages/Page_" + n + "/Content.xml", content + "</ofd:Layer></ofd:Content></ofd:Page>");
        }
        parts.put("Doc_0/Document.xml", "<ofd:Document xmlns:ofd=\"http://www.ofdspec.org/2016\"><ofd:Pages>" + list + "</ofd:Pages></ofd:Document>");
        return zip(parts);
    }

    static byte[] docx(List<Block> blocks) {
        StringBuilder body = new StringBuilder();
        for (Block block : blocks) {
            if (Table.isRow(block.text())) {
                body.append("<w:tbl><w:tr>");
                Table.cells(block.text()).forEach(cell -> body.append("<w:tc>").append(paragraph(cell)).append("</w:tc>"));
                body.append("<w:tc>").append(paragraph("")).append("</w:tc></w:tr></w:tbl>");
            } else {
                body.append(paragraph(block.text()));
            }
        }
        return zip(Map.of(
                "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>",
                "word/document.xml", "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" + body + "</w:body></w:document>"));
    }

    private static String paragraph(String text) {
        return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>";
    }

    static byte[] zip(Map<String, String> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(1);
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
