package org.sanban.collation;

import java.util.Map;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;

/**
 * Something that proofs are compared with: the signed text of a paper, the typed text of an incoming one, a list of replies. A bean for
 * each kind of subject and purpose, contributed by the module that knows them.
 */
public interface Collated {

    /** Kind of the subject. */
    String kind();

    /** A short word for what is compared; its texts are {@code collation.purpose.<kind>.<purpose>} and {@code …-hint}. */
    String purpose();

    /**
     * The text as it stands now.
     *
     * @throws Refused where there is none yet
     */
    Standing standing(long subject);

    /** May this person, who sees the subject, bring a proof or confirm a difference now? */
    boolean mayCompare(long subject, Actor by);

    /** Files that the subject has already and that can be compared, by their id and name. */
    default Map<Long, String> files(long subject) {
        return Map.of();
    }

    /** @param label by which a person knows the text, e.g. the number of its revision */
    record Standing(Reference reference, String label) {}
}
