package org.sanban.outgoing.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sanban.outgoing.Approval;
import org.sanban.outgoing.Corrections;
import org.sanban.outgoing.Countersigns;
import org.sanban.outgoing.DispatchLine;
import org.sanban.outgoing.Dispatching;
import org.sanban.outgoing.Proofs;
import org.sanban.outgoing.ReviewSheets;
import org.sanban.outgoing.Seals;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.pages.RequestId;
import org.sanban.pages.Stale;
import org.sanban.people.Actor;
import org.sanban.workflow.Act;
import org.springframework.format.annotation.DateTimeFormat;

/** The forms of what is written on an outgoing paper on its way. A field that two forms would share bears the name of its form before its own. */
final class StepForms {

    private StepForms() {}

    record VerdictForm(Approval.@Nullable Verdict verdict) {}

    /** What a body outside answered. */
    record OutsideForm(
            @Nullable Long outsideOrganization, @Nullable String signer, @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on,
            Approval.@Nullable Verdict outsideVerdict, @Nullable String words, @Nullable Long file) {

        Countersigns.Outside outside() {
            return new Countersigns.Outside(
                    need(outsideOrganization, "outsideOrganization"), text(signer), need(on, "on"), need(outsideVerdict, "outsideVerdict"),
                    words == null || words.isBlank() ? null : words, file);
        }
    }

    /** What the reviewer says of each focus, by its name. */
    record FocusForm(Map<String, String> focusProblem, Map<String, String> focusNote) {

        /** A form that was sent empty is shown again, too. */
        FocusForm {
            focusProblem = Objects.requireNonNullElseGet(focusProblem, HashMap::new);
            focusNote = Objects.requireNonNullElseGet(focusNote, HashMap::new);
        }

        List<ReviewSheets.Found> found() {
            return Arrays.stream(ReviewSheets.Focus.values()).filter(focus -> focusProblem.containsKey(focus.name()))
                    .map(focus -> new ReviewSheets.Found(focus, !"true".equals(focusProblem.get(focus.name())), focusNote.get(focus.name()))).toList();
        }
    }

    record ReasonForm(@Nullable String rule, @Nullable String ruleReason) {}

    /** @param how WRITTEN, CIRCLED, or BARE for a signature without words; {@code way} onward, where there are several */
    record SignForm(@Nullable String sha256, @Nullable String how, @Nullable String opinion, @Nullable String way, @Nullable String requestId) {

        /** The way that was chosen; none where there was nothing to choose. */
        @Nullable String onward() {
            return way == null || way.isBlank() ? null : way;
        }

        Act.@Nullable Opinion said() {
            return switch (text(how)) {
                case "BARE" -> null;
                case "CIRCLED" -> new Act.Opinion(Act.Opinion.Kind.CIRCLED, "");
                default -> {
                    if (opinion == null || opinion.isBlank()) {
                        throw new Refused(Objection.of("outgoing.show.refusal.opinion").at("opinion"));
                    }
                    yield Act.Opinion.written(opinion.strip());
                }
            };
        }
    }

    /** Says of one change what it weighs. */
    record WeightForm(
            @Nullable Integer revision, @Nullable String element, @Nullable Integer from, @Nullable Integer to, @Nullable String is,
            @Nullable Boolean substantive) {

        Corrections.Choice choice() {
            return new Corrections.Choice(
                    need(revision, "revision"), need(element, "element"), need(from, "from"), need(to, "to"), text(is), null, substantive);
        }
    }

    /** @param reserved id of a number set aside; it goes before the series */
    record SeriesForm(@Nullable String series, @Nullable Long reserved) {

        @Nullable String chosen() {
            return reserved != null || series == null || series.isBlank() ? null : series;
        }
    }

    record VoidForm(@Nullable String voidReason, @Nullable Long voidApprover) {}

    record ProofForm(Proofs.@Nullable Part part, @Nullable Boolean clean, @Nullable String differences) {}

    record SealForm(@Nullable String seal, @Nullable Integer sealCopies, @Nullable Long sealApprover, @Nullable String serial) {

        void write(Seals seals, long id, Actor by, Instant at) {
            String known = serial == null || serial.isBlank() ? null : serial.strip();
            seals.seal(id, text(seal), need(sealCopies, "sealCopies"), need(sealApprover, "sealApprover"), known, by, at);
        }
    }

    /** @param to {@code o12} for a body, {@code u5} for a unit of the office, or blank where the name is typed */
    record LineForm(
            @Nullable String to, @Nullable String name, DispatchLine.@Nullable Kind kind, @Nullable Integer copies,
            DispatchLine.@Nullable Channel channel, @Nullable String requestId) {

        Dispatching.NewLine line(RecipientNames names) {
            Long organization = to != null && to.matches("o\\d{1,18}") ? Long.valueOf(to.substring(1)) : null;
            Long unit = to != null && to.matches("u\\d{1,18}") ? Long.valueOf(to.substring(1)) : null;
            String said = text(name).isBlank() ? names.of(organization, unit) : text(name);
            return new Dispatching.NewLine(
                    Objects.requireNonNullElse(kind, DispatchLine.Kind.MAIN), said, organization, unit, need(copies, "copies"), need(channel, "channel"));
        }
    }

    /** Copies and channels of the lines that the paper itself asks for, in their order. */
    record FillForm(@Nullable List<Integer> fillCopies, @Nullable List<DispatchLine.Channel> fillChannel, @Nullable String requestId) {

        /** The lines are told by their order: others than those that were shown are not filled. */
        void refuseOther(List<Dispatching.NewLine> proposed) {
            if (!proposed.isEmpty() && fillCopies != null && fillCopies.size() != proposed.size()) {
                throw new Stale();
            }
        }

        Dispatching.NewLine line(Dispatching.NewLine proposed, int n) {
            Integer copies = fillCopies == null || n >= fillCopies.size() ? null : fillCopies.get(n);
            DispatchLine.Channel channel = fillChannel == null || n >= fillChannel.size() ? null : fillChannel.get(n);
            return proposed.with(Objects.requireNonNullElse(copies, proposed.copies()), Objects.requireNonNullElse(channel, proposed.channel()));
        }
    }

    record LinesForm(@Nullable List<Long> only) {}

    record RowForm(@Nullable String who, @Nullable String reason) {}

    record WaiverForm(@Nullable String waiverReason) {}

    record PublishForm(@Nullable String publishWhere) {}

    record RecallForm(@Nullable String recallReason) {}

    record CorrectionForm(@Nullable Long correction) {}

    /** The name under which a body or a unit stands on the line. */
    interface RecipientNames {
        String of(@Nullable Long organization, @Nullable Long unit);
    }

    /** What the form was sent with, so that sending it twice does it once. */
    static String request(@Nullable String sent) {
        return sent != null && sent.matches("[0-9A-Za-z-]{8,64}") ? sent : RequestId.next();
    }

    static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    static <T> T need(@Nullable T value, String field) {
        if (value == null) {
            throw new Refused(Objection.of("jakarta.validation.constraints.NotNull.message").at(field));
        }
        return value;
    }
}
