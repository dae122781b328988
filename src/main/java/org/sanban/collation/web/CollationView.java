package org.sanban.collation.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.collation.Comparison;
import org.sanban.people.Directory;

/**
 * The page of a subject's comparisons.
 *
 * @param all the latest first
 * @param shown one of them, null where there is none yet
 * @param mayCompare the reader may bring a proof or confirm now
 * @param kept files that the subject has already and that can be compared
 * @param reader who reads the page
 */
public record CollationView(
        SubjectRef subject, String purpose, List<Comparison> all, @Nullable Comparison shown, boolean mayCompare, Map<Long, String> kept, long reader,
        Map<Long, Directory.Entry> names) {

    public String base() {
        return "/collations/" + subject.kind() + "/" + subject.id() + "/" + purpose;
    }

    public String name(long person) {
        Directory.Entry entry = names.get(person);
        return entry == null ? "" : entry.name();
    }

    /** May the reader confirm this one: it is open in the latest proof, and they have not yet? */
    public boolean confirms(Comparison.Difference difference) {
        return mayCompare && shown != null && shown.current() && difference.state() == Comparison.State.OPEN
                && difference.confirmations().stream().noneMatch(c -> c.by() == reader);
    }
}
