package org.sanban.checks;

import java.util.function.Supplier;
import org.sanban.proofing.Prose;
import org.sanban.proofing.ProseLimits;

/** One text of a paper, and how it is built once somebody asks. */
final class PaperText {

    private final String element;
    private final String text;
    private final Supplier<Prose> prose = Once.of(() -> Prose.of(text(), ProseLimits.NONE));

    PaperText(String element, String text) {
        this.element = element;
        this.text = text;
    }

    String element() {
        return element;
    }

    String text() {
        return text;
    }

    Prose prose() {
        return prose.get();
    }

    /** The element without the number of an attachment. */
    String kind() {
        return element.startsWith(CheckedPaper.ATTACHED + ".") ? CheckedPaper.ATTACHED : element;
    }
}
