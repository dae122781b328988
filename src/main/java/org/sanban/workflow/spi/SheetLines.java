package org.sanban.workflow.spi;

import java.util.List;
import org.sanban.audit.SubjectRef;
import org.sanban.pages.Texts;

/** What a module that stands above the kinds writes into a box of their handling sheets (办文单): the archive its number and dates. A bean a box. */
public interface SheetLines {

    /** Code of the box, e.g. {@code archive}. */
    String box();

    /** In words, in order; empty where there is nothing to write yet. Asked only for those who see the subject. */
    List<String> lines(SubjectRef subject, Texts texts);
}
