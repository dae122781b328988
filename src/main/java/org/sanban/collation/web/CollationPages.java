package org.sanban.collation.web;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.collation.Comparison;
import org.sanban.collation.Comparisons;
import org.sanban.pages.NotFound;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.springframework.stereotype.Component;

/** Gathers what stands on the page of a subject's comparisons, for whoever sees the subject. */
@Component
class CollationPages {

    private final Comparisons comparisons;
    private final Directory directory;

    CollationPages(Comparisons comparisons, Directory directory) {
        this.comparisons = comparisons;
        this.directory = directory;
    }

    /** @param proof the comparison to show; where null, the latest in which something is open, else the latest */
    CollationView of(SubjectRef subject, String purpose, @Nullable Long proof, Actor by) {
        List<Comparison> all = comparisons.of(subject, purpose, by);
        Comparison shown = proof == null ? all.stream().filter(c -> c.current() && c.open() > 0).findFirst().or(() -> all.stream().findFirst()).orElse(null)
                : all.stream().filter(c -> c.id() == proof).findFirst().orElseThrow(NotFound::new);
        Set<Long> persons = new HashSet<>();
        all.forEach(c -> persons.add(c.by()));
        all.stream().map(Comparison::differences).flatMap(Collection::stream).forEach(d -> d.confirmations().forEach(c -> persons.add(c.by())));
        return new CollationView(
                subject, purpose, all, shown, comparisons.mayCompare(subject, purpose, by), comparisons.kept(subject, purpose), by.id(), directory.persons(persons));
    }

    /** A subject out of an address. */
    static SubjectRef subject(String kind, long id) {
        try {
            return new SubjectRef(kind, id);
        } catch (IllegalArgumentException typedByHand) {
            throw new NotFound();
        }
    }
}
