package org.sanban.files;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;

/** Small real files of every type. */
final class Samples {

    private Samples() {}

    /** A PDF of one page with a Latin line, a property and a note. */
    static byte[] pdf(String line, String keywords, String note) {
        try (PDDocument pdf = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDPage page = new PDPage();
            pdf.addPage(page);
            try (PDPageContentStream text = new PDPageContentStream(pdf, page)) {
                text.beginText();
                text.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                text.newLineAtOffset(72, 720);
                text.showText(line);
                text.endText();
            }
            pdf.getDocumentInformation().setKeywords(keywords);
            PDAnnotationText annotation = new PDAnnotationText();
            annotation.setContents(note);
            page.getAnnotations().add(annotation);
            pdf.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] lockedPdf() {
        try (PDDocument pdf = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            pdf.addPage(new PDPage());
            pdf.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            pdf.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] docx(String header, String body, String keywords) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
        parts.put("word/document.xml", "<w:document xmlns:w=\"w\"><w:body>" + paragraphs("w", body) + "</w:body></w:document>");
        parts.put("word/header1.xml", "<w:hdr xmlns:w=\"w\">" + paragraphs("w", header) + "</w:hdr>");
        parts.put("docProps/core.xml", "<cp:coreProperties xmlns:cp=\"cp\"><cp:keywords>" + keywords + "</cp:keywords></cp:coreProperties>");
        return zip(parts);
    }

    static byte[] xlsx(String cell) {
        return zip(Map.of(
                "[Content_Types].xml", "<Types/>",
                "xl/workbook.xml", "<workbook/>",
                "xl/sharedStrings.xml", "<sst><si><t>" + cell + "</t></si><si><t>1</t></si></sst>"));
    }

    static byte[] pptx(String line) {
        return zip(Map.of(
                "[Content_Types].xml", "<Types/>",
                "ppt/presentation.xml", "<p/>",
                "ppt/slides/slide1.xml", "<p:sld xmlns:p=\"p\" xmlns:a=\"a\">" + paragraphs("a", line) + "</p:sld>"));
    }

    static byte[] ofd(String line) {
        return zip(Map.of(
                "OFD.xml", "<ofd:OFD xmlns:ofd=\"ofd\"><ofd:Title>x</ofd:Title></ofd:OFD>",
                "Doc_0/Document.xml", "<ofd:Document xmlns:ofd=\"ofd\"/>",
                "Doc_0/Pages/Page_0/Content.xml", "<ofd:Page xmlns:ofd=\"ofd\"><ofd:TextObject><ofd:TextCode>" + line
                        + "</ofd:TextCode></ofd:TextObject><ofd:TextObject><ofd:TextCode>2</ofd:TextCode></ofd:TextObject></ofd:Page>"));
    }

    /** An old binary document: the frame of OLE, one stream name in its directory, text in UTF-16. */
    static byte[] ole(String stream, String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1});
        out.writeBytes(new byte[504]);
        byte[] entry = new byte[128];
        byte[] name = stream.getBytes(UTF_16LE);
        System.arraycopy(name, 0, entry, 0, name.length);
        out.writeBytes(entry);
        out.writeBytes(new byte[384]);
        out.writeBytes(("\r" + text + "\r").getBytes(UTF_16LE));
        out.writeBytes(new byte[512]);
        return out.toByteArray();
    }

    static byte[] picture(String format) {
        BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        image.setRGB(3, 3, Color.RED.getRGB());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] zip(Map<String, String> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static Upload upload(String name, byte[] content) {
        return new Upload(name, new ByteArrayInputStream(content), Attachment.Copy.ATTACHMENT);
    }

    private static String paragraphs(String prefix, String text) {
        StringBuilder xml = new StringBuilder();
        for (String line : text.split("\n")) {
            xml.append("<%1$s:p><%1$s:r><%1$s:t>".formatted(prefix)).append(line).append("</%1$s:t></%1$s:r></%1$s:p>".formatted(prefix));
        }
        return xml.toString();
    }
}
