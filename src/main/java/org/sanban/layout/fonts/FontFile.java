package org.sanban.layout.fonts;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One face in a font file of any kind: where its tables lie. They are read when they are wanted, whole or in part, for one with all Chinese characters has tens of megabytes. */
final class FontFile {

    private static final int COLLECTION = 0x74746366;
    private static final int POSTSCRIPT_NAME = 6;

    private record Table(int at, int length) {}

    private final RandomAccessFile file;
    private final Map<String, Table> tables = new TreeMap<>();
    private int kind;

    private FontFile(RandomAccessFile file) {
        this.file = file;
    }

    /** @param face PostScript name inside a collection, or null for its first */
    static FontFile open(Path path, @Nullable String face) throws IOException {
        FontFile font = new FontFile(new RandomAccessFile(path.toFile(), "r"));
        try {
            font.find(face);
            return font;
        } catch (IOException | RuntimeException unreadable) {
            font.file.close();
            throw unreadable;
        }
    }

    private void find(@Nullable String face) throws IOException {
        ByteBuffer head = read(0, 12);
        if (head.getInt(0) != COLLECTION) {
            tables(0);
            return;
        }
        ByteBuffer faces = read(12, head.getInt(8) * 4);
        while (faces.hasRemaining()) {
            tables(faces.getInt());
            if (face == null || face.equals(name())) {
                return;
            }
        }
        throw new IOException("no face " + face);
    }

    private void tables(int at) throws IOException {
        tables.clear();
        ByteBuffer head = read(at, 12);
        kind = head.getInt(0);
        ByteBuffer entries = read(at + 12, head.getShort(4) * 16);
        while (entries.hasRemaining()) {
            byte[] tag = new byte[4];
            entries.get(tag).getInt();
            tables.put(new String(tag, StandardCharsets.US_ASCII), new Table(entries.getInt(), entries.getInt()));
        }
    }

    private String name() throws IOException {
        ByteBuffer names = table("name");
        for (int entry = 6; entry < 6 + names.getShort(2) * 12; entry += 12) {
            if (names.getShort(entry) == 3 && names.getShort(entry + 6) == POSTSCRIPT_NAME) {
                byte[] name = new byte[names.getShort(entry + 8)];
                names.get(names.getShort(4) + names.getShort(entry + 10), name);
                return new String(name, StandardCharsets.UTF_16BE);
            }
        }
        return "";
    }

    /** The four bytes that a file of this kind begins with. */
    int kind() {
        return kind;
    }

    boolean has(String table) {
        return tables.containsKey(table);
    }

    ByteBuffer table(String name) throws IOException {
        return part(name, 0, where(name).length());
    }

    ByteBuffer part(String table, int from, int length) throws IOException {
        if (from < 0 || length < 0 || from > where(table).length() - length) {
            throw new IOException("the table " + table + " has no " + length + " bytes at " + from);
        }
        return read(where(table).at() + from, length);
    }

    private Table where(String name) throws IOException {
        Table table = tables.get(name);
        if (table == null) {
            throw new IOException("no table " + name);
        }
        return table;
    }

    private synchronized ByteBuffer read(int at, int length) throws IOException {
        byte[] bytes = new byte[length];
        file.seek(Integer.toUnsignedLong(at));
        file.readFully(bytes);
        return ByteBuffer.wrap(bytes);
    }
}
