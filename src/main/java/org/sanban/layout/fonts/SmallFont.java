package org.sanban.layout.fonts;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;

/** A TrueType font with the characters of one paper only, one glyph a character: what is embedded and nothing else. */
public final class SmallFont {

    private final Typeface face;
    private final List<Integer> characters;
    private final String name;

    /** @param name its PostScript name: letters, digits and hyphens */
    public SmallFont(Typeface face, SortedSet<Integer> characters, String name) {
        this.face = face;
        this.characters = List.copyOf(characters);
        this.name = name;
    }

    public String name() {
        return name;
    }

    /** The glyph of a character: 0 is the empty one. */
    public int glyph(int character) {
        return java.util.Collections.binarySearch(characters, character) + 1;
    }

    /** The whole file. */
    public byte[] bytes() {
        Bytes shapes = new Bytes();
        Bytes places = new Bytes();
        Bytes widths = new Bytes();
        places.four(0).four(0);
        int em = face.unitsPerEm();
        widths.two(em).two(0);
        int[] box = {0, 0, em, em};
        int mostPoints = 0;
        int mostContours = 0;
        for (int character : characters) {
            Glyph glyph = face.glyph(character);
            shapes.all(glyph.trueType()).pad();
            places.four(shapes.size());
            widths.two((int) Math.round(glyph.advance() * em)).two(glyph.box()[0]);
            for (int n = 0; n < 4; n++) {
                box[n] = n < 2 ? Math.min(box[n], glyph.box()[n]) : Math.max(box[n], glyph.box()[n]);
            }
            mostPoints = Math.max(mostPoints, glyph.points());
            mostContours = Math.max(mostContours, glyph.contours());
        }
        Map<String, byte[]> tables = new TreeMap<>();
        tables.put("OS/2", os2(em));
        tables.put("cmap", cmap());
        tables.put("glyf", shapes.done());
        tables.put("head", head(em, box));
        tables.put("hhea", hhea(em));
        tables.put("hmtx", widths.done());
        tables.put("loca", places.done());
        tables.put("maxp", maxp(mostPoints, mostContours));
        tables.put("name", names());
        tables.put("post", new Bytes().four(0x30000).four(0).two(-em / 10).two(em / 20).four(0).four(0).four(0).four(0).four(0).done());
        return file(tables);
    }

    private static byte[] head(int em, int[] box) {
        Bytes b = new Bytes().four(0x10000).four(0x10000).four(0).four(0x5F0F3CF5).two(3).two(em).four(0).four(0).four(0).four(0);
        for (int edge : box) {
            b.two(edge);
        }
        return b.two(0).two(8).two(2).two(1).two(0).done();
    }

    private byte[] hhea(int em) {
        Bytes b = new Bytes().four(0x10000).two((int) (em * 0.88)).two(-(int) (em * 0.12)).two(0).two(em).two(0).two(0).two(em).two(1);
        for (int n = 0; n < 7; n++) {
            b.two(0);
        }
        return b.two(characters.size() + 1).done();
    }

    private byte[] maxp(int points, int contours) {
        Bytes b = new Bytes().four(0x10000).two(characters.size() + 1).two(points).two(contours).two(0).two(0).two(1);
        for (int n = 0; n < 8; n++) {
            b.two(0);
        }
        return b.done();
    }

    private byte[] os2(int em) {
        Bytes b = new Bytes().two(4).two(em).two(400).two(5).two(0);
        for (int n = 0; n < 10; n++) {
            b.two(em / 10);
        }
        b.two(0).all(new byte[10]).four(1).four(1 << 27).four(0).four(0).all("SNBN".getBytes(StandardCharsets.US_ASCII)).two(64);
        int first = characters.isEmpty() ? 32 : Math.min(characters.getFirst(), 0xFFFF);
        int last = characters.isEmpty() ? 32 : Math.min(characters.getLast(), 0xFFFF);
        int up = (int) (em * 0.88);
        int down = (int) (em * 0.12);
        return b.two(first).two(last).two(up).two(-down).two(0).two(up).two(down).four(1 << 18).four(0)
                .two(em / 2).two(em * 7 / 10).two(0).two(32).two(1).done();
    }

    private byte[] names() {
        String[] texts = {"", name, "Regular", name, name, "1.0", name};
        Bytes records = new Bytes().two(0).two(6).two(6 + 6 * 12);
        Bytes words = new Bytes();
        for (int id = 1; id < texts.length; id++) {
            byte[] text = texts[id].getBytes(StandardCharsets.UTF_16BE);
            records.two(3).two(1).two(0x409).two(id).two(text.length).two(words.size());
            words.all(text);
        }
        return records.all(words.done()).done();
    }

    private byte[] cmap() {
        byte[] small = format4();
        byte[] whole = format12();
        return new Bytes().two(0).two(2).two(3).two(1).four(20).two(3).two(10).four(20 + small.length).all(small).all(whole).done();
    }

    private byte[] format4() {
        List<Integer> bmp = characters.stream().filter(c -> c < 0xFFFF).toList();
        int segments = bmp.size() + 1;
        int power = Integer.highestOneBit(segments);
        Bytes ends = new Bytes();
        Bytes starts = new Bytes();
        Bytes deltas = new Bytes();
        Bytes offsets = new Bytes();
        for (int character : bmp) {
            ends.two(character);
            starts.two(character);
            deltas.two(glyph(character) - character);
            offsets.two(0);
        }
        Bytes b = new Bytes().two(4).two(16 + segments * 8).two(0).two(segments * 2).two(power * 2)
                .two(Integer.numberOfTrailingZeros(power)).two((segments - power) * 2);
        return b.all(ends.two(0xFFFF).done()).two(0).all(starts.two(0xFFFF).done()).all(deltas.two(1).done()).all(offsets.two(0).done()).done();
    }

    private byte[] format12() {
        Bytes b = new Bytes().two(12).two(0).four(16 + characters.size() * 12).four(0).four(characters.size());
        characters.forEach(c -> b.four(c).four(c).four(glyph(c)));
        return b.done();
    }

    private static byte[] file(Map<String, byte[]> tables) {
        int power = Integer.highestOneBit(tables.size());
        Bytes head = new Bytes().four(0x10000).two(tables.size()).two(power * 16).two(Integer.numberOfTrailingZeros(power))
                .two((tables.size() - power) * 16);
        Bytes body = new Bytes();
        int start = 12 + tables.size() * 16;
        int headAt = 0;
        for (var table : tables.entrySet()) {
            if (table.getKey().equals("head")) {
                headAt = start + body.size();
            }
            head.all(table.getKey().getBytes(StandardCharsets.US_ASCII)).four(sum(table.getValue())).four(start + body.size()).four(table.getValue().length);
            body.all(table.getValue()).pad();
        }
        byte[] all = head.all(body.done()).done();
        ByteBuffer.wrap(all).putInt(headAt + 8, 0xB1B0AFBA - sum(all));
        return all;
    }

    private static int sum(byte[] table) {
        int sum = 0;
        for (int n = 0; n < table.length; n++) {
            sum += (table[n] & 0xFF) << (24 - n % 4 * 8);
        }
        return sum;
    }

    private static final class Bytes {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Bytes two(int value) {
            out.write(value >> 8);
            out.write(value);
            return this;
        }

        Bytes four(int value) {
            return two(value >> 16).two(value);
        }

        Bytes all(byte[] bytes) {
            out.writeBytes(bytes);
            return this;
        }

        Bytes pad() {
            while (out.size() % 4 != 0) {
                out.write(0);
            }
            return this;
        }

        int size() {
            return out.size();
        }

        byte[] done() {
            return out.toByteArray();
        }
    }
}
