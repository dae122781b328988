package org.sanban.workflow.web;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.workflow.Act;
import org.sanban.workflow.Doing;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * What any of the forms sends. Each uses the few fields of its act.
 *
 * @param to way onward or step
 * @param picks persons, or units where {@code ofUnits}; in the order chosen
 * @param due in the office's zone
 * @param then a second group of readers, {@code last} a third
 * @param series readers of a group one after the other
 */
record ActForm(
        @Nullable String requestId,
        @Nullable Long task,
        @Nullable String to,
        @Nullable Long movement,
        @Nullable String opinion,
        Act.Opinion.@Nullable Kind opinionKind,
        @Nullable List<Long> picks,
        @Nullable Long lead,
        @Nullable List<Long> supports,
        @Nullable Boolean ofUnits,
        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) LocalDateTime due,
        @Nullable String waive,
        @Nullable String override,
        @Nullable String reason,
        @Nullable String note,
        @Nullable String instruction,
        @Nullable String text,
        @Nullable String how,
        @Nullable List<Long> holders,
        @Nullable Boolean resume,
        Act.@Nullable Position position,
        Act.@Nullable StopReason stop,
        @Nullable Boolean granted,
        @Nullable List<Long> then,
        @Nullable List<Long> last,
        @Nullable Boolean series) {

    /** @throws Refused where something the act cannot do without is missing */
    Act act(Doing doing, ZoneId zone) {
        return switch (doing) {
            case COMPLETION -> new Act.Complete(ofTask(), blank(to) ? null : to, said(), picked(), at(zone), waive, override);
            case RETURN -> new Act.Return(ofTask(), plain(to), ids(holders), Boolean.TRUE.equals(resume), plain(reason));
            case WITHDRAWAL -> new Act.Withdraw(reason);
            case FORWARDING -> new Act.Forward(ofTask(), onePick(), plain(reason));
            case ERRAND -> new Act.HandDown(ofTask(), onePick(), plain(instruction), at(zone));
            case RECALL -> new Act.Recall(ofTask(), reason);
            case SIGNERS -> new Act.AddSigners(ofTask(), ids(picks), position == null ? Act.Position.BEFORE : position, note);
            case REMOVAL -> new Act.RemoveSigner(ofTask(), plain(reason));
            case CIRCULATION -> new Act.Circulate(groups(), note);
            case SKIP -> new Act.Skip(ofTask(), plain(reason));
            case URGE -> new Act.Urge(ofTask(), plain(how), plain(text));
            case CLAIM -> new Act.Claim(ofTask());
            case RELEASE -> new Act.Release(ofTask());
            case STOP -> new Act.Suspend(needed(stop, "stop", "workflow.refusal.stop-missing"), plain(note));
            case RESUMPTION -> new Act.Resume(note);
            case EXTENSION -> new Act.Extend(ofTask(), needed(at(zone), "due", "workflow.refusal.due-missing"), plain(reason));
            case DECISION -> new Act.Decide(ofTask(), needed(granted, "granted", "workflow.refusal.decision-missing"), note);
            case JUMP -> new Act.Jump(plain(to), picked(), plain(reason));
            case VOIDING -> new Act.Void(plain(reason));
            case REOPENING -> new Act.Reopen(plain(to), picked(), plain(reason));
            case CORRECTION -> new Act.CorrectOpinion(needed(movement, "movement", "workflow.refusal.movement-missing"), plain(opinion));
        };
    }

    private long ofTask() {
        return needed(task, "task", "workflow.refusal.task-missing");
    }

    private Act.@Nullable Opinion said() {
        boolean kindMatters = opinionKind == Act.Opinion.Kind.CIRCLED;
        if (blank(opinion) && !kindMatters) {
            return null;
        }
        return new Act.Opinion(opinionKind == null ? Act.Opinion.Kind.WRITTEN : opinionKind, plain(opinion));
    }

    private List<Act.Pick> picked() {
        boolean units = Boolean.TRUE.equals(ofUnits);
        List<Act.Pick> picked = new ArrayList<>();
        if (lead != null) {
            picked.add(pick(lead, units, Act.Part.LEAD));
        }
        ids(supports).forEach(id -> picked.add(pick(id, units, Act.Part.SUPPORT)));
        ids(picks).forEach(id -> picked.add(pick(id, units, Act.Part.HOLDER)));
        return picked;
    }

    private static Act.Pick pick(long id, boolean unit, Act.Part part) {
        return new Act.Pick(unit ? null : id, unit ? id : null, part);
    }

    private long onePick() {
        List<Long> chosen = ids(picks);
        if (chosen.size() != 1) {
            throw new Refused(Objection.of("workflow.refusal.pick-person").at("picks"));
        }
        return chosen.getFirst();
    }

    private List<List<Long>> groups() {
        List<List<Long>> groups = new ArrayList<>();
        for (List<Long> group : List.of(ids(picks), ids(then), ids(last))) {
            if (Boolean.TRUE.equals(series)) {
                group.forEach(id -> groups.add(List.of(id)));
            } else if (!group.isEmpty()) {
                groups.add(group);
            }
        }
        return groups;
    }

    private java.time.@Nullable Instant at(ZoneId zone) {
        return due == null ? null : due.atZone(zone).toInstant();
    }

    private static List<Long> ids(@Nullable List<Long> sent) {
        return sent == null ? List.of() : sent.stream().filter(Objects::nonNull).toList();
    }

    private static <T> T needed(@Nullable T value, String field, String code) {
        if (value == null) {
            throw new Refused(Objection.of(code).at(field));
        }
        return value;
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static String plain(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** What was written by hand, so that it is not lost. */
    String typed() {
        return java.util.stream.Stream.of(opinion, reason, note, instruction, text).filter(t -> !blank(t)).findFirst().orElse("");
    }

    /** The form as first shown, with what is preselected. */
    static ActForm of(org.sanban.workflow.Sheet sheet) {
        var offer = sheet.offer();
        List<Long> chosen = sheet.chosen().stream().map(Long::valueOf).toList();
        boolean units = java.util.Set.of("UNIT", "UNITS", "LEAD_UNITS").contains(sheet.picks().name());
        boolean leads = sheet.picks().name().startsWith("LEAD");
        return new ActForm(
                null, offer.task(), offer.to(), offer.movement(), offer.doing() == Doing.CORRECTION ? sheet.about() : null,
                sheet.opinionKinds() ? Act.Opinion.Kind.WRITTEN : null, leads ? List.of() : chosen,
                leads && !chosen.isEmpty() ? chosen.getFirst() : null, sheet.chosenSupports().stream().map(Long::valueOf).toList(), units,
                null, null, null, null, null, null, null, null, List.of(), true, Act.Position.BEFORE, null, null, List.of(), List.of(), false);
    }
}
