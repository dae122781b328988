package org.sanban.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanban.audit.SubjectRef;
import org.sanban.people.Actor;
import org.sanban.people.Clearance;
import org.sanban.testing.OfficeTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A task before a role of one unit: every place that asks whose it is gives the same answer. */
class RoleTraysTests extends OfficeTest {

    @Autowired
    Handlings handlings;

    @Autowired
    Trays trays;

    @Autowired
    Sight sight;

    @Autowired
    Positions positions;

    @Autowired
    HandlingDoor door;

    @Autowired
    Desk desk;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private final SubjectRef subject = Trial.next();

    @BeforeEach
    void aTaskLiesBeforeTheHandlersOfOneUnit() {
        Actor by = office.actor("S018");
        handlings.start(subject, "trial", Trial.card("待领件", Urgency.NORMAL, by), List.of(), by, clock.instant(), UUID.randomUUID().toString());
        lay(office.unit("MSS"));
    }

    @Test
    void whoHoldsTheRoleInThatUnitOrEverywhereHasIt() {
        for (long unit : new long[] {office.unit("MSS"), 0}) {
            assertThat(answers(holding("HANDLER", unit))).containsOnly(true);
        }
    }

    @Test
    void whoHoldsItInAnotherUnitNeitherSeesNorTakesIt() {
        assertThat(answers(holding("HANDLER", office.unit("MSI")))).containsOnly(false);
        assertThat(answers(holding("CLERK", office.unit("MSS")))).containsOnly(false);
    }

    @Test
    void whatLiesBeforeNoUnitIsForAllWhoHoldTheRole() {
        lay(0);
        assertThat(answers(holding("HANDLER", office.unit("MSI")))).containsOnly(true);
    }

    private List<Boolean> answers(Actor by) {
        boolean seen = sight.sees(by, subject);
        return Arrays.asList(
                seen,
                trays.waitingFor(by, TrayFilter.ALL, null, 100, clock.instant()).stream().anyMatch(l -> l.subject().equals(subject)),
                positions.of(subject, by).map(p -> p.mainAt("draft") != null).orElse(false),
                door.mayRead(subject, by),
                Boolean.TRUE.equals(transaction.execute(s -> door.mayAttach(subject, by))),
                seen && desk.of(subject, by, clock.instant()).stream().anyMatch(o -> o.doing() == Doing.CLAIM));
    }

    private void lay(long unit) {
        transaction.executeWithoutResult(s -> jdbc.sql("""
                        update task set holder_id = null, role = 'HANDLER', unit_id = ? where state = 'OPEN'
                           and handling_id = (select id from handling where subject_kind = ? and subject_id = ?)""")
                .params(unit, subject.kind(), subject.id()).update());
    }

    private static Actor holding(String role, long unit) {
        return new Actor(
                900_000, "某", Clearance.NONE, Set.of(), Set.of(), Set.of(), Set.of(new Actor.Grant(role, unit)), Set.of(), Set.of());
    }
}
