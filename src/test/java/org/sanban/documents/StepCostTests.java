package org.sanban.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sanban.testing.Statements;
import org.sanban.workflow.Act;

/**
 * What one step of an incoming paper sends to the database, with its gates, effects, audit, notices and the note for the index.
 * The figures are what was measured: a step that costs more is to be explained here.
 */
class StepCostTests extends PaperTest {

    @Test
    void finishingAStep() {
        long id = registered(letter());
        passReview(id);
        assertCost(id, "S007", Act.Complete.of(task(id, "S007"), "assign", "送秘书四处办理"), 6, 2);
    }

    @Test
    void registeringWithANumber() {
        long id = received(letter());
        assertCost(id, "S008", Act.Complete.of(task(id, "S008"), "registered", null), 15, 8);
    }

    @Test
    void forwarding() {
        long id = registered(letter());
        assertCost(id, "S007", new Act.Forward(task(id, "S007"), office.person("S006"), "请办"), 6, 2);
    }

    @Test
    void sendingBack() {
        long id = registered(letter());
        assertCost(id, "S007", new Act.Return(task(id, "S007"), "register", List.of(), false, "标题漏字"), 9, 4);
    }

    @Test
    void theSameRequestAgain() {
        long id = registered(letter());
        Act act = new Act.Forward(task(id, "S007"), office.person("S006"), "请办");
        String request = request();
        handlings.apply(ref(id), act, office.actor("S007"), now(), request);
        Statements sent = Statements.of(() -> handlings.apply(ref(id), act, office.actor("S007"), now(), request));
        assertThat(sent.sql).as(sent.toString()).hasSize(2);
        assertThat(sent.roundTrips).isEqualTo(2);
    }

    private void assertCost(long id, String who, Act act, int statements, int roundTrips) {
        Statements sent = Statements.of(() -> handlings.apply(ref(id), act, office.actor(who), now(), request()));
        assertThat(sent.sql.size()).as(sent.toString()).isPositive().isLessThanOrEqualTo(statements);
        assertThat(sent.roundTrips).as(sent.toString()).isLessThanOrEqualTo(roundTrips);
    }
}
