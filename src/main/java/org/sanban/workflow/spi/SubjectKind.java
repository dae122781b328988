package org.sanban.workflow.spi;

import org.sanban.pages.SubjectLink;

/** A kind of subject that the office handles. One bean a kind; with a procedure file this is all that the engine asks for. */
public interface SubjectKind extends SubjectLink {

    /** Tab of the tray it is shown under: {@code documents}, {@code meetings}, {@code affairs} or {@code errors}. */
    String tab();

    /** Message key of its name. */
    default String nameKey() {
        return "kind." + kind();
    }
}
