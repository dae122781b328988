package org.sanban.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sanban.audit.SubjectRef;
import org.sanban.pages.Choice;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.sanban.people.Leaders;
import org.sanban.testing.OfficeTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The three administrators (三员) handle no business, by whatever way it might come to them (domain.md §9.2). */
class AdministratorsTests extends OfficeTest {

    @Autowired
    Handlings handlings;

    @Autowired
    Desk desk;

    @Autowired
    Leaders leaders;

    @Autowired
    JdbcClient jdbc;

    private final SubjectRef subject = Trial.next();
    private Actor by;
    private long task;

    @BeforeEach
    void aMatterIsBeforeSomebody() {
        by = office.actor("S006");
        handlings.start(subject, "trial", Trial.card("试验件", Urgency.NORMAL, by), List.of(), by, clock.instant(), UUID.randomUUID().toString());
        task = desk.of(subject, by, clock.instant()).getFirst().task();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A01", "A02", "A03"})
    void nothingIsLaidBeforeThem(String code) {
        long administrator = office.person(code);
        assertRefused(new Act.Forward(task, administrator, "请办"));
        assertRefused(new Act.HandDown(task, administrator, "请办", null));
        assertRefused(new Act.AddSigners(task, List.of(administrator), Act.Position.BEFORE, null));
        assertRefused(new Act.AddSigners(task, List.of(administrator), Act.Position.BESIDE, null));
        assertRefused(new Act.Circulate(List.of(List.of(administrator)), null));
        assertRefused(Act.Complete.of(task, "on", null, Act.Pick.person(administrator)));
        assertThatThrownBy(() -> handlings.handOver(by.id(), administrator, "调离", office.actor("S001"), clock.instant(), UUID.randomUUID().toString()))
                .isInstanceOf(Refused.class).hasMessageContaining("workflow.refusal.administrator");
        assertThat(jdbc.sql("select count(*) from task where holder_id = ?").param(administrator).query(Integer.class).single()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"FORWARDING", "ERRAND", "SIGNERS", "CIRCULATION", "COMPLETION"})
    void andTheyAreNotOfferedToChooseFrom(Doing doing) {
        Sheet sheet = desk.sheet(subject, doing, null, null, null, by, clock.instant());
        assertThat(sheet).isNotNull();
        assertThat(sheet.choices()).extracting(Choice::value)
                .contains(String.valueOf(office.person("S007")))
                .doesNotContain(List.of("A01", "A02", "A03").stream().map(code -> String.valueOf(office.person(code))).toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A01", "A02", "A03"})
    void theyAreInChargeOfNoUnitAndStandInForNobody(String code) {
        assertThatThrownBy(() -> leaders.putInCharge(office.person(code), office.unit("MSI"), 9, Actor.SYSTEM, clock.instant()))
                .isInstanceOf(Refused.class).hasMessageContaining("people.refusal.administrator-leads-nobody");
        assertThatThrownBy(() -> leaders.nameStandIn(office.person("S020"), office.person(code), Actor.SYSTEM, clock.instant()))
                .isInstanceOf(Refused.class).hasMessageContaining("people.refusal.administrator-leads-nobody");
    }

    private void assertRefused(Act act) {
        assertThatThrownBy(() -> handlings.apply(subject, act, by, clock.instant(), UUID.randomUUID().toString()))
                .isInstanceOf(Refused.class).hasMessageContaining("workflow.refusal.administrator");
    }
}
