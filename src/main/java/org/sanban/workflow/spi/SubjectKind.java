package org.sanban.workflow.spi;

/** A kind of subject that the office handles. One bean a kind; with a procedure file this is all that the engine asks for. */
public interface SubjectKind {

    /** Stable word, the {@code kind} of its {@link org.sanban.audit.SubjectRef}s. Its name stands in the messages as {@code kind.<code>}. */
    String code();

    /** Path of the subject's page. */
    String href(long id);

    /** Tab of the tray it is shown under: {@code documents}, {@code meetings}, {@code affairs}, {@code errors}. */
    String tab();
}
