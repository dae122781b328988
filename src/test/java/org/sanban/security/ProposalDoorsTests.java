package org.sanban.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sanban.archive.Shelved;
import org.sanban.audit.RecurringJob;
import org.sanban.audit.SubjectRef;
import org.sanban.errors.Proposals;
import org.sanban.errors.Proposed;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the system proposes is accepted, merged and dismissed on the page and by a program, and by whoever keeps the register alone. */
class ProposalDoorsTests extends DoorTest {

    private static final String KEEPER = "S006";

    @Autowired
    Shelved.Hand hand;

    @Autowired
    Proposals proposals;

    @Autowired
    List<RecurringJob> jobs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void theKeeperAcceptsMergesAndDismissesOnThePage() {
        SubjectRef paper = hand.start(KEEPER);
        long group = proposed(paper, "甲处漏一字", "乙处错一字", "丙处版式");
        List<Long> ids = ids(group);
        Wanderer keeper = new Wanderer(port).loggedIn("s006", DEMO);
        String page = "/errors/proposals/" + group;
        assertThat(keeper.send("GET", page, null, "").text()).contains("甲处漏一字", "乙处错一字", "丙处版式");
        assertThat(new Wanderer(port).loggedIn("s013", DEMO).send("GET", page, null, "").status()).as("not the keeper").isIn(403, 404);

        Wanderer.Answer none = form(keeper, page + "/acceptance", Map.of("description", "只写了说明"));
        assertThat(none.status()).isEqualTo(422);
        assertThat(none.text()).as("what was typed is kept").contains("只写了说明");
        Wanderer.Answer named = form(keeper, page + "/acceptance", Map.of("proposals", String.valueOf(ids.get(0)), "description", "仲夏阳漏了一字"));
        assertThat(named.status()).as("a name is refused").isEqualTo(422);

        assertThat(form(keeper, page + "/acceptance", Map.of("proposals", String.valueOf(ids.get(0)), "description", "报送稿漏一字")).status()).isEqualTo(303);
        long error = jdbc.sql("select error_id from error_proposal where id = ?").param(ids.get(0)).query(Long.class).single();
        String no = jdbc.sql("select no from error_record where id = ? and description = '报送稿漏一字' and subject_kind = ? and subject_id = ? and introduced_step is null").params(error, paper.kind(), paper.id())
                .query(String.class).single();
        assertThat(form(keeper, page + "/merger", Map.of("proposals", String.valueOf(ids.get(1)), "number", "差〔1999〕001")).status()).as("no such error").isEqualTo(422);
        assertThat(form(keeper, page + "/merger", Map.of("proposals", String.valueOf(ids.get(1)), "number", no)).status()).isEqualTo(303);
        Wanderer.Answer silent = form(keeper, page + "/dismissal", Map.of("proposals", String.valueOf(ids.get(2)), "reason", " "));
        assertThat(silent.status()).as("a dismissal says why").isEqualTo(422);
        assertThat(form(keeper, page + "/dismissal", Map.of("proposals", String.valueOf(ids.get(2)), "reason", "排版自动调整")).status()).isEqualTo(303);
        decided(group, error);
        assertThat(keeper.send("GET", page, null, "").text()).contains(no, "排版自动调整").doesNotContain("name=\"proposals\"");
    }

    @Test
    void aProgramOfTheKeeperDoesTheSameAndTwiceIsOnce() {
        long group = proposed(hand.start(KEEPER), "丁处漏一字", "戊处错一字", "己处版式");
        List<Long> ids = ids(group);
        String token = tokens.create(office.actor(KEEPER), "proposals", true, 30, office.now());
        String other = tokens.create(office.actor("S013"), "proposals", true, 30, office.now());
        String api = "/api/errors/proposals/" + group;
        Wanderer program = new Wanderer(port);
        assertThat(program.call("GET", api, token, null, new byte[0]).text()).contains("丁处漏一字").contains("PROPOSED");
        assertThat(program.call("GET", api, other, null, new byte[0]).status()).isIn(403, 404);
        assertThat(call(program, api + "/acceptance", other, "{\"proposals\":[" + ids.get(0) + "]}").status()).isIn(403, 404);
        assertThat(call(program, api + "/acceptance", token, "{\"proposals\":[]}").status()).isEqualTo(422);
        assertThat(call(program, api + "/acceptance", token, "{\"proposals\":[" + ids.get(0) + "]}").text()).contains("ACCEPTED");
        assertThat(call(program, api + "/acceptance", token, "{\"proposals\":[" + ids.get(0) + "]}").status()).as("decided already").isEqualTo(422);
        long error = jdbc.sql("select error_id from error_proposal where id = ?").param(ids.get(0)).query(Long.class).single();
        String no = jdbc.sql("select no from error_record where id = ?").param(error).query(String.class).single();
        assertThat(call(program, api + "/merger", token, "{\"proposals\":[" + ids.get(1) + "],\"number\":\"" + no + "\"}").text()).contains("MERGED");
        assertThat(call(program, api + "/dismissal", token, "{\"proposals\":[" + ids.get(2) + "],\"reason\":\"不是差错\"}").text()).contains("DISMISSED");
        decided(group, error);
    }

    /** Accepted, merged into the same error, dismissed; nothing is left in the tray. */
    private void decided(long group, long error) {
        List<Proposals.Proposal> all = proposals.of(group, office.actor(KEEPER));
        assertThat(all).extracting(Proposals.Proposal::state).containsExactly("ACCEPTED", "MERGED", "DISMISSED");
        assertThat(all).extracting(Proposals.Proposal::error).containsExactly(error, error, null);
        assertThat(jdbc.sql("select state from handling where subject_kind = 'error-proposal' and subject_id = ?").param(group).query(String.class).single()).isEqualTo("CLOSED");
    }

    private long proposed(SubjectRef subject, String... words) {
        for (String one : words) {
            new TransactionTemplate(transactions).executeWithoutResult(status -> events.publishEvent(
                    Proposed.of(Proposed.Origin.CORRECTION, subject, "doors/" + UUID.randomUUID(), one, office.now()).round(1).sort(UUID.randomUUID().toString())));
        }
        jobs.stream().filter(job -> job.name().equals("errors.proposals")).findFirst().orElseThrow().run(office.now());
        return jdbc.sql("select id from error_proposal_group where subject_kind = ? and subject_id = ?").params(subject.kind(), subject.id()).query(Long.class).single();
    }

    private List<Long> ids(long group) {
        return jdbc.sql("select id from error_proposal where group_id = ? order by id").param(group).query(Long.class).list();
    }

    private static Wanderer.Answer form(Wanderer visitor, String path, Map<String, String> fields) {
        return visitor.send("POST", path, "application/x-www-form-urlencoded", fields.entrySet().stream().map(e -> e.getKey() + "=" + Wanderer.encoded(e.getValue())).collect(java.util.stream.Collectors.joining("&")));
    }

    private static Wanderer.Answer call(Wanderer program, String path, String token, String json) {
        return program.call("POST", path, token, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }
}
