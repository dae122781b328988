package org.sanban.checks;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** Gives each finding of one look its fingerprint; places that look alike, surroundings included, are told apart by their order. */
final class Fingerprints {

    private static final int AROUND = 12;
    private static final int BYTES = 12;

    private final Map<String, Integer> seen = new HashMap<>();
    private final MessageDigest digest;

    Fingerprints() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    String of(Rule rule, PaperText text, Flaw flaw) {
        String words = text.text();
        String before = words.substring(Math.max(0, flaw.from() - AROUND), flaw.from());
        String after = words.substring(flaw.to(), Math.min(words.length(), flaw.to() + AROUND));
        String place = String.join("\u0000", rule.id(), text.element(), before, words.substring(flaw.from(), flaw.to()), after,
                String.valueOf(flaw.message()), flaw.args().toString());
        int nth = seen.merge(place, 1, Integer::sum);
        byte[] hash = digest.digest((place + "\u0000" + nth).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash, 0, BYTES);
    }
}
