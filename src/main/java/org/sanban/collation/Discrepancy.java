package org.sanban.collation;

/**
 * One place where a proof does not say what it has to say.
 *
 * @param no which attachment, from 1; 0 for an element there is one of
 * @param page of the proof, from 1; 0 where the file does not say
 * @param line of that page, or of the file; 0 in an empty proof
 * @param from where the words begin in the reference, in characters without white space; they end at {@code to}, exclusive
 * @param reference the words in their context in the reference
 * @param proof the same place in the proof
 */
public record Discrepancy(Kind kind, Element element, int no, int page, int line, int from, int to, Context reference, Context proof) {

    /** Words between what stands before and after them; blanks and line breaks as they were. */
    public record Context(String before, String words, String after) {}

    /** What makes it the same difference in another proof of the same text. */
    public String sameness() {
        return String.join("\u0001", kind.name(), element.name(), Integer.toString(no), reference.before(), reference.words(), proof.words());
    }
}
