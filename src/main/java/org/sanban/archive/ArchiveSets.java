package org.sanban.archive;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sanban.audit.SubjectRef;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.workflow.spi.ArchiveSet;
import org.springframework.stereotype.Component;

/** What belongs into the archive, asked of the module that owns the kind. */
@Component
class ArchiveSets {

    private final Map<String, ArchiveSet> byKind;

    ArchiveSets(List<ArchiveSet> sets) {
        byKind = sets.stream().collect(Collectors.toMap(ArchiveSet::kind, Function.identity()));
    }

    /** @throws Refused where the kind does not say what belongs to it */
    ArchiveSet of(SubjectRef subject) {
        ArchiveSet set = byKind.get(subject.kind());
        if (set == null) {
            throw new Refused(Objection.of("archive.refusal.no-set", subject.kind()));
        }
        return set;
    }
}
