package org.sanban.checking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.checks.Rule;
import org.sanban.checks.RuleFile;
import org.sanban.checks.Severity;
import org.sanban.pages.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rules and their editions as they are stored. Whatever changes what runs counts the book up. */
@Component
class RuleRows {

    private static final String ALL = """
            select r.*, e.definition from check_rule r join check_edition e on e.rule_id = r.id and e.no = r.edition
            """;

    private final JdbcClient jdbc;
    private final Map<String, Rule> read = new ConcurrentHashMap<>();

    RuleRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<OfficeRule> all() {
        return jdbc.sql(ALL + " order by r.code").query(this::rule).list();
    }

    List<OfficeRule> byOrigin(SubjectRef origin) {
        return jdbc.sql(ALL + " where r.origin_kind = ? and r.origin_id = ? order by r.id").params(origin.kind(), origin.id()).query(this::rule).list();
    }

    Optional<OfficeRule> byCode(String code) {
        return jdbc.sql(ALL + " where r.code = ?").param(code).query(this::rule).optional();
    }

    Optional<OfficeRule> byRequest(String request) {
        return jdbc.sql(ALL + " where r.request_id = ?").param(request).query(this::rule).optional();
    }

    /** @throws NotFound when there is none */
    OfficeRule one(long id) {
        return jdbc.sql(ALL + " where r.id = ?").param(id).query(this::rule).optional().orElseThrow(NotFound::new);
    }

    /** The same, kept from changing until the transaction ends. */
    OfficeRule lock(long id) {
        jdbc.sql("select 1 from check_rule where id = ? for update").param(id).query(Integer.class).optional().orElseThrow(NotFound::new);
        return one(id);
    }

    /** An edition as it was. */
    Optional<Rule> edition(long id, int no) {
        return jdbc.sql("select definition from check_edition where rule_id = ? and no = ?").params(id, no).query(String.class).optional().map(this::parsed);
    }

    /** A rule in the edition that runs, by the severity of the office. */
    record Running(long id, int edition, Rule rule, String originWords) {}

    List<Running> running() {
        return jdbc.sql("""
                        select r.id, r.running, r.own_severity, coalesce(r.origin_words, '') as words, e.definition
                          from check_rule r join check_edition e on e.rule_id = r.id and e.no = r.running
                         where not r.off order by r.code""")
                .query((row, n) -> {
                    Rule rule = parsed(row.getString("definition"));
                    String own = row.getString("own_severity");
                    return new Running(
                            row.getLong("id"), row.getInt("running"), own == null ? rule : rule.withSeverity(Severity.valueOf(own)), row.getString("words"));
                })
                .list();
    }

    long book() {
        return jdbc.sql("select version from check_book").query(Long.class).single();
    }

    void countUp() {
        jdbc.sql("update check_book set version = version + 1").update();
    }

    /** Lets one server at a time read the shipped rules in. */
    void alone() {
        jdbc.sql("select 1 from check_book for update").query(Integer.class).single();
    }

    /** Empty where the code is taken, or the request was done before. */
    Optional<Long> insert(Rule rule, OfficeRule.Source source, @Nullable SubjectRef origin, String originWords, @Nullable String request, long by, Instant at) {
        Optional<Long> id = jdbc.sql("""
                        insert into check_rule (code, source, kind, severity, state, edition, origin_kind, origin_id, origin_words, created_by, created_at, request_id)
                        values (:code, :source, :kind, :severity, 'DRAFT', 1, :originKind, :originId, :words, :by, :at, :request)
                        on conflict do nothing returning id""")
                .param("code", rule.id()).param("source", source.name()).param("kind", rule.kind().name()).param("severity", rule.severity().name())
                .param("originKind", origin == null ? null : origin.kind(), Types.VARCHAR).param("originId", origin == null ? null : origin.id(), Types.BIGINT)
                .param("words", originWords).param("by", by).param("at", Timestamp.from(at)).param("request", request, Types.VARCHAR)
                .query(Long.class).optional();
        id.ifPresent(rid -> edition(rid, 1, rule, by, at));
        return id;
    }

    /** Writes the next edition; it is a draft until it is tried and published. */
    void edit(OfficeRule before, Rule rule, long by, Instant at) {
        int no = before.edition() + 1;
        edition(before.id(), no, rule, by, at);
        jdbc.sql("""
                        update check_rule set edition = ?, kind = ?, severity = ?, state = 'DRAFT', version = version + 1
                         where id = ?""")
                .params(no, rule.kind().name(), rule.severity().name(), before.id()).update();
    }

    private void edition(long id, int no, Rule rule, long by, Instant at) {
        String definition = RuleFile.write(List.of(rule));
        jdbc.sql("""
                        insert into check_edition (rule_id, no, definition, sha256, by_person, at)
                        values (:id, :no, :definition, encode(sha256(convert_to(:definition, 'UTF8')), 'hex'), :by, :at)""")
                .param("id", id).param("no", no).param("definition", definition).param("by", by).param("at", Timestamp.from(at)).update();
    }

    /** {@code set} is SQL of this module, never typed. */
    void set(long id, String set, Map<String, ?> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("id", id);
        all.replaceAll((name, value) -> value instanceof Instant at ? Timestamp.from(at) : value);
        jdbc.sql("update check_rule set " + set + ", version = version + 1 where id = :id").params(all).update();
    }

    /** The next free code of the office's own rules in a year. */
    String freeCode(int year) {
        String stem = "Y" + year + "-";
        int last = jdbc.sql("select coalesce(max(substring(code from '^Y\\d{4}-(\\d{1,6})')::int), 0) from check_rule where code like ?").param(stem + "%")
                .query(Integer.class).single();
        return stem + String.format("%03d", last + 1);
    }

    private OfficeRule rule(ResultSet row, int n) throws SQLException {
        String own = row.getString("own_severity");
        String kind = row.getString("origin_kind");
        Timestamp published = row.getTimestamp("published_at");
        return new OfficeRule(
                row.getLong("id"), row.getString("code"), OfficeRule.Source.valueOf(row.getString("source")), parsed(row.getString("definition")),
                own == null ? null : Severity.valueOf(own), OfficeRule.State.valueOf(row.getString("state")), row.getBoolean("off"), row.getInt("edition"),
                row.getObject("running", Integer.class), kind == null ? null : new SubjectRef(kind, row.getLong("origin_id")), text(row, "origin_words"),
                text(row, "note"), row.getLong("created_by"), row.getTimestamp("created_at").toInstant(), row.getObject("published_by", Long.class),
                published == null ? null : published.toInstant(), row.getInt("version"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }

    /** An edition never changes, so it is read once. */
    private Rule parsed(String definition) {
        return read.computeIfAbsent(definition, text -> RuleFile.read(text).getFirst());
    }
}
