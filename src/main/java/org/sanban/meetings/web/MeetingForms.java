package org.sanban.meetings.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sanban.meetings.Meeting;
import org.sanban.meetings.Plan;
import org.sanban.meetings.agenda.Topic;
import org.sanban.meetings.outcome.Decision;
import org.sanban.meetings.replies.Invitee;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.springframework.web.multipart.MultipartFile;

/** What is typed into the forms of meetings. Times are those of the office. */
public final class MeetingForms {

    private MeetingForms() {}

    public record PlanForm(
            @Nullable String type, @Nullable String title, @Nullable Integer sessionNo, @Nullable LocalDateTime starts, @Nullable LocalDateTime ends, @Nullable String place,
            @Nullable Boolean video, @Nullable String branches, @Nullable Long chair, @Nullable Long unit, @Nullable String reason, @Nullable String notMerged,
            @Nullable Integer scale, @Nullable String level, @Nullable BigDecimal budget, @Nullable Integer planYear, @Nullable String planException, @Nullable Integer version) {

        static PlanForm of(Meeting m, ZoneId zone) {
            return new PlanForm(
                    m.type(), m.title(), m.sessionNo(), local(m.starts(), zone), local(m.ends(), zone), m.place(), m.video(), String.join("\n", m.branches()), m.chair(), m.ownerUnit(),
                    m.reason(), m.notMerged(), m.scale(), m.level(), m.budget(), m.planYear(), m.planException(), m.version());
        }

        Plan plan(ZoneId zone) {
            return new Plan(
                    type, text(title), sessionNo, instant(starts, "starts", zone), instant(ends, "ends", zone), text(place), Boolean.TRUE.equals(video), lines(branches), chair, unit,
                    text(reason), notMerged, scale, level, budget, planYear, planException);
        }
    }

    public record ChangeForm(@Nullable LocalDateTime starts, @Nullable LocalDateTime ends, @Nullable String place, @Nullable String changeReason) {}

    public record ReasonForm(@Nullable String cancelReason) {}

    public record ItemForm(@Nullable String title, @Nullable String reporter, @Nullable Integer minutes, @Nullable List<String> attend) {}

    public record TopicForm(
            @Nullable String title, @Nullable String type, @Nullable String proposer, @Nullable String reporter, @Nullable Long leader, @Nullable String reason,
            @Nullable Integer minutes, @Nullable List<String> attend, @Nullable String source) {}

    public record ReviewForm(
            Topic.@Nullable Check consultation, @Nullable String consulted, @Nullable String differences, Topic.@Nullable Check legality, Topic.@Nullable Check risk,
            @Nullable String opinion, @Nullable Boolean passed, @Nullable Integer version) {}

    public record BackForm(@Nullable String giveBackReason, @Nullable Integer version) {}

    public record InviteForm(@Nullable List<String> bodies, Invitee.@Nullable Kind kind, @Nullable String level) {}

    public record NoticeForm(@Nullable LocalDateTime replyBy, @Nullable String how) {}

    /** @param persons one a line: name, post, telephone, separated by a comma; {@code car} and {@code diet} of all who come from there */
    public record ReplyForm(
            @Nullable String persons, @Nullable String substitute, @Nullable String substitutePost, @Nullable String substitutes, @Nullable String leave, @Nullable String leaveReason,
            @Nullable String contact, @Nullable String phone, @Nullable String car, @Nullable String diet, @Nullable String late) {}

    public record DecisionForm(
            @Nullable String text, @Nullable Long item, @Nullable String lead, @Nullable List<String> support, @Nullable LocalDateTime due, @Nullable String noFollow,
            @Nullable Integer version) {

        static DecisionForm of(Decision d, ZoneId zone) {
            return new DecisionForm(
                    d.text(), d.item(), d.lead() == null ? null : d.lead().code(), d.support().stream().map(b -> b.code()).toList(), local(d.due(), zone), d.noFollow(), d.version());
        }
    }

    public record PressForm(@Nullable String pressTitle, @Nullable String pressText, @Nullable Integer version) {}

    public record PressDecisionForm(@Nullable Boolean approved, @Nullable String pressOpinion) {}

    public record CodeForm(@Nullable String code) {}

    public record NoteForm(@Nullable String text) {}

    public record EquipmentForm(@Nullable String item, org.sanban.meetings.day.Equipment.@Nullable Round round, @Nullable Boolean inOrder, @Nullable String note) {}

    public record MaterialForm(@Nullable String title, @Nullable Long item, @Nullable String from, @Nullable LocalDateTime due, @Nullable Boolean takeBack) {}

    public record FileForm(@Nullable MultipartFile file) {}

    public record HoldersForm(@Nullable String holders) {}

    public record BookingForm(@Nullable Long room, @Nullable String title, @Nullable LocalDateTime from, @Nullable LocalDateTime until) {}

    /** A change begins with what stands. */
    public static ChangeForm change(Meeting m) {
        ZoneId zone = org.springframework.context.i18n.LocaleContextHolder.getTimeZone().toZoneId();
        return new ChangeForm(local(m.starts(), zone), local(m.ends(), zone), m.place(), null);
    }

    public static ReplyForm reply(Invitee invitee, List<org.sanban.meetings.replies.Attendee> all) {
        return ReplyTexts.typed(invitee, all);
    }

    public static DecisionForm decision(Decision d, ZoneId zone) {
        return DecisionForm.of(d, zone);
    }

    /** @throws Refused beside the field where the year is none of an office */
    static @Nullable Instant instant(@Nullable LocalDateTime at, String field, ZoneId zone) {
        if (at != null && (at.getYear() < 1990 || at.getYear() > 2200)) {
            throw new Refused(Objection.of("meetings.refusal.year").at(field));
        }
        return at == null ? null : at.atZone(zone).toInstant();
    }

    static Instant needed(@Nullable LocalDateTime at, String field, ZoneId zone) {
        return needed(instant(at, field, zone), field);
    }

    static <T> T needed(@Nullable T value, String field) {
        if (value == null) {
            throw new Refused(Objection.of("meetings.refusal.empty").at(field));
        }
        return value;
    }

    static @Nullable LocalDateTime local(@Nullable Instant at, ZoneId zone) {
        return at == null ? null : LocalDateTime.ofInstant(at, zone).withSecond(0).withNano(0);
    }

    static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }

    static @Nullable String orNull(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    static List<String> lines(@Nullable String typed) {
        return text(typed).lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    }

    static int version(@Nullable Integer sent) {
        return Objects.requireNonNullElse(sent, -1);
    }
}
