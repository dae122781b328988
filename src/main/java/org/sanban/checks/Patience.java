package org.sanban.checks;

/** A text that lets itself be read so many times only, so that a pattern that would never come to an end does. */
final class Patience implements CharSequence {

    /** A pattern somebody wrote reads more than that for each character of the text, or for a short text: it is given up. */
    private static final int READS = 2_000;
    private static final int SHORT = 500;

    /** The pattern took too long. */
    static final class Exhausted extends RuntimeException {
        Exhausted() {
            super("pattern too slow", null, false, false);
        }
    }

    private final String text;
    private int left;

    Patience(String text) {
        this.text = text;
        this.left = READS * Math.clamp(text.length(), SHORT, 20_000);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        if (--left < 0) {
            throw new Exhausted();
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
