package org.sanban.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sanban.audit.RecurringJob;
import org.sanban.audit.SubjectRef;
import org.sanban.errors.Proposed;
import org.sanban.testing.OfficeTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the register of errors does in the background fails aloud, and holds up nothing but itself. */
class ProposalsFailTests extends OfficeTest {

    private static final String JOB = "errors.proposals";

    @Autowired
    private Runs runs;

    @Autowired
    private FailedWorks failed;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private EmbeddedPostgres postgres;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void promise12_proposalsThatCannotBeLaidStandBeforeTheAdministratorsWithTheirReasonAndHoldUpNoOthers() {
        RecurringJob job = runs.jobs().get(JOB);
        SubjectRef stuck = proposed();
        SubjectRef sound = proposed();
        JdbcClient owner = JdbcClient.create(postgres.getDatabase("sanban_owner", "sanban"));
        owner.sql("alter table error_proposal_group add constraint the_disk_is_full check (subject_id <> " + stuck.id() + ") not valid").update();
        try {
            assertThatThrownBy(() -> runs.run(job)).isInstanceOf(IllegalStateException.class);
            assertThat(open().orElseThrow().reason()).contains(stuck.toString()).doesNotContain(sound.toString());
            assertThat(groups(sound)).as("the next in the row is laid all the same").isOne();
        } finally {
            owner.sql("alter table error_proposal_group drop constraint the_disk_is_full").update();
        }
        runs.run(job);
        assertThat(groups(stuck)).as("tried again").isOne();
        assertThat(open()).as("and gone from the page once it was done").isEmpty();
    }

    private Optional<FailedWork> open() {
        return failed.open(1000).stream().filter(w -> w.work().equals(JOB)).findFirst();
    }

    private int groups(SubjectRef subject) {
        return jdbc.sql("select count(*) from error_proposal_group where subject_id = ?").param(subject.id()).query(Integer.class).single();
    }

    private SubjectRef proposed() {
        SubjectRef subject = new SubjectRef("outgoing", UUID.randomUUID().getMostSignificantBits() >>> 2);
        new TransactionTemplate(transactions).executeWithoutResult(status -> events.publishEvent(
                Proposed.of(Proposed.Origin.CORRECTION, subject, "fail/" + UUID.randomUUID(), "漏一字", office.now()).round(1).sort(UUID.randomUUID().toString())));
        return subject;
    }
}
