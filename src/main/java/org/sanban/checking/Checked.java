package org.sanban.checking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sanban.checks.CheckedPaper;
import org.sanban.people.Actor;

/** A kind of subject whose text the rules are run over. A bean a kind, contributed by the module that owns the text. */
public interface Checked {

    /** The kind of subject, e.g. {@code outgoing}. */
    String kind();

    /** The text as it stands, for whoever asks; {@link #place} decides about sight. */
    CheckedPaper paper(long id, Instant at);

    /** The same, kept from changing until the transaction ends: gates look at it. */
    CheckedPaper locked(long id, Instant at);

    /**
     * Where it stands and what {@code by} may do with it.
     *
     * @throws org.sanban.pages.NotFound when there is none or {@code by} may not see it
     */
    Place place(long id, Actor by);

    /**
     * Writes a correction into the text through the module's own save, with its version and its pen.
     *
     * @return the version after it
     * @throws org.sanban.pages.Stale when somebody else wrote meanwhile or holds the pen, or the words no longer stand there
     * @throws org.sanban.pages.Refused when the text does not lie before {@code by} to be written in
     */
    int correct(long id, Correction correction, Actor by, Instant at);

    /** Message key of an element's name. */
    String elementKey(String element);

    /** Texts that somebody signed, of papers signed on that day or after it, the newest first, at most {@code limit}. */
    List<Signed> signedSince(LocalDate day, int limit);

    /** How many there are, however many are shown. */
    int countSignedSince(LocalDate day);

    /**
     * @param step where it stands, null when it has ended
     * @param version of the text
     * @param writes {@code by} may write in the text
     * @param holds it lies before {@code by}
     * @param href of the page on which the text is written
     */
    record Place(String title, @Nullable String step, int version, boolean writes, boolean holds, String href) {}

    /**
     * Words put in place of others, in one element.
     *
     * @param version that was read
     * @param window the editing window that writes
     */
    record Correction(int version, String window, String element, int from, int to, String was, String is) {}

    /** A text that was signed. */
    record Signed(long id, String title, @Nullable String number, CheckedPaper paper) {}
}
