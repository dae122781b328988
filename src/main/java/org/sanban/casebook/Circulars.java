package org.sanban.casebook;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sanban.audit.SubjectRef;
import org.sanban.documents.Direction;
import org.sanban.documents.DocType;
import org.sanban.documents.Openness;
import org.sanban.errors.ErrorRecord;
import org.sanban.errors.Errors;
import org.sanban.errors.StaffNames;
import org.sanban.errors.Tally;
import org.sanban.errors.Taxonomy;
import org.sanban.outgoing.Draft;
import org.sanban.outgoing.Drafts;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.pages.Texts;
import org.sanban.people.Actor;
import org.sanban.people.Organizations;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

/**
 * Circulars on errors (差错通报): figures and cases of a period become the draft of an outgoing paper, which is edited, signed and sent
 * like every other one. The figures are kept as they were that moment.
 */
@Service
@Transactional
public class Circulars {

    /** @param document the outgoing paper that it became */
    public record Circular(long id, LocalDate coversFrom, LocalDate coversUntil, long document, Instant madeAt) {}

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Tally tally;
    private final Errors errors;
    private final Taxonomy taxonomy;
    private final Volumes volumes;
    private final StaffNames names;
    private final Organizations organizations;
    private final Drafts drafts;
    private final MessageSource messages;
    private final ApplicationEventPublisher events;
    private final ZoneId zone;

    Circulars(
            JdbcClient jdbc, ObjectMapper json, Tally tally, Errors errors, Taxonomy taxonomy, Volumes volumes, StaffNames names, Organizations organizations, Drafts drafts,
            MessageSource messages, ApplicationEventPublisher events, @Value("${sanban.zone}") ZoneId zone) {
        this.jdbc = jdbc;
        this.json = json;
        this.tally = tally;
        this.errors = errors;
        this.taxonomy = taxonomy;
        this.volumes = volumes;
        this.names = names;
        this.organizations = organizations;
        this.drafts = drafts;
        this.messages = messages;
        this.events = events;
        this.zone = zone;
    }

    /** The latest first. */
    @Transactional(readOnly = true)
    public List<Circular> all() {
        return jdbc.sql("select id, covers_from, covers_until, document_id as document, made_at from casebook_circular order by covers_until desc, id desc")
                .query(Circular.class).list();
    }

    /** What a circular over these days would say. */
    @Transactional(readOnly = true)
    public CircularFigures figures(LocalDate from, LocalDate until) {
        long days = from.until(until, java.time.temporal.ChronoUnit.DAYS) + 1;
        boolean months = from.getDayOfMonth() == 1 && until.equals(until.withDayOfMonth(until.lengthOfMonth()));
        LocalDate before = months ? from.minusMonths(java.time.Period.between(from, until.plusDays(1)).toTotalMonths()) : from.minusDays(days);
        LocalDate ago = from.minusYears(1);
        return new CircularFigures(period(from, until), period(before, from.minusDays(1)), period(ago, until.plusDays(1).minusYears(1).minusDays(1)));
    }

    /**
     * Drafts the circular and lays it before {@code by}. The same request again answers the same paper.
     *
     * @param issuer the body that issues it
     * @param to as printed, e.g. 办公厅各处室
     * @throws Refused where the period has not ended, or the name of a member of the office stands in what was written
     */
    public Circular draft(LocalDate from, LocalDate until, long issuer, String to, Actor by, Instant at, String requestId) {
        refuseUnfit(from, until, LocalDate.ofInstant(at, zone));
        Organizations.Organization body = organizations.byId(issuer).filter(Organizations.Organization::active)
                .orElseThrow(() -> new Refused(Objection.of("casebook.refusal.no-such-body").at("issuer")));
        Texts texts = new Texts(messages, Locale.SIMPLIFIED_CHINESE);
        CircularFigures figures = figures(from, until);
        List<Case> cases = volumes.proposed(Instant.EPOCH, at.plusSeconds(1)).stream().filter(c -> madeIn(c, from, until, by)).toList();
        Map<String, String> types = taxonomy.types().stream().collect(Collectors.toMap(Taxonomy.Type::code, Taxonomy.Type::name));
        String text = CircularText.of(from, until, figures, cases, CaseWords.of(taxonomy, texts), types, texts);
        names.refuse(new StaffNames.Field("from", text));
        String title = texts.of("casebook.circular.title", body.name(), CircularText.period(from, until, texts));
        long document = drafts.begin(paper(body, title, to, text, texts), by, at, requestId);
        return kept(from, until, document, figures, by, at, requestId);
    }

    private static Draft paper(Organizations.Organization body, String title, String to, String text, Texts texts) {
        Draft d = Draft.EMPTY;
        return new Draft(
                DocType.CIRCULAR, Direction.DOWN, d.medium(), body.id(), List.of(), title, List.of(Draft.Recipient.of(to)), List.of(), text, List.of(), List.of(body.name()),
                List.of(), texts.of("casebook.circular.annotation"), Openness.NOT_OPEN, texts.of("casebook.circular.not-open"), d.urgency(), d.secrecy(), false, false, null, null,
                null, false, false, false, texts.of("casebook.circular.basis"), null, null, Map.of());
    }

    private Circular kept(LocalDate from, LocalDate until, long document, CircularFigures figures, Actor by, Instant at, String requestId) {
        jdbc.sql("""
                        insert into casebook_circular (covers_from, covers_until, document_id, figures, made_at, made_by, request_id)
                        values (:from, :until, :document, cast(:figures as jsonb), :at, :by, :request) on conflict (request_id) do nothing""")
                .param("from", from).param("until", until).param("document", document).param("figures", json.writeValueAsString(figures))
                .param("at", Timestamp.from(at)).param("by", by.id()).param("request", requestId)
                .update();
        Circular circular = all().stream().filter(c -> c.document() == document).findFirst().orElseThrow();
        events.publishEvent(new CasebookChanged(
                new SubjectRef("casebook-circular", circular.id()), "casebook.circular", by.id(), at, Map.of("from", from.toString(), "until", until.toString(), "document", document)));
        return circular;
    }

    /** A case is told with the period in which its error was made, as it is counted there. */
    private boolean madeIn(Case one, LocalDate from, LocalDate until, Actor by) {
        ErrorRecord.Found found = errors.one(one.error(), by).found();
        LocalDate day = LocalDate.ofInstant(Objects.requireNonNullElse(found.madeAt(), found.at()), zone);
        return !day.isBefore(from) && !day.isAfter(until);
    }

    private CircularFigures.Period period(LocalDate from, LocalDate until) {
        Map<String, Integer> handled = new TreeMap<>();
        jdbc.sql("select subject_kind, count(*) from handling where state = 'CLOSED' and closed_at >= :from and closed_at < :until group by 1")
                .param("from", Timestamp.from(from.atStartOfDay(zone).toInstant())).param("until", Timestamp.from(until.plusDays(1).atStartOfDay(zone).toInstant()))
                .query(row -> {
                    int count = row.getInt(2);
                    taxonomy.of(row.getString(1)).ifPresent(business -> handled.put(business.code(), count));
                });
        return new CircularFigures.Period(handled, tally.made(from, until));
    }

    private static void refuseUnfit(LocalDate from, LocalDate until, LocalDate today) {
        if (from.isAfter(until) || from.plusYears(1).isBefore(until)) {
            throw new Refused(Objection.of("casebook.refusal.period").at("until"));
        }
        if (!until.isBefore(today)) {
            throw new Refused(Objection.of("casebook.refusal.not-over", until).at("until"));
        }
    }
}
