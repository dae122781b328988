package org.sanban.collation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A text as it is compared: without any white space, with the radicals and compatibility forms that PDF files carry in the place of
 * characters written as these characters. Nothing else is made equal: a half-width comma is another character than a full-width one.
 *
 * @param characters code points
 * @param origin where each of them begins in the text as it was, in {@code char}s
 */
record Normal(int[] characters, int[] origin) {

    /** Of radicals in the block 2E80–2EFF: the unified ideographs they look like. */
    private static final Map<Integer, Integer> EQUIVALENT = equivalents();

    static Normal of(String text) {
        int[] characters = new int[text.length()];
        int[] origin = new int[text.length()];
        int n = 0;
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            if (!blank(c)) {
                characters[n] = plain(c);
                origin[n++] = at;
            }
            at += Character.charCount(c);
        }
        return new Normal(Arrays.copyOf(characters, n), Arrays.copyOf(origin, n));
    }

    boolean isEmpty() {
        return characters.length == 0;
    }

    private static boolean blank(int c) {
        return c <= ' ' || c == 0x3000 || c == 0xa0 || c == 0x200b || c == 0xfeff || c > 0x7f && (Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    private static int plain(int c) {
        if (c < 0x2e80) {
            return c;
        }
        if (c < 0x2f00) {
            return EQUIVALENT.getOrDefault(c, c);
        }
        boolean compatible = c <= 0x2fdf || c >= 0xf900 && c <= 0xfaff;
        return compatible ? Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC).codePointAt(0) : c;
    }

    private static Map<Integer, Integer> equivalents() {
        Map<Integer, Integer> equivalents = new HashMap<>();
        try (InputStream table = Objects.requireNonNull(Normal.class.getResourceAsStream("/rules/radicals.txt"))) {
            new String(table.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#")).map(line -> line.codePoints().toArray()).forEach(pairs -> {
                for (int n = 0; n < pairs.length; n += 2) {
                    equivalents.put(pairs[n], pairs[n + 1]);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return equivalents;
    }
}
