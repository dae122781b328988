package org.sanban.files;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A name for a file that is safe to show, to store and to hand out. */
public final class FileName {

    /** Longest name, in characters, the extension included. */
    public static final int LONGEST = 200;

    private static final Pattern RESERVED =
            Pattern.compile("(?i)(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\\..*)?");
    /** Controls, line and paragraph separators, bidi overrides and isolates, invisible characters, private use, surrogates alone. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}]");
    private static final Pattern UNSAFE = Pattern.compile("[<>:\"|?*]");

    private FileName() {}

    /**
     * Strips the path, what cannot be seen and what file systems refuse; keeps the extension when it shortens.
     *
     * @return 1 to {@value #LONGEST} characters
     */
    public static String clean(@Nullable String given) {
        String name = Normalizer.normalize(given == null ? "" : given, Normalizer.Form.NFC).replace('\\', '/');
        name = name.substring(name.lastIndexOf('/') + 1);
        name = UNSAFE.matcher(UNSEEN.matcher(name).replaceAll("")).replaceAll("_").strip();
        name = name.replaceAll("^\\.+|[. ]+$", "");
        if (RESERVED.matcher(name).matches()) {
            name = "_" + name;
        }
        return name.isEmpty() ? "unnamed" : shorten(name);
    }

    private static String shorten(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String tail = dot > 0 && name.length() - dot <= 12 ? name.substring(dot) : "";
        int end = LONGEST - tail.length();
        if (Character.isHighSurrogate(name.charAt(end - 1))) {
            end--;
        }
        return name.substring(0, end) + tail;
    }

    /** A Content-Disposition by RFC 6266 and 5987: plain ASCII for the old, UTF-8 for the rest. */
    public static String disposition(boolean inline, String name) {
        String plain = name.replaceAll("[^\\x20-\\x7e]", "_").replaceAll("[\"\\\\%;]", "_");
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
        return (inline ? "inline" : "attachment") + "; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
    }
}
