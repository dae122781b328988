package org.sanban.audit;

import java.util.HexFormat;
import java.util.Locale;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;

/**
 * A seal that was noted down outside the system. With it even an attacker who could write everything anew from the start is
 * found out.
 */
public record Anchor(long seal, String hash) {

    /**
     * Reads {@code <number>:<hash in hex>}, as {@link Sealing.Seal#anchor} writes it.
     *
     * @throws Refused when it is anything else
     */
    public static Anchor of(String text) {
        if (!text.strip().matches("[0-9]{1,18}:[0-9a-fA-F]{64}")) {
            throw new Refused(Objection.of("audit.refusal.anchor").at("anchor"));
        }
        String[] parts = text.strip().split(":");
        return new Anchor(Long.parseLong(parts[0]), parts[1].toLowerCase(Locale.ROOT));
    }

    boolean matches(byte[] stored) {
        return HexFormat.of().formatHex(stored).equals(hash);
    }
}
