package org.sanban.layout.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.sanban.layout.Ink;
import org.sanban.layout.Page;
import org.sanban.layout.Run;
import org.sanban.layout.Sheet;
import org.sanban.layout.Stroke;
import org.sanban.layout.fonts.SmallFont;
import org.sanban.layout.fonts.Typeface;

/**
 * A sheet as OFD (GB/T 33190-2016): a zip of {@code OFD.xml}, {@code Document.xml}, {@code PublicRes.xml}, a {@code Content.xml} a page and
 * one small font a face. Lengths are mm, which is the unit of the format, too. The same sheet gives the same bytes.
 */
public final class Ofd {

    private static final String NAMESPACE = "xmlns:ofd=\"http://www.ofdspec.org/2016\"";
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

    private final Map<Typeface, Integer> fonts = new HashMap<>();
    private int id;

    private Ofd() {}

    /** @param title shown by readers as the name of the document */
    public static byte[] write(Sheet sheet, String title) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            new Ofd().document(zip, sheet, title);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void document(ZipOutputStream zip, Sheet sheet, String title) throws IOException {
        put(zip, "OFD.xml", XML + "<ofd:OFD " + NAMESPACE + " Version=\"1.0\" DocType=\"OFD\"><ofd:DocBody><ofd:DocInfo><ofd:DocID>"
                + "%032x".formatted(title.hashCode() & 0xFFFFFFFFL) + "</ofd:DocID><ofd:Title>" + escaped(title)
                + "</ofd:Title><ofd:Creator>Sanban</ofd:Creator></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>");
        StringBuilder resources = new StringBuilder();
        for (var font : SmallFonts.of(sheet).all().entrySet()) {
            SmallFont small = font.getValue();
            fonts.put(font.getKey(), ++id);
            String file = "font_" + id + ".ttf";
            resources.append("<ofd:Font ID=\"").append(id).append("\" FontName=\"").append(escaped(font.getKey().name())).append("\" FamilyName=\"")
                    .append(small.name()).append("\"><ofd:FontFile>").append(file).append("</ofd:FontFile></ofd:Font>");
            put(zip, "Doc_0/Res/" + file, small.bytes());
        }
        put(zip, "Doc_0/PublicRes.xml", XML + "<ofd:Res " + NAMESPACE + " BaseLoc=\"Res\"><ofd:Fonts>" + resources + "</ofd:Fonts></ofd:Res>");
        StringBuilder pages = new StringBuilder();
        for (Page page : sheet.pages()) {
            String place = "Pages/Page_" + (page.number() - 1) + "/Content.xml";
            pages.append("<ofd:Page ID=\"").append(++id).append("\" BaseLoc=\"").append(place).append("\"/>");
            put(zip, "Doc_0/" + place, content(page));
        }
        Page first = sheet.pages().getFirst();
        put(zip, "Doc_0/Document.xml", XML + "<ofd:Document " + NAMESPACE + "><ofd:CommonData><ofd:MaxUnitID>" + id + "</ofd:MaxUnitID>" + area(first)
                + "<ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData><ofd:Pages>" + pages + "</ofd:Pages></ofd:Document>");
    }

    private static String area(Page page) {
        return "<ofd:PageArea><ofd:PhysicalBox>0 0 " + n(page.width()) + " " + n(page.height()) + "</ofd:PhysicalBox></ofd:PageArea>";
    }

    private String content(Page page) {
        StringBuilder out = new StringBuilder(XML).append("<ofd:Page ").append(NAMESPACE).append('>')
                .append(area(page).replace("PageArea", "Area")).append("<ofd:Content><ofd:Layer ID=\"").append(++id).append("\" Type=\"Body\">");
        page.strokes().forEach(stroke -> path(out, stroke));
        page.runs().forEach(run -> text(out, run));
        return out.append("</ofd:Layer></ofd:Content></ofd:Page>").toString();
    }

    private void path(StringBuilder out, Stroke s) {
        double left = Math.min(s.x1(), s.x2()) - s.width();
        double top = Math.min(s.y1(), s.y2()) - s.width();
        double wide = Math.abs(s.x1() - s.x2()) + 2 * s.width();
        double high = Math.abs(s.y1() - s.y2()) + 2 * s.width();
        out.append("<ofd:PathObject ID=\"").append(++id).append("\" Boundary=\"").append(box(left, top, wide, high)).append("\" LineWidth=\"").append(n(s.width()))
                .append("\">").append("<ofd:StrokeColor Value=\"").append(color(s.ink())).append("\"/><ofd:AbbreviatedData>M ")
                .append(n(s.x1() - left)).append(' ').append(n(s.y1() - top)).append(" L ").append(n(s.x2() - left)).append(' ').append(n(s.y2() - top))
                .append("</ofd:AbbreviatedData></ofd:PathObject>");
    }

    private void text(StringBuilder out, Run r) {
        double length = r.size();
        List<String> deltas = new ArrayList<>();
        for (double step : r.steps()) {
            length += step;
            deltas.add(n(step));
        }
        double up = r.size();
        double down = r.size() * 0.3;
        double left = r.upwards() ? r.x() - up : r.x();
        double top = r.upwards() ? r.y() - length : r.y() - up;
        String bounds = r.upwards() ? box(left, top, up + down, length) : box(left, top, length, up + down);
        String start = "X=\"0\" Y=\"" + n(up) + "\"";
        out.append("<ofd:TextObject ID=\"").append(++id).append("\" Boundary=\"").append(bounds).append("\" Font=\"").append(fonts.get(r.face()))
                .append("\" Size=\"").append(n(r.size())).append('"');
        if (r.upwards()) {
            out.append(" CTM=\"0 -1 1 0 0 ").append(n(length)).append('"');
        }
        out.append("><ofd:FillColor Value=\"").append(color(r.ink())).append("\"/><ofd:TextCode ").append(start);
        if (!deltas.isEmpty()) {
            out.append(" DeltaX=\"").append(deltas(deltas)).append('"');
        }
        out.append('>').append(escaped(r.text())).append("</ofd:TextCode></ofd:TextObject>");
    }

    /** Equal steps are told as {@code g count step}. */
    private static String deltas(List<String> steps) {
        StringBuilder out = new StringBuilder();
        for (int from = 0; from < steps.size(); ) {
            int to = from;
            while (to < steps.size() && steps.get(to).equals(steps.get(from))) {
                to++;
            }
            out.append(out.isEmpty() ? "" : " ").append(to - from > 2 ? "g " + (to - from) + " " : "");
            out.append(to - from > 2 ? steps.get(from) : String.join(" ", steps.subList(from, to)));
            from = to;
        }
        return out.toString();
    }

    private static String box(double x, double y, double width, double height) {
        return n(x) + " " + n(y) + " " + n(width) + " " + n(height);
    }

    private static String color(Ink ink) {
        return ink == Ink.RED ? "230 33 41" : "0 0 0";
    }

    private static String n(double value) {
        return String.format(Locale.ROOT, "%.3f", value).replaceAll("\\.?0+$", "");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        put(zip, name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(java.time.LocalDateTime.of(2000, 1, 1, 0, 0));
        CRC32 crc = new CRC32();
        crc.update(bytes);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}
