package org.sanban.reports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sanban.audit.SubjectRef;
import org.sanban.pages.NotFound;
import org.sanban.pages.Texts;
import org.sanban.people.Actor;
import org.sanban.people.Clearance;
import org.sanban.people.Directory;
import org.sanban.workflow.Card;
import org.sanban.workflow.Handlings;
import org.sanban.workflow.Laid;
import org.sanban.workflow.Sight;
import org.sanban.workflow.Urgency;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Monthly reports. Each is a subject with a procedure of one step, not a mere notice: it lies in the tray of the supervisors until one of
 * them has dealt with it, has a limit, is reminded of, and says afterwards who did what with it.
 */
@Service
@Transactional
public class MonthlyReports {

    public static final String KIND = "report";
    private static final String SUPERVISOR = "SUPERVISOR";

    private static final String HANDLED = "handled";
    private static final List<ErrorFigure> ERRORS = List.of(ErrorFigure.ERRORS, ErrorFigure.NEAR_MISSES, ErrorFigure.RECURRING, ErrorFigure.ESCAPED, ErrorFigure.UNCONFIRMED);
    private static final List<Measure> MEASURES = List.of(Measure.DUE, Measure.DUE_ON_TIME, Measure.MISSED, Measure.MISSED_OPEN, Measure.DECIDED_FIRST, Measure.APPROVED_FIRST, Measure.TRANSFERRED, Measure.SAME_DAY);

    private final JdbcClient jdbc;
    private final ErrorReports errors;
    private final TimeReports times;
    private final Handlings handlings;
    private final Directory directory;
    private final Sight sight;
    private final MessageSource messages;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;

    MonthlyReports(
            JdbcClient jdbc, ErrorReports errors, TimeReports times, Handlings handlings, Directory directory, Sight sight, MessageSource messages, JsonMapper json,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.errors = errors;
        this.times = times;
        this.handlings = handlings;
        this.directory = directory;
        this.sight = sight;
        this.messages = messages;
        this.json = json;
        this.events = events;
    }

    boolean composed(LocalDate month) {
        return jdbc.sql("select count(*) from report_monthly where month = ?").param(month).query(Integer.class).single() > 0;
    }

    /** Composes the report of {@code month} and lays it before the supervisors; they are told, by mail too where they wish. Done once a month. */
    long compose(LocalDate month, Instant at) {
        long id = jdbc.sql("insert into report_monthly (month, composed_at, figures) values (?, ?, cast(? as jsonb)) returning id")
                .params(month, at.atOffset(ZoneOffset.UTC), json.writeValueAsString(figures(month, at))).query(Long.class).single();
        SubjectRef subject = new SubjectRef(KIND, id);
        List<Directory.Entry> supervisors = directory.holding(SUPERVISOR, 0);
        String title = new Texts(messages, java.util.Locale.SIMPLIFIED_CHINESE).of("reports.monthly.of", String.valueOf(month.getYear()), month.getMonthValue());
        long unit = supervisors.stream().findFirst().map(Directory.Entry::unit).orElse(0L);
        handlings.start(subject, "monthly-report", new Card(title, null, null, Urgency.NORMAL, Clearance.NONE, unit, null, Map.of()), List.of(), Actor.SYSTEM, at, "monthly-" + month);
        events.publishEvent(new Laid(subject, title, supervisors.stream().map(Directory.Entry::id).collect(Collectors.toSet()), at));
        return id;
    }

    /** Figures of the whole office, in the order of the page. */
    private Map<String, Integer> figures(LocalDate month, Instant at) {
        Sphere office = new Sphere(true, java.util.Set.of(), Clearance.WORK_SENSITIVE.ordinal());
        ErrorReport report = errors.of(Span.month(month), ErrorCut.NONE, office, at);
        TimeReport time = times.of(Span.month(month), Cut.NONE, office, at);
        Map<String, Integer> figures = new LinkedHashMap<>();
        figures.put(HANDLED, report.handled());
        ERRORS.forEach(figure -> figures.put(figure.name(), report.count(figure)));
        MEASURES.forEach(measure -> figures.put(measure.name(), time.count(measure)));
        return figures;
    }

    /** Those that the actor sees, the newest first; the figures of now are left out. */
    @Transactional(readOnly = true)
    public List<Monthly> list(Actor by) {
        return jdbc.sql("select * from report_monthly m where " + sight.ofSubject(KIND, "m.id", by) + " order by month desc limit 120").params(sight.params(by)).query(this::read).list();
    }

    /** @throws NotFound where there is none that the actor sees */
    @Transactional(readOnly = true)
    public Monthly one(long id, Actor by, Instant at) {
        Monthly found = jdbc.sql("select * from report_monthly m where id = :report and " + sight.ofSubject(KIND, "m.id", by)).params(sight.params(by)).param("report", id)
                .query(this::read).optional().orElseThrow(NotFound::new);
        return new Monthly(found.id(), found.month(), found.composedAt(), found.figures(), figures(found.month(), at));
    }

    private Monthly read(ResultSet row, int n) throws SQLException {
        return new Monthly(row.getLong("id"), row.getObject("month", LocalDate.class), row.getObject("composed_at", OffsetDateTime.class).toInstant(),
                inOrder(json.readValue(row.getString("figures"), new TypeReference<LinkedHashMap<String, Integer>>() {})), Map.of());
    }

    /** The database keeps them in an order of its own. */
    private static Map<String, Integer> inOrder(Map<String, Integer> kept) {
        Map<String, Integer> figures = new LinkedHashMap<>();
        Stream.of(Stream.of(HANDLED), ERRORS.stream().map(Enum::name), MEASURES.stream().map(Enum::name)).flatMap(names -> names).filter(kept::containsKey).forEach(name -> figures.put(name, kept.get(name)));
        kept.forEach(figures::putIfAbsent);
        return figures;
    }
}
