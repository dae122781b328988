package org.sanban.workflow.spi;

/** A kind of subject of which only its name, its pages and its place in the navigation are its own. */
public abstract class PlainKind implements SubjectKind {

    private final String kind;
    private final String path;
    private final String tab;

    /** @param path of its pages, before the id */
    protected PlainKind(String kind, String path, String tab) {
        this.kind = kind;
        this.path = path;
        this.tab = tab;
    }

    @Override
    public final String kind() {
        return kind;
    }

    @Override
    public final String href(long id) {
        return path + id;
    }

    @Override
    public final String tab() {
        return tab;
    }
}
