package org.sanban.affairs.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sanban.affairs.Affair;
import org.sanban.affairs.Category;
import org.sanban.affairs.Entry;
import org.sanban.affairs.Lane;
import org.springframework.web.multipart.MultipartFile;

/** What is typed into the forms of affairs. Times are those of the office. */
public final class AffairForms {

    private AffairForms() {}

    public record EntryForm(
            @Nullable String category, @Nullable String title, @Nullable String sourceWords, @Nullable String originNo, @Nullable String instruction,
            @Nullable String standard, @Nullable Boolean firstMatter, @Nullable Lane lane, @Nullable String laneReason, @Nullable Long leadUnit, @Nullable Long leadBody,
            @Nullable List<Long> supportUnits, @Nullable List<Long> supportBodies, @Nullable LocalDateTime due, @Nullable Long owner, @Nullable Integer version) {

        static EntryForm of(Affair a, ZoneId zone) {
            return new EntryForm(
                    a.category(), a.title(), a.source().words(), a.originNo(), a.instruction(), a.standard(), a.firstMatter(), a.lane(), a.laneReason(), a.leadUnit(), a.leadBody(),
                    a.supportUnits(), a.supportBodies(), local(a.due(), zone), a.owner(), a.version());
        }

        Entry entry(@Nullable Category category, Affair.@Nullable Source before, ZoneId zone) {
            Affair.Source source = before != null ? before
                    : new Affair.Source(category == null ? org.sanban.affairs.SourceType.PLAN : category.source(), null, sourceWords);
            return new Entry(
                    text(this.category), text(title), source, originNo, instruction, standard, Boolean.TRUE.equals(firstMatter), lane, laneReason, leadUnit, leadBody,
                    ids(supportUnits), ids(supportBodies), instant(due, zone), owner);
        }
    }

    public record OpinionForm(@Nullable String opinion) {}

    public record ProgressForm(@Nullable String words, @Nullable Long from) {}

    public record FeedbackForm(
            @Nullable String words, @Nullable Long from, @Nullable String signedBy, @Nullable String waive, @Nullable List<MultipartFile> evidence, @Nullable List<Long> kept) {

        /** Files that a body outside handed in already. */
        List<Long> files() {
            return kept == null ? List.of() : kept.stream().filter(f -> f != null).toList();
        }

        List<MultipartFile> given() {
            return evidence == null ? List.of() : evidence.stream().filter(f -> f != null && !f.isEmpty()).toList();
        }
    }

    public record ResultForm(@Nullable String result, @Nullable String afterAction) {}

    public record AnswerForm(@Nullable String answerClass, @Nullable LocalDate answeredOn, @Nullable String answer) {}

    public record AskedForm(Affair.@Nullable Satisfaction satisfaction, @Nullable String satisfactionWords) {}

    public record MergeForm(@Nullable String into) {}

    public record PetitionerForm(@Nullable String petitioner, @Nullable String petitionerPhone, @Nullable String petitionerAddress) {}

    static @Nullable Instant instant(@Nullable LocalDateTime at, ZoneId zone) {
        return at == null ? null : at.atZone(zone).toInstant();
    }

    static @Nullable LocalDateTime local(@Nullable Instant at, ZoneId zone) {
        return at == null ? null : LocalDateTime.ofInstant(at, zone).withSecond(0).withNano(0);
    }

    static List<Long> ids(@Nullable List<Long> sent) {
        return sent == null ? List.of() : sent.stream().filter(Objects::nonNull).toList();
    }

    static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }

    static int version(@Nullable Integer sent) {
        return Objects.requireNonNullElse(sent, -1);
    }
}
