package org.sanban.workflow.spi;

/** The words by which a subject of one kind is found. A bean a kind. */
public interface SearchText {

    String kind();

    /** Everything worth finding: numbers, names, the text. Title and number are indexed from the card already. */
    String text(long subjectId);
}
