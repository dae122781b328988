package org.sanban.numbers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.numbers.NumberLine.Reservation;
import org.sanban.numbers.NumberLine.State;
import org.sanban.numbers.NumberLine.Voiding;
import org.sanban.pages.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The lines of the register. They go forward only; the database refuses everything else. */
@Repository
class Lines {

    /** What a number is given for. */
    record Use(@Nullable SubjectRef subject, String title, LocalDate signedOn, long by, Instant at) {}

    static final String FROM = " from number_line l join number_series s on s.id = l.series_id";
    private static final String ONE = "select l.*, s.code as series, l.title as shown" + FROM + " where ";
    private static final String USED = "subject_kind = :kind, subject_id = :subject, title = :title, signed_on = :signedOn, given_by = :by, given_at = :at";

    private final JdbcClient jdbc;

    Lines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the end of the transaction nobody else asks for a number of this subject. */
    void alone(SubjectRef subject) {
        jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended('number/' || ?, 0))").param(subject.toString()).query(Integer.class).single();
    }

    /** The number that the subject bears. */
    Optional<NumberLine> of(SubjectRef subject) {
        return jdbc.sql(ONE + "l.subject_kind = ? and l.subject_id = ? and l.state = 'GIVEN'").params(subject.kind(), subject.id()).query(Lines::read).optional();
    }

    /** What the subject bore and bears, the latest first. */
    List<NumberLine> allOf(SubjectRef subject) {
        return jdbc.sql(ONE + "l.subject_kind = ? and l.subject_id = ? order by l.id desc").params(subject.kind(), subject.id()).query(Lines::read).list();
    }

    Optional<NumberLine> byRequest(String requestId) {
        return jdbc.sql(ONE + "l.request_id = ?").param(requestId).query(Lines::read).optional();
    }

    NumberLine one(long id) {
        return jdbc.sql(ONE + "l.id = ?").param(id).query(Lines::read).optional().orElseThrow(NotFound::new);
    }

    NumberLine lock(long id) {
        return jdbc.sql(ONE + "l.id = ? for update of l").param(id).query(Lines::read).optional().orElseThrow(NotFound::new);
    }

    /** Reservations whose last day was before {@code today}. */
    List<Long> ranOut(LocalDate today) {
        return jdbc.sql("select id from number_line where state = 'RESERVED' and expires_on < ? order by id").param(today).query(Long.class).list();
    }

    NumberLine given(Counters.Place place, Use use) {
        return one(used(jdbc.sql("""
                        insert into number_line (series_id, period, year, seq, text, key, state, taken_at, subject_kind, subject_id, title, signed_on, given_by, given_at)
                        values (:series, :period, :year, :seq, :text, :key, 'GIVEN', :at, :kind, :subject, :title, :signedOn, :by, :at) returning id"""), use)
                .params(Map.of("series", place.series(), "period", place.period(), "year", place.year(), "seq", place.seq(), "text", place.text(), "key", place.key()))
                .query(Long.class).single());
    }

    NumberLine reserved(Counters.Place place, Reservation held, String requestId) {
        return one(jdbc.sql("""
                        insert into number_line (series_id, period, year, seq, text, key, state, taken_at, reserve_reason, owner, expires_on, reserved_by, reserved_at, request_id)
                        values (?, ?, ?, ?, ?, ?, 'RESERVED', ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(place.series(), place.period(), place.year(), place.seq(), place.text(), place.key(), utc(held.at()), held.reason(), held.owner(),
                        held.until(), held.by(), utc(held.at()), requestId)
                .query(Long.class).single());
    }

    NumberLine use(long id, Use use) {
        used(jdbc.sql("update number_line set state = 'GIVEN', year = extract(year from :signedOn::date), " + USED + " where id = :id"), use)
                .param("id", id).update();
        return one(id);
    }

    NumberLine voided(long id, Voiding voiding) {
        jdbc.sql("update number_line set state = 'VOIDED', void_reason = ?, void_approver = ?, voided_by = ?, voided_at = ? where id = ?")
                .params(voiding.reason(), voiding.approver(), voiding.by(), utc(voiding.at()), id).update();
        return one(id);
    }

    private static JdbcClient.StatementSpec used(JdbcClient.StatementSpec sql, Use use) {
        return sql.param("kind", use.subject() == null ? null : use.subject().kind()).param("subject", use.subject() == null ? null : use.subject().id())
                .param("title", use.title()).param("signedOn", use.signedOn()).param("by", use.by()).param("at", utc(use.at()));
    }

    static NumberLine read(ResultSet row, int n) throws SQLException {
        String kind = row.getString("subject_kind");
        return new NumberLine(
                row.getLong("id"), row.getLong("series_id"), row.getString("series"), row.getInt("year"), row.getInt("seq"), row.getString("text"),
                State.valueOf(row.getString("state")), Objects.requireNonNull(instant(row, "taken_at")),
                kind == null ? null : new SubjectRef(kind, row.getLong("subject_id")), row.getString("shown"), row.getObject("signed_on", LocalDate.class),
                row.getObject("given_by", Long.class), instant(row, "given_at"), reservation(row), voiding(row));
    }

    private static @Nullable Reservation reservation(ResultSet row) throws SQLException {
        Instant at = instant(row, "reserved_at");
        return at == null ? null : new Reservation(
                row.getString("reserve_reason"), row.getLong("owner"), row.getObject("expires_on", LocalDate.class), row.getLong("reserved_by"), at);
    }

    private static @Nullable Voiding voiding(ResultSet row) throws SQLException {
        Instant at = instant(row, "voided_at");
        return at == null ? null : new Voiding(row.getString("void_reason"), row.getObject("void_approver", Long.class), row.getLong("voided_by"), at);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
