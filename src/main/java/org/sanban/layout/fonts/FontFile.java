package org.sanban.layout.fonts;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;

/** Reads one face out of a font file of any kind, and of that only the tables that shapes and widths need. The file is mapped: a collection is several times as large. */
record FontFile(ByteBuffer all) {

    private static final int COLLECTION = 0x74746366;
    private static final int POSTSCRIPT = 0x4F54544F;
    private static final int POSTSCRIPT_NAME = 6;
    private static final Set<String> NEEDED = Set.of("CFF ", "OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post");

    /** @param face PostScript name inside a collection, or null for its first */
    static TrueTypeFont open(Path file, @Nullable String face) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            return new FontFile(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size())).face(face);
        }
    }

    private TrueTypeFont face(@Nullable String face) throws IOException {
        if (all.getInt(0) != COLLECTION) {
            return parse(0);
        }
        for (int n = 0; n < all.getInt(8); n++) {
            int at = all.getInt(12 + n * 4);
            if (face == null || face.equals(name(at))) {
                return parse(at);
            }
        }
        throw new IOException("no face " + face);
    }

    private TrueTypeFont parse(int at) throws IOException {
        TreeMap<String, ByteBuffer> tables = new TreeMap<>();
        for (int n = 0; n < all.getShort(at + 4); n++) {
            int entry = at + 12 + n * 16;
            String tag = new String(bytes(entry, 4), StandardCharsets.US_ASCII);
            if (NEEDED.contains(tag)) {
                tables.put(tag, all.slice(all.getInt(entry + 8), all.getInt(entry + 12)));
            }
        }
        int size = 12 + tables.size() * 16 + tables.values().stream().mapToInt(ByteBuffer::remaining).sum();
        ByteBuffer one = ByteBuffer.allocate(size).putInt(all.getInt(at)).putShort((short) tables.size()).putShort((short) 0).putInt(0);
        int to = 12 + tables.size() * 16;
        for (var table : tables.entrySet()) {
            one.put(table.getKey().getBytes(StandardCharsets.US_ASCII)).putInt(0).putInt(to).putInt(table.getValue().remaining());
            to += table.getValue().remaining();
        }
        tables.values().forEach(one::put);
        RandomAccessReadBuffer bytes = new RandomAccessReadBuffer(one.array());
        return all.getInt(at) == POSTSCRIPT ? new OTFParser().parse(bytes) : new TTFParser().parse(bytes);
    }

    private String name(int at) {
        for (int n = 0; n < all.getShort(at + 4); n++) {
            int entry = at + 12 + n * 16;
            if ("name".equals(new String(bytes(entry, 4), StandardCharsets.US_ASCII))) {
                return postScriptName(all.getInt(entry + 8));
            }
        }
        return "";
    }

    private String postScriptName(int table) {
        for (int n = 0; n < all.getShort(table + 2); n++) {
            int entry = table + 6 + n * 12;
            if (all.getShort(entry) == 3 && all.getShort(entry + 6) == POSTSCRIPT_NAME) {
                int words = table + all.getShort(table + 4) + all.getShort(entry + 10);
                return new String(bytes(words, all.getShort(entry + 8)), StandardCharsets.UTF_16BE);
            }
        }
        return "";
    }

    private byte[] bytes(int at, int length) {
        byte[] bytes = new byte[length];
        all.get(at, bytes);
        return bytes;
    }
}
