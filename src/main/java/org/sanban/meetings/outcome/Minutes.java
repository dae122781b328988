package org.sanban.meetings.outcome;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sanban.documents.Direction;
import org.sanban.documents.DocType;
import org.sanban.documents.Openness;
import org.sanban.meetings.Body;
import org.sanban.meetings.Meeting;
import org.sanban.meetings.MeetingChanged;
import org.sanban.meetings.MeetingDesk;
import org.sanban.meetings.MeetingRows;
import org.sanban.meetings.MeetingTypes;
import org.sanban.meetings.agenda.Agenda;
import org.sanban.outgoing.Draft;
import org.sanban.outgoing.Drafts;
import org.sanban.outgoing.OutgoingPaper;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.sanban.people.Organizations;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Minutes (纪要): an outgoing paper of that type, drafted from the decisions, that never says anything else of them than the record. */
@Service
@Transactional
public class Minutes {

    /** Kinds of meeting whose minutes the government issues; those of others are the office's own. */
    private static final Set<String> GOVERNMENT = Set.of("PLENARY", "EXECUTIVE", "GOV_OFFICE", "SPECIAL");

    /** The minutes as they stand. @param differences what the text says otherwise than the record */
    public record Standing(long paper, String title, @Nullable String number, @Nullable String step, @Nullable Instant issued, List<Objection> differences) {}

    private final MeetingDesk desk;
    private final MeetingRows rows;
    private final MeetingTypes types;
    private final Agenda agenda;
    private final Decisions decisions;
    private final MinutesText text;
    private final MinutesPaper paper;
    private final Drafts drafts;
    private final Organizations organizations;
    private final Directory directory;
    private final MessageSource messages;
    private final ApplicationEventPublisher events;
    private final ZoneId zone;

    Minutes(
            MeetingDesk desk, MeetingRows rows, MeetingTypes types, Agenda agenda, Decisions decisions, MinutesText text, MinutesPaper paper, Drafts drafts,
            Organizations organizations, Directory directory, MessageSource messages, ApplicationEventPublisher events, @Value("${sanban.zone}") ZoneId zone) {
        this.desk = desk;
        this.rows = rows;
        this.types = types;
        this.agenda = agenda;
        this.decisions = decisions;
        this.text = text;
        this.paper = paper;
        this.drafts = drafts;
        this.organizations = organizations;
        this.directory = directory;
        this.messages = messages;
        this.events = events;
        this.zone = zone;
    }

    /**
     * Drafts the minutes as an outgoing paper that lies before {@code by}. Asked again it answers the same paper.
     *
     * @param issuer the body that issues them, null for the usual one
     * @return id of the outgoing paper
     */
    public long draft(long meeting, @Nullable Long issuer, Actor by, Instant at, String requestId) {
        Meeting m = desk.living(meeting, by);
        if (m.minutesPaper() != null) {
            return m.minutesPaper();
        }
        Refused.unless(types.of(m.type()).minutes(), "meetings.refusal.no-minutes");
        Refused.unless(m.stamps().over() != null, "meetings.refusal.not-over");
        List<Decision> all = decisions.of(meeting);
        List<Objection> gaps = all.stream().filter(d -> !d.whole()).map(d -> Objection.of("meetings.gap.decision-whole", d.no()).at("decisions")).toList();
        if (!gaps.isEmpty()) {
            throw new Refused(gaps);
        }
        Organizations.Organization body = issuer == null
                ? organizations.byCode(GOVERNMENT.contains(m.type()) ? "ORG-YL" : "ORG-YLB").or(() -> organizations.all().stream().findFirst()).orElseThrow()
                : organizations.byId(issuer).orElseThrow(() -> new Refused(Objection.of("meetings.refusal.no-such-body").at("issuer")));
        long id = drafts.begin(paper(m, body, all), by, at, requestId);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("minutes_paper", id);
        row.put("minutes_by", by.id());
        row.put("minutes_at", at);
        rows.stamp(meeting, row);
        events.publishEvent(MeetingChanged.of(meeting, "meeting.minutes-drafted", by.id(), at).with(Map.of("paper", id)));
        return id;
    }

    private Draft paper(Meeting m, Organizations.Organization body, List<Decision> all) {
        String chair = directory.person(m.chair()).map(p -> p.post() + p.name()).orElse("");
        List<Draft.Recipient> told = all.stream().flatMap(d -> java.util.stream.Stream.concat(java.util.stream.Stream.ofNullable(d.lead()), d.support().stream()))
                .distinct().map(Minutes::recipient).toList();
        Draft d = Draft.EMPTY;
        String title = t("meetings.minutes.title", m.title());
        return new Draft(
                DocType.MINUTES, Direction.DOWN, d.medium(), body.id(), List.of(), title, told, List.of(), text.whole(m, chair, agenda.of(m.id()), all), List.of(), List.of(),
                List.of(), "", Openness.NOT_OPEN, t("meetings.minutes.not-open"), d.urgency(), d.secrecy(), false, false, null, null, null, false, false, false,
                t("meetings.minutes.basis", m.title(), String.valueOf(LocalDate.ofInstant(m.starts(), zone))), null, null, Map.of());
    }

    private static Draft.Recipient recipient(Body b) {
        return new Draft.Recipient(b.name(), b.organization(), b.unit());
    }

    @Transactional(readOnly = true)
    public @Nullable Standing of(Meeting m, Instant at) {
        if (m.minutesPaper() == null) {
            return null;
        }
        OutgoingPaper now = paper.of(m.minutesPaper(), at);
        return new Standing(now.id(), now.draft().title(), now.number(), now.step(), now.dispatchedAt(), text.differences(now.draft().body(), decisions.of(m.id())));
    }

    /** The paragraph that the minutes print for a decision. */
    public String printed(Decision d) {
        return text.printed(d);
    }

    private String t(String key, Object... args) {
        return messages.getMessage(key, args, Locale.SIMPLIFIED_CHINESE);
    }

    /** Where the meeting's own record changed after the draft, what stands against the text as it is. */
    List<Objection> against(Meeting m, Instant at) {
        Standing now = of(m, at);
        return now == null ? List.of(Objection.of("meetings.gap.minutes").at("minutes")) : Objects.requireNonNull(now).differences();
    }
}
