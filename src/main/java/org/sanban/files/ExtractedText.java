package org.sanban.files;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What could be read inside a file.
 *
 * @param pages where the type has pages
 * @param examined how much of the text was seen
 */
record ExtractedText(List<Passage> passages, @Nullable Integer pages, Examined examined) {

    /** How far a file was searched for marks of secrecy. */
    enum Examined { FULLY, PARTLY, NOT }

    static ExtractedText none() {
        return new ExtractedText(List.of(), null, Examined.NOT);
    }
}
