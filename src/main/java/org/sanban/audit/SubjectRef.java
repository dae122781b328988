package org.sanban.audit;

/**
 * Points at anything the office handles or keeps, across modules, without an arrow between them.
 *
 * @param kind a short stable word, e.g. {@code incoming}, {@code person}, {@code procedure}
 * @param id the subject's own identifier within its kind
 */
public record SubjectRef(String kind, long id) {

    public SubjectRef {
        if (kind.isBlank() || kind.length() > 40 || kind.indexOf('/') >= 0) {
            throw new IllegalArgumentException("kind: " + kind);
        }
    }

    /** Reads what {@link #toString} wrote. */
    public static SubjectRef of(String text) {
        int slash = text.indexOf('/');
        if (slash < 1) {
            throw new IllegalArgumentException("subject: " + text);
        }
        return new SubjectRef(text.substring(0, slash), Long.parseLong(text.substring(slash + 1)));
    }

    @Override
    public String toString() {
        return kind + "/" + id;
    }
}
