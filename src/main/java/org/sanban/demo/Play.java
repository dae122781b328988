package org.sanban.demo;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.checking.Findings;
import org.sanban.checking.Judging;
import org.sanban.checking.Look;
import org.sanban.checks.Severity;
import org.sanban.outgoing.OutgoingKind;
import org.sanban.people.Actor;
import org.sanban.people.Actors;
import org.sanban.people.Directory;
import org.sanban.workflow.Act;
import org.sanban.workflow.Handlings;
import org.sanban.workflow.Opening;
import org.sanban.workflow.Positions;
import org.springframework.stereotype.Component;

/** Plays what persons of the fictional office did at a given time, through the same doors as the pages. */
@Component
class Play {

    private final Directory directory;
    private final Actors actors;
    private final Handlings handlings;
    private final Positions positions;
    private final Opening opening;
    private final Findings findings;
    private final Judging judging;

    Play(Directory directory, Actors actors, Handlings handlings, Positions positions, Opening opening, Findings findings, Judging judging) {
        this.directory = directory;
        this.actors = actors;
        this.handlings = handlings;
        this.positions = positions;
        this.opening = opening;
        this.findings = findings;
        this.judging = judging;
    }

    Actor actor(String code, Instant at) {
        return actors.of(person(code), at);
    }

    long person(String code) {
        return directory.active().stream().filter(p -> p.code().equals(code)).findFirst().orElseThrow().id();
    }

    long unit(String code) {
        return directory.unitByCode(code).orElseThrow().id();
    }

    /** Opens and finishes the main task that lies before a person. */
    void finish(SubjectRef subject, String who, @Nullable String way, @Nullable String opinion, @Nullable Instant due, Instant at, Act.Pick... picks) {
        Actor by = actor(who, at);
        Positions.Position position = positions.of(subject, by).orElseThrow();
        long task = Optional.ofNullable(position.mainAt(String.valueOf(position.step())))
                .orElseThrow(() -> new IllegalStateException(subject + " does not lie before " + who + " at " + position));
        opening.stamp(subject, by, at);
        answerQuestions(subject, by, at);
        Act.Opinion said = opinion == null || opinion.isBlank() ? null : Act.Opinion.written(opinion);
        act(subject, new Act.Complete(task, way, said, List.of(picks), due, null, null), by, at);
    }

    /** What the step asks its holder (逐项核对) was in order; what the rules hold against the text was left to the reviewer, who saw it. */
    private void answerQuestions(SubjectRef subject, Actor by, Instant at) {
        if (subject.kind().equals(OutgoingKind.KIND)) {
            Look look = findings.of(subject, by, at);
            look.questions().forEach(q -> judging.answer(subject, q.rule(), Judging.Answer.YES, "", by, at));
            look.findings().stream().filter(f -> f.open() && f.atGate()).forEach(f -> judging.judge(
                    subject, f.finding().fingerprint(), f.finding().severity() == Severity.BLOCK ? Judging.Verdict.FALSE_ALARM : Judging.Verdict.WAIVED,
                    "按来稿照录，请核稿时把关", by, at));
        }
    }

    void open(SubjectRef subject, String who, Instant at) {
        opening.stamp(subject, actor(who, at), at);
    }

    /** The code of the person before whom a main task lies, {@code likely} where that is one of them. */
    String holderOf(SubjectRef subject, Instant at, String likely) {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(likely), directory.active().stream().map(Directory.Entry::code))
                .filter(code -> positions.of(subject, actor(code, at)).filter(p -> p.step() != null && p.mainAt(p.step()) != null).isPresent())
                .findFirst().orElseThrow();
    }

    /** Sends the work back. */
    void sendBack(SubjectRef subject, String who, String to, String reason, Instant at) {
        opening.stamp(subject, actor(who, at), at);
        act(subject, new Act.Return(mainTask(subject, who, at), to, List.of(), false, reason), actor(who, at), at);
    }

    /** Reads what was circulated, or reports on an errand. */
    void answer(SubjectRef subject, String who, String kind, @Nullable String opinion, Instant at) {
        Actor by = actor(who, at);
        Long task = positions.of(subject, by).orElseThrow().ofKind(kind);
        if (task != null) {
            opening.stamp(subject, by, at);
            act(subject, new Act.Complete(task, null, opinion == null ? null : Act.Opinion.written(opinion), List.of(), null, null, null), by, at);
        }
    }

    long mainTask(SubjectRef subject, String who, Instant at) {
        Positions.Position position = positions.of(subject, actor(who, at)).orElseThrow();
        return Optional.ofNullable(position.mainAt(String.valueOf(position.step()))).orElseThrow();
    }

    void act(SubjectRef subject, Act act, Actor by, Instant at) {
        handlings.apply(subject, act, by, at, UUID.randomUUID().toString());
    }

    Act.Pick[] persons(List<String> codes) {
        return codes.stream().map(c -> Act.Pick.person(person(c))).toArray(Act.Pick[]::new);
    }

    Act.Pick[] units(String lead, List<String> support) {
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(Act.Pick.lead(unit(lead))), support.stream().map(c -> Act.Pick.support(unit(c))))
                .toArray(Act.Pick[]::new);
    }

}
