package org.sanban.outgoing.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sanban.outgoing.Approval;
import org.sanban.outgoing.Approvals;
import org.sanban.outgoing.OutgoingPaper;
import org.sanban.outgoing.OutgoingReading;
import org.sanban.outgoing.Revision;
import org.sanban.outgoing.Revisions;
import org.sanban.pages.Texts;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.springframework.stereotype.Component;

/** Gathers what the page of revisions shows. */
@Component
class RevisionsPages {

    private final OutgoingReading reading;
    private final Revisions revisions;
    private final Approvals approvals;
    private final CorrectionViews corrections;
    private final Directory directory;
    private final StepNames steps;
    private final Clock clock;

    RevisionsPages(
            OutgoingReading reading, Revisions revisions, Approvals approvals, CorrectionViews corrections, Directory directory, StepNames steps,
            Clock clock) {
        this.reading = reading;
        this.revisions = revisions;
        this.approvals = approvals;
        this.corrections = corrections;
        this.directory = directory;
        this.steps = steps;
        this.clock = clock;
    }

    /** @param from and {@code to}: null for the last two */
    RevisionsView of(long id, @org.jspecify.annotations.Nullable Integer from, @org.jspecify.annotations.Nullable Integer to, boolean sides, Actor by, Texts texts) {
        OutgoingPaper paper = reading.one(id, null, by, clock.instant());
        List<Revision> all = revisions.of(id, by);
        Map<String, String> names = steps.in(texts);
        List<Approval> given = approvals.of(id, by);
        List<RevisionsView.Line> lines = new ArrayList<>();
        if (!paper.frozen()) {
            lines.add(new RevisionsView.Line(
                    0, paper.writtenAt(), name(paper.writtenBy()), names.getOrDefault(String.valueOf(paper.step()), ""), paper.sha256(), false, List.of()));
        }
        all.stream().sorted(java.util.Comparator.comparing(Revision::no).reversed()).forEach(r -> lines.add(new RevisionsView.Line(
                r.no(), r.at(), name(r.by()), names.getOrDefault(r.step(), r.step()), r.sha256(), r.substantive(),
                given.stream().filter(a -> a.no() == r.no()).toList())));
        int last = all.size();
        int newer = to != null ? to : paper.frozen() ? last : 0;
        int older = from != null ? from : newer == 0 ? last : Math.max(0, last - 1);
        int end = newer == 0 ? Integer.MAX_VALUE : newer;
        List<RevisionsView.Line> between = lines.stream().filter(l -> (l.no() == 0 ? last + 1 : l.no()) > older && (l.no() == 0 ? last + 1 : l.no()) <= end).toList();
        return new RevisionsView(
                paper, lines, older, newer, sides, between, all.isEmpty() && newer != 0 ? Map.of() : revisions.between(id, older, newer, by),
                corrections.between(id, all, older, end, by, texts));
    }

    private String name(long person) {
        return directory.person(person).map(Directory.Entry::name).orElse("");
    }
}
