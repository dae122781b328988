package org.sanban.outgoing.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sanban.outgoing.Approval;
import org.sanban.outgoing.Correction;
import org.sanban.outgoing.Corrections;
import org.sanban.outgoing.Countersigns;
import org.sanban.outgoing.DispatchLine;
import org.sanban.outgoing.Dispatching;
import org.sanban.outgoing.Draft;
import org.sanban.outgoing.Proofs;
import org.sanban.outgoing.ReviewSheets;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.workflow.Act;

/** What programs send. What is missing is objected to at its field, after it is known that they may see the paper. */
final class OutgoingJson {

    private OutgoingJson() {}

    /** @param draft null for an empty one, or the beginning of an answer where {@code answers} names an incoming paper */
    record Begin(@Nullable Draft draft, @Nullable Long answers) {}

    record Save(@Nullable Integer version, @Nullable String window, @Nullable Draft draft) {}

    /** @param over true takes the pen from whoever holds it */
    record Pen(@Nullable String window, @Nullable Boolean over) {
        String name() {
            return Objects.requireNonNullElse(window, "");
        }
    }

    record Reason(@Nullable String rule, @Nullable String reason) {}

    record Choice(
            @Nullable Integer revision, @Nullable String element, @Nullable Integer from, @Nullable Integer to, @Nullable String is,
            Correction.@Nullable Kind kind, @Nullable Boolean substantive) {
        Corrections.Choice choice() {
            return new Corrections.Choice(
                    need(revision, "revision"), need(element, "element"), need(from, "from"), need(to, "to"), Objects.requireNonNullElse(is, ""), kind,
                    substantive);
        }
    }

    record Answer(@Nullable Boolean accepted, @Nullable String words) {}

    record Found(ReviewSheets.@Nullable Focus focus, @Nullable Boolean inOrder, @Nullable String note) {}

    record Review(@Nullable List<@Nullable Found> found) {
        List<ReviewSheets.Found> all() {
            return found == null ? List.of() : found.stream().filter(Objects::nonNull)
                    .map(f -> new ReviewSheets.Found(need(f.focus(), "focus"), need(f.inOrder(), "inOrder"), f.note())).toList();
        }
    }

    record Verdict(Approval.@Nullable Verdict verdict) {}

    record Outside(
            @Nullable Long organization, @Nullable String signer, @Nullable LocalDate on, Approval.@Nullable Verdict verdict, @Nullable String words,
            @Nullable Long file) {
        Countersigns.Outside outside() {
            return new Countersigns.Outside(
                    need(organization, "organization"), need(signer, "signer"), need(on, "on"), need(verdict, "verdict"), words, file);
        }
    }

    record Signature(
            @Nullable Long task, @Nullable String sha256, @Nullable String opinion, @Nullable String transition, @Nullable List<Long> picks) {
        Act.Opinion said() {
            return opinion == null || opinion.isBlank() ? new Act.Opinion(Act.Opinion.Kind.CIRCLED, "") : Act.Opinion.written(opinion);
        }

        List<Act.Pick> picked() {
            return picks == null ? List.of() : picks.stream().filter(Objects::nonNull).map(Act.Pick::person).toList();
        }
    }

    record Series(@Nullable String series, @Nullable Long reserved) {}

    record Voiding(@Nullable String reason, @Nullable Long approver) {}

    record Proof(Proofs.@Nullable Part part, @Nullable Boolean clean, @Nullable String differences) {}

    record Seal(@Nullable String seal, @Nullable Integer copies, @Nullable Long approver, @Nullable String serial) {}

    record Line(
            DispatchLine.@Nullable Kind kind, @Nullable String name, @Nullable Long organization, @Nullable Long unit, @Nullable Integer copies,
            DispatchLine.@Nullable Channel channel) {
        Dispatching.NewLine line() {
            return new Dispatching.NewLine(
                    need(kind, "kind"), need(name, "name"), organization, unit, Objects.requireNonNullElse(copies, 1), need(channel, "channel"));
        }
    }

    record Lines(@Nullable List<Long> lines) {
        List<Long> only() {
            return lines == null ? List.of() : lines.stream().filter(Objects::nonNull).toList();
        }
    }

    record Why(@Nullable String reason) {
        String words() {
            return Objects.requireNonNullElse(reason, "");
        }
    }

    record Who(@Nullable String who) {}

    record Waiver(@Nullable List<String> names, @Nullable String reason) {
        List<String> whom() {
            return names == null ? List.of() : names.stream().filter(Objects::nonNull).toList();
        }
    }

    record Where(@Nullable String where) {}

    record Correcting(@Nullable Long correction) {}

    static <T> T need(@Nullable T value, String field) {
        if (value == null) {
            throw new Refused(Objection.of("jakarta.validation.constraints.NotNull.message").at(field));
        }
        return value;
    }
}
