package org.sanban.collation;

/**
 * Characters {@code from..to} of the reference stand where {@code at..end} of the proof stand.
 *
 * @param moved the same words stand elsewhere: what was taken out there was put in here
 */
record Stretch(int from, int to, int at, int end, boolean moved) {

    Stretch(int from, int to, int at, int end) {
        this(from, to, at, end, false);
    }

    int gone() {
        return to - from;
    }

    int come() {
        return end - at;
    }

    boolean empty() {
        return gone() == 0 && come() == 0;
    }
}
