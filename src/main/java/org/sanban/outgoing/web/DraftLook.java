package org.sanban.outgoing.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.Objection;
import org.sanban.proofing.Irregularity;
import org.sanban.proofing.Level;
import org.sanban.proofing.Table;
import org.sanban.routing.Finding;

/**
 * What is recognised in a draft, beside its text: the outline, the tables, what the rules of writing say.
 *
 * @param tooMuch why the structure is not drawn, or null
 * @param now what the rules find while it is drafted
 * @param later what they will ask in addition before it leaves its author
 * @param reasons given so far, by rule
 */
public record DraftLook(
        long id, int characters, List<Heading> outline, List<Table> tables, List<Oddity> oddities, @Nullable Objection tooMuch, List<Finding> now,
        List<Finding> later, Map<String, String> reasons, boolean mayReason) {

    /** @param line in the body, from 1 */
    public record Heading(Level level, String text, int line) {}

    /** A numbering that is not in order, and where it stands. */
    public record Oddity(Irregularity.Kind kind, String words, int expected, int found) {}

    /** Nothing to see yet. */
    public boolean empty() {
        return outline.isEmpty() && tables.isEmpty() && tooMuch == null;
    }
}
