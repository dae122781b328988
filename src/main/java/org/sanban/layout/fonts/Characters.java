package org.sanban.layout.fonts;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Which glyph a character has, looked up in the table of the file itself (cmap, formats 4 and 12, the only ones for Unicode in use). */
record Characters(ByteBuffer table, int at) {

    /** Platform and encoding, the best first: all of Unicode, then its first plane, then symbols. */
    private static final int[][] KNOWN = {{0, 4}, {0, 6}, {3, 10}, {0, 3}, {3, 1}, {3, 0}};
    private static final int FIRST_PLANE = 4;
    private static final int ALL_PLANES = 12;

    static Characters read(FontFile file) throws IOException {
        ByteBuffer table = file.table("cmap");
        for (int[] known : KNOWN) {
            for (int entry = 4; entry < 4 + table.getShort(2) * 8; entry += 8) {
                int at = table.getInt(entry + 4);
                if (table.getShort(entry) == known[0] && table.getShort(entry + 2) == known[1]
                        && (table.getShort(at) == FIRST_PLANE || table.getShort(at) == ALL_PLANES)) {
                    return new Characters(table, at);
                }
            }
        }
        throw new IOException("no table of Unicode characters");
    }

    /** 0 where it has none. */
    int glyph(int character) {
        return table.getShort(at) == ALL_PLANES ? inAllPlanes(character) : character > 0xFFFF ? 0 : inFirstPlane(character);
    }

    private int inAllPlanes(int character) {
        int low = 0;
        int high = table.getInt(at + 12);
        while (low < high) {
            int middle = (low + high) >>> 1;
            int group = at + 16 + middle * 12;
            if (character < table.getInt(group)) {
                high = middle;
            } else if (character > table.getInt(group + 4)) {
                low = middle + 1;
            } else {
                return table.getInt(group + 8) + character - table.getInt(group);
            }
        }
        return 0;
    }

    private int inFirstPlane(int character) {
        int twice = two(at + 6);
        int low = 0;
        int high = twice / 2;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (two(at + 14 + middle * 2) < character) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        // Of each segment: its last character, and behind all of these, the first, the distance and the place of its list of glyphs.
        int start = at + 16 + twice + low * 2;
        if (low == twice / 2 || two(start) > character) {
            return 0;
        }
        int distance = two(start + twice);
        int list = two(start + twice * 2);
        if (list == 0) {
            return character + distance & 0xFFFF;
        }
        int glyph = two(start + twice * 2 + list + (character - two(start)) * 2);
        return glyph == 0 ? 0 : glyph + distance & 0xFFFF;
    }

    private int two(int place) {
        return table.getShort(place) & 0xFFFF;
    }
}
