package org.sanban.numbers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sanban.pages.NotFound;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.pages.Stale;
import org.sanban.people.Actor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The series of this office: defined, changed, retired; nothing that was given changes with them. */
@Service
@Transactional
public class SeriesRegister {

    private static final String ALL = "select * from number_series";

    private final JdbcClient jdbc;
    private final SeriesRules rules;
    private final ApplicationEventPublisher events;
    private final ZoneId zone;

    SeriesRegister(JdbcClient jdbc, SeriesRules rules, ApplicationEventPublisher events, @Value("${sanban.zone}") ZoneId zone) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.events = events;
        this.zone = zone;
    }

    /** Active ones first, by body and code. */
    @Transactional(readOnly = true)
    public List<Series> all() {
        return jdbc.sql(ALL + " order by active desc, body, id").query(SeriesRegister::read).list();
    }

    @Transactional(readOnly = true)
    public Optional<Series> byCode(String code) {
        return jdbc.sql(ALL + " where code = ?").param(code).query(SeriesRegister::read).optional();
    }

    /** @throws NotFound if there is none */
    @Transactional(readOnly = true)
    public Series one(long id) {
        return jdbc.sql(ALL + " where id = ?").param(id).query(SeriesRegister::read).optional().orElseThrow(NotFound::new);
    }

    /**
     * The series a document may take its number from, the most fitting first: active, of that body, serving that type; a telegram
     * (明电) only from a telegram series and nothing else from one. A series of the same direction stands before one of another, one
     * that serves fewer types before one that serves many; up and down never stand for each other.
     *
     * @param docType code of the type, e.g. NOTICE
     * @param direction UP, LATERAL or DOWN
     * @param issuer code of the issuing organization
     * @param medium TELEGRAM_PLAIN for a telegram
     */
    @Transactional(readOnly = true)
    public List<Series> suggest(String docType, String direction, String issuer, String medium) {
        return jdbc.sql(ALL + "\n" + """
                         where active and body = :issuer and :type = any (doc_types)
                           and (layout = 'TELEGRAM') = (:medium = 'TELEGRAM_PLAIN')
                           and (direction = :direction or 'LATERAL' in (direction, :direction))
                         order by direction = :direction desc, cardinality(doc_types), id""")
                .param("issuer", issuer).param("type", docType).param("medium", medium).param("direction", direction)
                .query(SeriesRegister::read)
                .list();
    }

    /** Defines a series; id, active and version of {@code fresh} are not looked at. */
    public Series add(Series fresh, Actor by, Instant at) {
        rules.refuseUnfit(fresh);
        long id = jdbc.sql("""
                        insert into number_series (code, name, body, direction, layout, doc_types, format, yearly)
                        values (:code, :name, :body, :direction, :layout, :types, :format, :yearly)
                        on conflict (code) do nothing returning id""")
                .params(values(fresh))
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new Refused(Objection.of("numbers.refusal.code-taken", fresh.code()).at("code")));
        events.publishEvent(SeriesChanged.of(id, "added", by.id(), at, Map.of("code", fresh.code(), "format", fresh.format())));
        return one(id);
    }

    /**
     * Writes the series anew under its id. Code, form and kind of counting stay once a number of the present year was taken.
     *
     * @throws Stale if somebody else edited it since {@code edited.version()}
     */
    public Series edit(Series edited, Actor by, Instant at) {
        Series old = lock(edited.id());
        rules.refuseUnfit(edited);
        refuseInUse(old, edited, at);
        if (byCode(edited.code()).filter(other -> other.id() != old.id()).isPresent()) {
            throw new Refused(Objection.of("numbers.refusal.code-taken", edited.code()).at("code"));
        }
        int changed = jdbc.sql("""
                        update number_series set code = :code, name = :name, body = :body, direction = :direction, layout = :layout,
                               doc_types = :types, format = :format, yearly = :yearly, version = version + 1
                         where id = :id and version = :version""")
                .params(values(edited)).param("id", edited.id()).param("version", edited.version())
                .update();
        if (changed == 0) {
            throw new Stale();
        }
        events.publishEvent(SeriesChanged.of(
                old.id(), "edited", by.id(), at, Map.of("code", edited.code(), "format", edited.format(), "was", old.code() + " " + old.format())));
        return one(edited.id());
    }

    /** Retires a series (停用), or takes it up again. */
    public void retire(long id, boolean retired, Actor by, Instant at) {
        Series series = lock(id);
        Refused.unless(series.active() == retired, "numbers.refusal.series-as-it-is", series.code());
        jdbc.sql("update number_series set active = ?, version = version + 1 where id = ?").params(!retired, id).update();
        events.publishEvent(SeriesChanged.of(id, retired ? "retired" : "restored", by.id(), at, Map.of("code", series.code())));
    }

    /** Has the series a counter by which numbers are taken now? Then its form is fixed. */
    @Transactional(readOnly = true)
    public boolean inUse(Series series, Instant at) {
        return jdbc.sql("select exists (select 1 from number_counter where series_id = ? and period >= ? and last > 0)")
                .params(series.id(), series.period(LocalDate.ofInstant(at, zone).getYear()))
                .query(Boolean.class)
                .single();
    }

    private void refuseInUse(Series old, Series edited, Instant at) {
        boolean same = old.code().equals(edited.code()) && old.format().equals(edited.format()) && old.yearly() == edited.yearly();
        if (!same && inUse(old, at)) {
            String field = !old.code().equals(edited.code()) ? "code" : !old.format().equals(edited.format()) ? "format" : "yearly";
            throw new Refused(Objection.of("numbers.refusal.series-in-use", old.code()).at(field));
        }
    }

    private Series lock(long id) {
        return jdbc.sql(ALL + " where id = ? for update").param(id).query(SeriesRegister::read).optional().orElseThrow(NotFound::new);
    }

    private static Map<String, Object> values(Series s) {
        return Map.of(
                "code", s.code(), "name", s.name(), "body", s.body(), "direction", s.direction().name(), "layout", s.layout().name(),
                "types", s.docTypes().toArray(String[]::new), "format", s.format(), "yearly", s.yearly());
    }

    private static Series read(ResultSet row, int n) throws SQLException {
        return new Series(
                row.getLong("id"), row.getString("code"), row.getString("name"), row.getString("body"),
                Series.Direction.valueOf(row.getString("direction")), Series.Layout.valueOf(row.getString("layout")),
                List.of((String[]) row.getArray("doc_types").getArray()), row.getString("format"), row.getBoolean("yearly"),
                row.getBoolean("active"), row.getInt("version"));
    }
}
