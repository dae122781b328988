package org.sanban.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sanban.errors.ErrorRecord;
import org.sanban.errors.Errors;
import org.sanban.errors.Restricted;
import org.sanban.errors.State;
import org.sanban.testing.OfficeTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** The errors of the sample office go through their whole life (issue 4, shows 2) and come out as the file says. */
class SampleErrorsTests extends OfficeTest {

    @Autowired
    SampleErrors samples;

    @Autowired
    Errors errors;

    @Autowired
    Restricted restricted;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void allFifteenPassThroughAndAreWhatTheFileSays() {
        clock.set("2026-10-12T09:00");
        Instant now = office.now();
        Map<String, Long> made = new TransactionTemplate(transactions).execute(status -> {
            Map<String, Long> ids = new HashMap<>(samples.bring(now));
            for (JsonNode one : SampleFiles.tree("errors.yaml").get("errors")) {
                asTheFileSays(one, ids);
            }
            whatTheyShow(ids);
            status.setRollbackOnly();
            return ids;
        });
        assertThat(made).hasSize(SampleFiles.tree("errors.yaml").get("errors").size());
    }

    private void asTheFileSays(JsonNode one, Map<String, Long> ids) {
        ErrorRecord e = errors.one(ids.get(SampleErrors.text(one, "id")), office.actor("S006"));
        assertThat(e.state()).as(e.no()).isEqualTo(State.CLOSED);
        assertThat(e.nature().kind()).as(e.no()).isEqualTo(SampleErrors.text(one, "kind"));
        assertThat(e.nature().severity()).isEqualTo(SampleErrors.text(one, "severity"));
        assertThat(e.nature().nearMiss()).isEqualTo(SampleErrors.text(one, "severity").equals("S0"));
        assertThat(e.cause().codes()).as(e.no()).hasSize(one.get("causes").size());
        assertThat(e.stamps().explained() != null).as(e.no() + " explained").isEqualTo(!one.get("explained").isNull());
        assertThat(String.valueOf(e.lesson().rule())).isEqualTo(one.get("rule").isNull() ? "null" : SampleErrors.text(one, "rule"));
        assertThat(String.valueOf(e.lesson().casebook())).isEqualTo(one.get("casebook").isNull() ? "null" : SampleErrors.text(one, "casebook"));
        assertThat(e.found().madeAt()).isBeforeOrEqualTo(e.found().at());
    }

    private void whatTheyShow(Map<String, Long> ids) {
        assertThat(errors.one(ids.get("ER-2026-015"), office.actor("S006")).again().of()).as("the recurrence").isEqualTo(ids.get("ER-2026-008"));
        ErrorRecord late = errors.one(ids.get("ER-2026-004"), office.actor("S006"));
        assertThat(late.found().madeAt().atZone(clock.getZone()).getMonthValue()).as("made in March").isEqualTo(3);
        assertThat(late.found().at().atZone(clock.getZone()).getMonthValue()).as("found in May").isEqualTo(5);
        assertThat(restricted.look(ids.get("ER-2026-001"), Restricted.Way.PAGE, office.actor("S006"), office.now()).named())
                .anyMatch(n -> n.part().equals("RESPONSIBLE") && n.person() != null && n.person() == office.person("S020"));
        assertThat(jdbc.sql("select count(*) from report_error where id in (:ids) and counts_in_rate and confirmed").param("ids", ids.values()).query(Integer.class).single())
                .as("S1 and above count in the rate, near misses do not").isEqualTo(countingOnes());
    }

    /** Counted from the file itself: severity other than S0. */
    private static int countingOnes() {
        int n = 0;
        for (JsonNode one : SampleFiles.tree("errors.yaml").get("errors")) {
            n += SampleErrors.text(one, "severity").equals("S0") ? 0 : 1;
        }
        return n;
    }
}
