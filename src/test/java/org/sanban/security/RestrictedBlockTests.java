package org.sanban.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sanban.errors.ErrorRecord;
import org.sanban.errors.Errors;
import org.sanban.errors.Report;
import org.sanban.errors.Reporting;
import org.sanban.errors.Restricted;
import org.sanban.errors.Source;
import org.sanban.errors.Understanding;
import org.sanban.people.Actor;
import org.sanban.workflow.Act;
import org.sanban.workflow.Handlings;
import org.sanban.workflow.Positions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Promise 14: who made an error and who told it is read by those who may and by nobody else, by whatever door: matrix of persons × pages, lists,
 * Excel, search, notices, API, trail. An error of division MSS, told by S014, made by S018.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestrictedBlockTests extends DoorTest {

    private static final String MAKER = "S018";
    private static final String TELLER = "S014";
    /** The right; the head of MSS; in charge of MSS; the person; the teller. */
    private static final List<String> MAY = List.of("S006", "S017", "S002", MAKER, TELLER);
    /** Colleague elsewhere; reads all subjects; supervises; archivist; head elsewhere; leader not in charge; the three administrators. */
    private static final List<String> MAY_NOT = List.of("S013", "S008", "S015", "S010", "S012", "S004", "A01", "A02", "A03");
    private static final List<String> SECRETS = List.of("密语甲", "密语乙", "密语丙", "密语丁");

    private final List<String> wrong = new ArrayList<>();
    private long id;
    private long empty;
    private String maker;

    @Autowired
    Restricted restricted;

    @Autowired
    Errors errors;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @BeforeAll
    void somethingToHide(
            @Autowired Reporting reporting, @Autowired Understanding understanding, @Autowired Handlings handlings, @Autowired Positions positions) {
        clock.reset();
        maker = "仲夏阳";
        id = reporting.report(Report.of(null, "DOC_OUT", Source.RECIPIENT, "矩阵测试：附件漏印一页"), office.actor(TELLER), office.now(), UUID.randomUUID().toString());
        empty = reporting.report(Report.of(null, "DOC_OUT", Source.RECIPIENT, "矩阵测试：没有登记人员"), office.actor("S020"), office.now(), UUID.randomUUID().toString());
        Actor keeper = office.actor("S006");
        finish(handlings, positions, "confirmed");
        understanding.classify(id, errors.one(id, keeper).version(), new Understanding.Classification(
                "OMITTED", List.of(), "E-DO-05", "S1", office.now().minusSeconds(600), "proofread", "recipient", office.unit("MSS"), "校对人", null, null, null, null), keeper, office.now());
        restricted.name(id, office.person(MAKER), "密语甲", 100, "密语乙", keeper, office.now());
        restricted.state(id, Restricted.Kind.COMMENT, "密语丙", office.actor(MAKER), office.now(), UUID.randomUUID().toString());
        restricted.state(id, Restricted.Kind.APPEAL, "密语丁", office.actor(MAKER), office.now(), UUID.randomUUID().toString());
    }

    private void finish(Handlings handlings, Positions positions, String way) {
        Actor by = office.actor("S006");
        ErrorRecord e = errors.one(id, by);
        long task = positions.of(e.ref(), by).orElseThrow().tasks().getFirst().id();
        handlings.apply(e.ref(), Act.Complete.of(task, way, null), by, office.now(), UUID.randomUUID().toString());
    }

    @Test
    void whoMayNotFindsNothingBehindAnyDoor() {
        for (String code : MAY_NOT) {
            Wanderer visitor = new Wanderer(port).loggedIn(code.toLowerCase(java.util.Locale.ROOT), DEMO);
            String token = tokens.create(office.actor(code), "matrix", true, 30, office.now());
            doors(code, "密语", "矩阵测试").forEach(found -> judge(code, found));
            Wanderer.Answer there = visitor.send("GET", "/errors/" + id + "/persons", null, "");
            Wanderer.Answer none = visitor.send("GET", "/errors/" + empty + "/persons", null, "");
            Wanderer.Answer unknown = visitor.send("GET", "/errors/987654321/persons", null, "");
            if (there.status() != 404 || none.status() != 404 || unknown.status() != 404) {
                wrong.add(code + " the block answers " + there.status() + " " + none.status() + " " + unknown.status());
            }
            Wanderer.Answer api = visitor.call("GET", "/api/errors/" + id + "/persons", token, null, new byte[0]);
            if (api.status() != 404 || !api.text().replace(String.valueOf(id), "").equals(
                    visitor.call("GET", "/api/errors/" + empty + "/persons", token, null, new byte[0]).text().replace(String.valueOf(empty), ""))) {
                wrong.add(code + " the API tells by its answer that there is a block: " + api.status());
            }
            for (String door : List.of("", "/statements", "/1/hearing", "/1/withdrawal", "/statements/1/answer")) {
                Wanderer.Answer written = visitor.send("POST", "/errors/" + id + "/persons" + door, "application/x-www-form-urlencoded", "words=x&person=1&answer=x");
                if (written.status() != 404) {
                    wrong.add(code + " writes into the block by " + door + ": " + written.status());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private List<ErrorDoors.Found> doors(String code, String... asked) {
        return new ErrorDoors(port, tokens).all(id, code, office.actor(code), office.now(), asked);
    }

    private void judge(String code, ErrorDoors.Found found) {
        Wanderer.Answer answer = found.answer();
        if (answer.status() >= 500) {
            wrong.add(code + " " + found.door() + " answers " + answer.status());
        }
        SECRETS.stream().filter(answer.text()::contains).forEach(s -> wrong.add(code + " " + found.door() + " says " + s));
        if (found.aboutErrors() && answer.text().contains(maker)) {
            wrong.add(code + " " + found.door() + " names who made it");
        }
        if (found.aboutErrors() && answer.text().contains("莘一禾")) {
            wrong.add(code + " " + found.door() + " names who told it");
        }
    }

    /**
     * The matrix can fail: were what stands in the restricted block written into the open record, as a careless change of the product would do, the
     * same walk would find it behind every door that shows the record.
     */
    @Test
    void theSameWalkFindsASecretThatLeakedIntoTheOpenRecord() {
        String open = jdbc.sql("select description from error_record where id = ?").param(id).query(String.class).single();
        describe(open + "（密语甲：" + maker + "）");
        try {
            List<ErrorDoors.Found> found = doors("S013", "矩阵测试");
            assertThat(ErrorDoors.saying(found, SECRETS)).contains(
                    "/errors/" + id, "/errors.xlsx", "/errors?q=" + Wanderer.encoded("矩阵测试"), "/api/errors", "/api/errors/" + id);
            assertThat(found.stream().filter(f -> f.aboutErrors() && f.answer().text().contains(maker))).as("and names").isNotEmpty();
            assertThat(ErrorDoors.saying(doors("S015", "矩阵测试"), SECRETS)).as("and the lists behind the reports")
                    .anyMatch(door -> door.startsWith("/reports/errors/list?")).anyMatch(door -> door.startsWith("/reports/errors/list.xlsx")).anyMatch(door -> door.startsWith("/api/reports/errors/list"));
        } finally {
            describe(open);
        }
        assertThat(ErrorDoors.saying(doors("S013", "矩阵测试"), SECRETS)).isEmpty();
    }

    private void describe(String words) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> jdbc.sql("update error_record set description = ? where id = ?").params(words, id).update());
    }

    @Test
    void whoMayLooksAndEveryLookIsNoted() {
        for (String code : MAY) {
            int before = looks();
            Wanderer visitor = new Wanderer(port).loggedIn(code.toLowerCase(java.util.Locale.ROOT), DEMO);
            Wanderer.Answer block = visitor.send("GET", "/errors/" + id + "/persons", null, "");
            assertThat(block.status()).as(code).isEqualTo(200);
            assertThat(looks()).as("the look of " + code + " is noted").isEqualTo(before + 1);
            if (code.equals(TELLER)) {
                assertThat(block.text()).as("who told it sees his own line alone").doesNotContain(maker).doesNotContain(SECRETS);
            } else {
                assertThat(block.text()).contains(SECRETS);
            }
            if (code.equals(MAKER)) {
                assertThat(block.text()).as("the person concerned does not learn who told it").doesNotContain("莘一禾");
            }
        }
        String token = tokens.create(office.actor("S006"), "matrix", true, 30, office.now());
        int before = looks();
        Wanderer.Answer block = new Wanderer(port).call("GET", "/api/errors/" + id + "/persons", token, null, new byte[0]);
        assertThat(block.text()).contains(SECRETS);
        assertThat(looks()).isEqualTo(before + 1);
        assertThat(jdbc.sql("select count(*) from error_person_look where error_id = ? and viewer = ?").params(id, office.person(MAKER)).query(Integer.class).single())
                .as("a look of the person concerned does not name the person").isZero();
    }

    @Test
    void aHeadWhoIsNamedDoesNotTakeHisOwnNameBack() {
        restricted.name(id, office.person("S017"), null, null, null, office.actor("S006"), office.now());
        long named = jdbc.sql("select id from error_person where error_id = ? and person = ?").params(id, office.person("S017")).query(Long.class).single();
        assertThatThrownBy(() -> restricted.withdraw(id, named, office.actor("S017"), office.now())).hasMessageContaining("errors.refusal.own-naming");
        restricted.withdraw(id, named, office.actor("S006"), office.now());
    }

    @Test
    void neitherTheTrailNorTheCourseNorTheIndexKnowsWhoIsMeant() {
        for (String code : List.of(MAKER, TELLER)) {
            long person = office.person(code);
            assertThat(jdbc.sql("select count(*) from audit_entry where subject_kind = 'error' and subject_id = ? and (actor = ? or detail like '%\"person\"%')")
                    .params(id, person).query(Integer.class).single()).as("trail on " + code).isZero();
            assertThat(jdbc.sql("select count(*) from movement m join handling h on h.id = m.handling_id where h.subject_kind = 'error' and h.subject_id = ? and m.actor_id = ?")
                    .params(id, person).query(Integer.class).single()).as("course on " + code).isZero();
            assertThat(jdbc.sql("select count(*) from task t join handling h on h.id = t.handling_id where h.subject_kind = 'error' and h.subject_id = ? and (t.holder_id = ? or t.done_by = ? or h.started_by = ?)")
                    .params(id, person, person, person).query(Integer.class).single()).as("trays on " + code).isZero();
            assertThat(jdbc.sql("select count(*) from notice where subject_kind = 'error' and subject_id = ? and person_id = ?").params(id, person).query(Integer.class).single())
                    .as("notices to " + code).isZero();
        }
        for (String secret : SECRETS) {
            for (Map.Entry<String, String> table : Map.of("audit_entry", "detail", "movement", "coalesce(reason, '') || coalesce(opinion, '')", "notice", "args::text", "handling", "title").entrySet()) {
                assertThat(jdbc.sql("select count(*) from " + table.getKey() + " where " + table.getValue() + " like ?").param("%" + secret + "%").query(Integer.class).single())
                        .as(secret + " in " + table.getKey()).isZero();
            }
        }
        List<String> columns = jdbc.sql("""
                        select column_name from information_schema.columns where table_name in ('report_error', 'report_error_action', 'error_record', 'error_action', 'error_verification', 'error_explanation')
                         and (column_name like '%person%' or column_name like '%staff%' or column_name like '%\\_by' or column_name like '%holder%' or column_name like '%owner%')""")
                .query(String.class).list();
        assertThat(columns).as("columns of the open record that could hold a person").containsExactly("recurrence_by");
    }

    private int looks() {
        return jdbc.sql("select count(*) from error_person_look where error_id = ?").param(id).query(Integer.class).single();
    }
}
