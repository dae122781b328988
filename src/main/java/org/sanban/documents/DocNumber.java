package org.sanban.documents;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A document's number (发文字号) as one and the same, however its brackets and spaces were typed. */
final class DocNumber {

    private DocNumber() {}

    /** What two ways of writing the same number have in common; null where there is none. */
    static @Nullable String key(@Nullable String number) {
        if (number == null) {
            return null;
        }
        String plain = Normalizer.normalize(number, Normalizer.Form.NFKC)
                .replaceAll("[\\p{Ps}\\p{Pe}<>]", "|")
                .replaceAll("[\\s\\u00AD\\u200B-\\u200D\\uFEFF]", "")
                .replaceAll("(?<=\\|)\\D?0*(?=\\d)", "")
                .replaceAll("(?<=\\d)\\D$", "")
                .toUpperCase(Locale.ROOT);
        return plain.isEmpty() ? null : plain;
    }
}
