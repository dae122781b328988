package org.sanban.outgoing;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A frozen text (定稿版本): never changed, known by its hash.
 *
 * @param no 1, 2, 3 … on one paper
 * @param sha256 over all elements and the attached files, 64 hexadecimal digits
 * @param reasons why warnings of the routing rules do not stand, by rule
 * @param substantive it differs in substance from the one before
 * @param step the step at which it was written
 */
public record Revision(
        long id, long document, int no, String sha256, Draft draft, List<Elements.File> files, Map<String, String> reasons,
        boolean substantive, String step, long by, Instant at) {

    /** Texts of the elements, by name. */
    public Map<String, String> elements() {
        return Elements.of(draft, files);
    }
}
