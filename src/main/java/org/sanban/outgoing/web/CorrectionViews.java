package org.sanban.outgoing.web;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sanban.outgoing.Correction;
import org.sanban.outgoing.Corrections;
import org.sanban.outgoing.Elements;
import org.sanban.outgoing.OutgoingPaper;
import org.sanban.outgoing.OutgoingReading;
import org.sanban.outgoing.Revision;
import org.sanban.outgoing.Revisions;
import org.sanban.pages.Texts;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.springframework.stereotype.Component;

/** Corrections with the words around them, as the reviewer and the author see them. */
@Component
class CorrectionViews {

    private static final int AROUND = 14;

    private final OutgoingReading reading;
    private final Revisions revisions;
    private final Corrections corrections;
    private final Directory directory;
    private final StepNames steps;
    private final Clock clock;

    CorrectionViews(
            OutgoingReading reading, Revisions revisions, Corrections corrections, Directory directory, StepNames steps, Clock clock) {
        this.reading = reading;
        this.revisions = revisions;
        this.corrections = corrections;
        this.directory = directory;
        this.steps = steps;
        this.clock = clock;
    }

    CorrectionsView of(long id, Actor by, Texts texts) {
        OutgoingPaper paper = reading.one(id, null, by, clock.instant());
        List<Revision> all = revisions.of(id, by);
        List<RevisionsView.CorrectionLine> made = between(id, all, 0, Integer.MAX_VALUE, by, texts);
        boolean writes = paper.writes() && !all.isEmpty();
        List<Corrections.Pending> pending = writes ? corrections.pending(id, by) : List.of();
        Map<String, String> old = all.isEmpty() ? Map.of() : newest(all).elements();
        Map<String, String> now = Elements.of(paper.draft(), paper.files());
        List<CorrectionsView.PendingLine> lines = pending.stream()
                .map(p -> new CorrectionsView.PendingLine(
                        p, before(now.getOrDefault(p.element(), ""), p.place().newFrom()), after(now.getOrDefault(p.element(), ""), p.place().newTo())))
                .toList();
        return new CorrectionsView(
                paper, old.isEmpty() ? 0 : newest(all).no(), paper.drafter() == by.id() || "draft".equals(paper.step()), lines, made,
                paper.task() != null && "draft".equals(paper.step()));
    }

    /** Recorded corrections that led from text {@code from} to text {@code to}. */
    List<RevisionsView.CorrectionLine> between(long id, Collection<Revision> all, int from, int to, Actor by, Texts texts) {
        Map<Long, Revision> known = new HashMap<>();
        all.forEach(r -> known.put(r.id(), r));
        Map<Long, Map<String, String>> elements = new HashMap<>();
        Map<String, String> names = steps.in(texts);
        return corrections.of(id, by).stream()
                .filter(c -> known.containsKey(c.toRevision()) && known.get(c.toRevision()).no() > from && known.get(c.toRevision()).no() <= to)
                .map(c -> {
                    String text = elements.computeIfAbsent(c.toRevision(), r -> known.get(r).elements()).getOrDefault(c.element(), "");
                    return new RevisionsView.CorrectionLine(
                            c, directory.person(c.by()).map(Directory.Entry::name).orElse(""), names.getOrDefault(c.step(), c.step()),
                            before(text, c.place().newFrom()), after(text, c.place().newTo()));
                })
                .toList();
    }

    private static Revision newest(List<Revision> all) {
        return all.stream().max(java.util.Comparator.comparing(Revision::no)).orElseThrow();
    }

    private static String before(String text, int at) {
        int end = Math.min(Math.max(at, 0), text.length());
        int line = text.lastIndexOf('\n', end - 1) + 1;
        return text.substring(Math.max(line, end - AROUND), end);
    }

    private static String after(String text, int at) {
        int start = Math.min(Math.max(at, 0), text.length());
        int line = text.indexOf('\n', start);
        return text.substring(start, Math.min(line < 0 ? text.length() : line, start + AROUND));
    }
}
