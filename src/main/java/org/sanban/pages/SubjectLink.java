package org.sanban.pages;

/** Where the page of a subject is. A bean for each kind, contributed by the module that owns it; {@code /go?subject=kind/id} leads there. */
public interface SubjectLink {

    /** The kind of subject, e.g. {@code incoming}. */
    String kind();

    /** Path of the page, beginning with a slash. */
    String href(long id);
}
