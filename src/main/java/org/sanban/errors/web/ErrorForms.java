package org.sanban.errors.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.errors.Actions;
import org.sanban.errors.ErrorRecord;
import org.sanban.errors.Openness;
import org.sanban.errors.Report;
import org.sanban.errors.Source;
import org.sanban.errors.Understanding;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;

/** What is typed into the forms of the register. Times are those of the office. */
public final class ErrorForms {

    private ErrorForms() {}

    /** @param subject {@code kind/id}, taken along from the page on which somebody began */
    public record ReportForm(
            @Nullable String subject, @Nullable String words, @Nullable String business, @Nullable Source source, @Nullable Boolean self,
            @Nullable String description, @Nullable String shouldBe, @Nullable LocalDateTime foundAt, @Nullable String foundStep, @Nullable String madeStep,
            @Nullable String element, @Nullable Integer from, @Nullable Integer to, @Nullable String quote, @Nullable String effect, @Nullable String correction) {

        Report report(ZoneId zone, Instant now) {
            Source by = Objects.requireNonNullElse(source, Source.REVIEWER);
            ErrorRecord.Span span = blank(element) && blank(quote) ? null : new ErrorRecord.Span(orNull(element), from, to, orNull(quote));
            return new Report(
                    ref(subject), words, orNull(business), by, Boolean.TRUE.equals(self), Objects.requireNonNullElse(description, ""), shouldBe, instant(foundAt, zone),
                    orNull(foundStep), null, orNull(madeStep), null, null, null, null, effect, span, orNull(correction), blank(correction) ? null : now);
        }
    }

    public record ClassifyForm(
            @Nullable String kind, @Nullable List<String> secondary, @Nullable String type, @Nullable String severity, @Nullable LocalDateTime madeAt,
            @Nullable String madeStep, @Nullable String foundStep, @Nullable Long unit, @Nullable String role, @Nullable String effect,
            @Nullable Integer recipients, @Nullable Openness openness, @Nullable String recurrence, @Nullable Integer version) {

        static ClassifyForm of(ErrorRecord e, ZoneId zone) {
            return new ClassifyForm(
                    e.nature().kind(), e.nature().secondary(), e.nature().type(), e.nature().severity(), local(e.found().madeAt(), zone), e.found().madeStep(), e.found().step(),
                    e.found().unit(), e.found().role(), e.effect(), e.recipients(), e.openness(), e.again().ofNo(), e.version());
        }

        Understanding.Classification said(ZoneId zone) {
            return new Understanding.Classification(
                    kind, secondary, type, severity, instant(madeAt, zone), orNull(madeStep), orNull(foundStep), unit, role, effect, recipients, openness, recurrence);
        }
    }

    public record CorrectForm(@Nullable String correction, @Nullable LocalDateTime correctedAt, @Nullable Integer version) {}

    public record CauseForm(
            @Nullable List<String> causes, @Nullable String why1, @Nullable String why2, @Nullable String why3, @Nullable String why4, @Nullable String why5,
            @Nullable String causeText, @Nullable Integer version) {

        static CauseForm of(ErrorRecord e) {
            List<String> w = e.cause().whys();
            return new CauseForm(e.cause().codes(), at(w, 0), at(w, 1), at(w, 2), at(w, 3), at(w, 4), e.cause().text(), e.version());
        }

        private static @Nullable String at(List<String> all, int n) {
            return n < all.size() ? all.get(n) : null;
        }

        List<String> whys() {
            return Stream.of(why1, why2, why3, why4, why5).map(w -> Objects.requireNonNullElse(w, "")).toList();
        }
    }

    public record ActionForm(
            Actions.@Nullable Nature nature, @Nullable String what, @Nullable Long actionUnit, @Nullable LocalDate dueOn, @Nullable Long owner) {}

    public record EvidenceForm(@Nullable String evidence, @Nullable LocalDateTime doneOn) {}

    public record ReasonForm(@Nullable String reason) {}

    public record VerifyForm(@Nullable String method, @Nullable String result, @Nullable Boolean effective) {}

    public record PlanForm(@Nullable String meeting, @Nullable LocalDateTime plannedAt, @Nullable String speakerRole) {}

    public record PrepareForm(@Nullable String happened, @Nullable String why, @Nullable String measures) {}

    public record HeldForm(@Nullable String record, @Nullable LocalDateTime heldAt) {}

    public record LessonForm(@Nullable String casebook, @Nullable String rule) {}

    public record PersonForm(@Nullable Long person, @Nullable String role, @Nullable Integer share, @Nullable String note) {}

    public record StatementForm(@Nullable String words, org.sanban.errors.Restricted.@Nullable Kind kind) {}

    public record AnswerForm(@Nullable Boolean granted, @Nullable String answer) {}

    /** @param proposals those that were ticked */
    public record DecideForm(@Nullable List<Long> proposals, @Nullable String description, @Nullable String number, @Nullable String reason) {
        List<Long> chosen() {
            return proposals == null ? List.of() : proposals.stream().filter(Objects::nonNull).toList();
        }
    }

    public record WordForm(@Nullable String name, @Nullable String nameEn, @Nullable Boolean active, @Nullable Integer version) {}

    public record TypeForm(@Nullable String code, @Nullable String business, @Nullable String stage, @Nullable String name, @Nullable String nameEn) {}

    /** @throws Refused where it is no reference */
    static @Nullable SubjectRef ref(@Nullable String text) {
        if (blank(text)) {
            return null;
        }
        try {
            return SubjectRef.of(Objects.requireNonNull(text).strip());
        } catch (IllegalArgumentException typedByHand) {
            throw new Refused(Objection.of("errors.refusal.no-such-matter").at("subject"));
        }
    }

    /** @throws Refused where the year is none of an office */
    static @Nullable Instant instant(@Nullable LocalDateTime at, ZoneId zone) {
        if (at != null && (at.getYear() < 1990 || at.getYear() > 2200)) {
            throw new Refused(Objection.of("errors.refusal.year"));
        }
        return at == null ? null : at.atZone(zone).toInstant();
    }

    static @Nullable LocalDateTime local(@Nullable Instant at, ZoneId zone) {
        return at == null ? null : LocalDateTime.ofInstant(at, zone).withSecond(0).withNano(0);
    }

    static <T> T needed(@Nullable T value, String field) {
        if (value == null) {
            throw new Refused(Objection.of("errors.refusal.empty").at(field));
        }
        return value;
    }

    static int version(@Nullable Integer sent) {
        return Objects.requireNonNullElse(sent, -1);
    }

    static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    static @Nullable String orNull(@Nullable String text) {
        return blank(text) ? null : text;
    }
}
