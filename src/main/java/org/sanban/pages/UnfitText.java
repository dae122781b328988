package org.sanban.pages;

/**
 * A text with characters that no office paper has and that break what comes after: control characters other than tab and
 * line ends, NUL, halves of surrogate pairs, and the mark that stands for bytes which were not UTF-8. Answered as an
 * objection at the field it was typed into.
 */
public class UnfitText extends IllegalArgumentException {

    /** Message key of the objection. */
    public static final String CODE = "pages.refusal.characters";

    UnfitText() {
        super(CODE);
    }

    /**
     * The text without white space around it.
     *
     * @throws UnfitText if it has unfit characters
     */
    public static String refuseIn(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c) || c == '\uFFFD' || Character.isISOControl(c) && c != '\t' && c != '\n' && c != '\r') {
                throw new UnfitText();
            }
        }
        return text.strip();
    }
}
