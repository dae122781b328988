package org.sanban.workflow.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.workflow.Act;
import org.sanban.workflow.Doing;

/**
 * An act as a program sends it; each uses the few fields it needs.
 *
 * @param to way onward or step
 * @param due an instant, ISO 8601
 * @param persons to whom it goes: one for forwarding and errands, any number for signers
 * @param groups of readers, one group after the other
 * @param text reason, note, instruction or what was said, as the act has it
 */
public record ActBody(
        @Nullable String requestId,
        @Nullable Long task,
        @Nullable String to,
        @Nullable Long movement,
        @Nullable String opinion,
        Act.Opinion.@Nullable Kind opinionKind,
        @Nullable List<Act.Pick> picks,
        @Nullable Instant due,
        @Nullable String waive,
        @Nullable String override,
        @Nullable List<Long> persons,
        @Nullable List<List<Long>> groups,
        @Nullable String text,
        @Nullable String how,
        @Nullable Boolean resume,
        Act.@Nullable Position position,
        Act.@Nullable StopReason stop,
        @Nullable Boolean granted) {

    /** @throws Refused where something the act cannot do without is missing */
    Act act(Doing doing) {
        return switch (doing) {
            case COMPLETION -> new Act.Complete(ofTask(), to, said(), all(picks), due, waive, override);
            case RETURN -> new Act.Return(ofTask(), plain(to), all(persons), Boolean.TRUE.equals(resume), plain(text));
            case WITHDRAWAL -> new Act.Withdraw(text);
            case FORWARDING -> new Act.Forward(ofTask(), one(), plain(text));
            case ERRAND -> new Act.HandDown(ofTask(), one(), plain(text), due);
            case RECALL -> new Act.Recall(ofTask(), text);
            case SIGNERS -> new Act.AddSigners(ofTask(), all(persons), position == null ? Act.Position.BEFORE : position, text);
            case REMOVAL -> new Act.RemoveSigner(ofTask(), plain(text));
            case CIRCULATION -> new Act.Circulate(all(groups), text);
            case SKIP -> new Act.Skip(ofTask(), plain(text));
            case URGE -> new Act.Urge(ofTask(), plain(how), plain(text));
            case CLAIM -> new Act.Claim(ofTask());
            case RELEASE -> new Act.Release(ofTask());
            case STOP -> new Act.Suspend(needed(stop, "stop", "workflow.refusal.stop-missing"), plain(text));
            case RESUMPTION -> new Act.Resume(text);
            case EXTENSION -> new Act.Extend(ofTask(), needed(due, "due", "workflow.refusal.due-missing"), plain(text));
            case DECISION -> new Act.Decide(ofTask(), needed(granted, "granted", "workflow.refusal.decision-missing"), text);
            case JUMP -> new Act.Jump(plain(to), all(picks), plain(text));
            case VOIDING -> new Act.Void(plain(text));
            case REOPENING -> new Act.Reopen(plain(to), all(picks), plain(text));
            case CORRECTION -> new Act.CorrectOpinion(needed(movement, "movement", "workflow.refusal.movement-missing"), plain(opinion));
        };
    }

    private Act.@Nullable Opinion said() {
        return opinion == null && opinionKind == null ? null : new Act.Opinion(opinionKind == null ? Act.Opinion.Kind.WRITTEN : opinionKind, plain(opinion));
    }

    private long ofTask() {
        return needed(task, "task", "workflow.refusal.task-missing");
    }

    private long one() {
        if (all(persons).size() != 1) {
            throw new Refused(Objection.of("workflow.refusal.pick-person").at("persons"));
        }
        return all(persons).getFirst();
    }

    static <T> T needed(@Nullable T value, String field, String code) {
        if (value == null) {
            throw new Refused(Objection.of(code).at(field));
        }
        return value;
    }

    private static <T> List<T> all(@Nullable List<T> sent) {
        return sent == null ? List.of() : sent.stream().filter(java.util.Objects::nonNull).toList();
    }

    private static String plain(@Nullable String text) {
        return text == null ? "" : text;
    }
}
