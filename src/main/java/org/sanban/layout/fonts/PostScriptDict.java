package org.sanban.layout.fonts;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a CFF font says of itself (DICT): lists of numbers by operator, an escaped one with 0x0C00. Fractions, which nobody asks for, read as 0. */
record PostScriptDict(Map<Integer, List<Integer>> entries) {

    static PostScriptDict of(byte[] bytes) throws IOException {
        Map<Integer, List<Integer>> entries = new HashMap<>();
        List<Integer> numbers = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        while (in.hasRemaining()) {
            int first = in.get() & 0xFF;
            if (first <= 21) {
                entries.put(first == 12 ? 0x0C00 + (in.get() & 0xFF) : first, List.copyOf(numbers));
                numbers.clear();
            } else {
                numbers.add(number(first, in));
            }
        }
        return new PostScriptDict(entries);
    }

    private static int number(int first, ByteBuffer in) throws IOException {
        if (first == 28) {
            return in.getShort();
        }
        if (first == 29) {
            return in.getInt();
        }
        if (first == 30) {
            return fraction(in);
        }
        if (first < 32 || first == 255) {
            throw new IOException("no number begins with " + first);
        }
        if (first <= 246) {
            return first - 139;
        }
        int second = in.get() & 0xFF;
        return first <= 250 ? (first - 247) * 256 + second + 108 : -(first - 251) * 256 - second - 108;
    }

    private static int fraction(ByteBuffer in) {
        int digits = 0;
        while ((digits & 0x0F) != 0x0F) {
            digits = in.get();
        }
        return 0;
    }

    boolean has(int operator) {
        return entries.containsKey(operator);
    }

    /** 0 where it says nothing. */
    int number(int operator, int n) {
        List<Integer> numbers = entries.getOrDefault(operator, List.of());
        return n < numbers.size() ? numbers.get(n) : 0;
    }
}
