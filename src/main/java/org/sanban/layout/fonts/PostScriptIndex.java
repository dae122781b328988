package org.sanban.layout.fonts;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A list of byte strings in a CFF table (INDEX), which stay in the file.
 *
 * @param from where each of them begins in the table, and where the last ends
 */
record PostScriptIndex(FontFile file, int[] from) {

    static final String TABLE = "CFF ";

    static PostScriptIndex read(FontFile file, int at) throws IOException {
        int count = file.part(TABLE, at, 2).getShort() & 0xFFFF;
        if (count == 0) {
            return new PostScriptIndex(file, new int[] {at + 2});
        }
        int size = file.part(TABLE, at + 2, 1).get();
        ByteBuffer offsets = file.part(TABLE, at + 3, (count + 1) * size);
        int before = at + 2 + offsets.remaining();
        int[] from = new int[count + 1];
        for (int n = 0; n <= count; n++) {
            for (int digit = 0; digit < size; digit++) {
                from[n] = from[n] << 8 | offsets.get() & 0xFF;
            }
            from[n] += before;
        }
        return new PostScriptIndex(file, from);
    }

    int count() {
        return from.length - 1;
    }

    int end() {
        return from[count()];
    }

    byte[] get(int n) throws IOException {
        return file.part(TABLE, from[n], from[n + 1] - from[n]).array();
    }

    /** All of them, for those that are wanted again and again. */
    byte[][] all() throws IOException {
        byte[] together = file.part(TABLE, from[0], end() - from[0]).array();
        byte[][] all = new byte[count()][];
        for (int n = 0; n < all.length; n++) {
            all[n] = Arrays.copyOfRange(together, from[n] - from[0], from[n + 1] - from[0]);
        }
        return all;
    }
}
