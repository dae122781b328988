package org.sanban.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanban.audit.SubjectRef;
import org.sanban.people.Actor;
import org.sanban.testing.OfficeTest;
import org.sanban.testing.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The engine's rows: one object a row in a transaction, only what changed is sent, and nobody overwrites what they have not seen. */
class RowsTests extends OfficeTest {

    @Autowired
    Rows rows;

    @Autowired
    CourseRows record;

    @Autowired
    Handlings handlings;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private TransactionTemplate transaction;
    private TransactionTemplate another;
    private SubjectRef subject;

    @BeforeEach
    void aMatter() {
        transaction = new TransactionTemplate(transactions);
        another = new TransactionTemplate(transactions);
        another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        Actor drafter = office.actor("S018");
        subject = Trial.next();
        handlings.start(subject, "trial", Trial.card("两人同看的一件", Urgency.NORMAL, drafter), List.of(), drafter, clock.instant(), UUID.randomUUID().toString());
    }

    private Handling one() {
        return rows.handling(subject).orElseThrow();
    }

    private void counterpart(String name) {
        one().counterpart = name;
    }

    @Test
    void whatAnotherChangedMeanwhileIsNotOverwritten() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
            counterpart("甲单位");
            another.executeWithoutResult(other -> counterpart("乙单位"));
        })).isInstanceOf(OptimisticLockingFailureException.class);
        assertThat(one().counterpart).isEqualTo("乙单位");
    }

    @Test
    void aRowReadAgainIsTheSameAndUpToDateUnlessItWasChangedHere() {
        transaction.executeWithoutResult(status -> {
            Handling handling = one();
            another.executeWithoutResult(other -> counterpart("甲单位"));
            assertThat(one()).isSameAs(handling);
            assertThat(handling.counterpart).isEqualTo("甲单位");
            handling.counterpart = "乙单位";
            assertThat(rows.lock(subject).orElseThrow()).isSameAs(handling);
            assertThat(handling.counterpart).isEqualTo("乙单位");
        });
        assertThat(one().counterpart).isEqualTo("乙单位");
    }

    @Test
    void onlyWhatChangedIsSent() {
        Statements sent = Statements.of(() -> transaction.executeWithoutResult(status -> {
            Handling handling = one();
            record.tasks(handling.id());
            handling.attributes = Map.of("lane", "URGENT");
        }));
        assertThat(sent.sql).filteredOn(sql -> sql.contains("update ")).singleElement().asString()
                .contains("update handling set attributes = ?, version = version + 1 / (version = ?)::int where id = ?");
        assertThat(one().attributes).containsExactly(Map.entry("lane", "URGENT"));
    }

    /** Every kind of value that a row may hold, and none. */
    @Test
    void aRowIsReadAsItWasWritten() {
        for (boolean full : new boolean[] {true, false}) {
            Task written = transaction.execute(status -> {
                Task task = new Task(one(), Task.Kind.READ, "sign", new Place(office.person("S001"), full ? "LEADER" : null, 7, Act.Part.READER), 3, 5);
                if (full) {
                    task.parentId = record.tasks(one().id()).getFirst().id();
                    task.note = "引号'、“与\\";
                    task.clock = Limit.Clock.NATURAL;
                    task.minutesAllowed = 90L;
                    task.dueAt = clock.instant();
                    task.nudgeLevel = 2;
                }
                return rows.save(task);
            });
            Task read = rows.task(written.id()).orElseThrow();
            assertThat(read).isNotSameAs(written);
            assertThat(read).usingRecursiveComparison().isEqualTo(written);
        }
    }
}
