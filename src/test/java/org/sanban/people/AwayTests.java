package org.sanban.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sanban.audit.SubjectRef;
import org.sanban.pages.Refused;
import org.sanban.testing.OfficeTest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class AwayTests extends OfficeTest {

    @Autowired
    Delegations delegations;

    @Autowired
    Absences absences;

    @Autowired
    Persons persons;

    @Autowired
    Posts posts;

    @Autowired
    Leaving leaving;

    @Autowired
    Directory directory;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Changes changes;

    @Autowired
    PeopleMemory memory;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void promise10_aDelegateActsFromTheFirstToTheLastDayAndThenEverythingIsBackByItself() {
        delegate("S017", "S018", "2026-06-16", "2026-06-17");
        assertThat(office.actor("S018").actsFor()).isEmpty();
        clock.set("2026-06-16T00:00");
        assertThat(office.actor("S018").trays()).contains(office.person("S017"));
        clock.set("2026-06-17T23:59");
        assertThat(office.actor("S018").actsFor()).containsExactly(office.person("S017"));
        clock.set("2026-06-18T00:00");
        assertThat(office.actor("S018").actsFor()).isEmpty();
    }

    @Test
    void aRevokedDelegationEndsAtOnce() {
        long id = delegate("S019", "S020", "2026-06-15", "2026-06-20");
        assertThat(office.actor("S020").actsFor()).containsExactly(office.person("S019"));
        delegations.revoke(office.person("S019"), id, office.actor("S019"), office.now());
        assertThat(office.actor("S020").actsFor()).isEmpty();
    }

    @Test
    void delegationsMakeNoChains() {
        delegate("S012", "S013", "2026-07-01", "2026-07-10");
        assertThatThrownBy(() -> delegate("S013", "S014", "2026-07-10", "2026-07-12"))
                .isInstanceOf(Refused.class).hasMessageContaining("delegator-is-delegate");
        assertThatThrownBy(() -> delegate("S014", "S012", "2026-06-20", "2026-07-01"))
                .isInstanceOf(Refused.class).hasMessageContaining("delegate-delegates");
        assertThatThrownBy(() -> delegate("S012", "S014", "2026-07-05", "2026-07-06"))
                .isInstanceOf(Refused.class).hasMessageContaining("delegated-already");
        delegate("S013", "S014", "2026-07-11", "2026-07-12");
    }

    @Test
    void nobodyDelegatesToHimselfToAnAdministratorOrIntoThePast() {
        assertThatThrownBy(() -> delegate("S015", "S015", "2026-06-16", "2026-06-17")).hasMessageContaining("delegate-to-self");
        assertThatThrownBy(() -> delegate("S015", "A01", "2026-06-16", "2026-06-17")).hasMessageContaining("delegate-administrator");
        assertThatThrownBy(() -> delegate("S015", "S016", "2026-06-01", "2026-06-14")).hasMessageContaining("period-over");
        assertThatThrownBy(() -> delegate("S015", "S016", "2026-06-17", "2026-06-16")).hasMessageContaining("ends-before-start");
    }

    @Test
    void anAbsenceIsSeenOnItsDaysOnly() {
        long person = office.person("S025");
        long id = absences.record(person, absence("2026-06-15", "2026-06-16"), office.actor("S025"), office.now());
        assertThat(absences.away(person, LocalDate.of(2026, 6, 16))).isTrue();
        assertThat(absences.away(person, LocalDate.of(2026, 6, 17))).isFalse();
        assertThatThrownBy(() -> absences.record(person, absence("2026-06-16", "2026-06-20"), office.actor("S025"), office.now()))
                .hasMessageContaining("absence-overlaps");
        absences.cancel(person, id, office.actor("S025"), office.now());
        assertThat(absences.away(person, LocalDate.of(2026, 6, 16))).isFalse();
    }

    @Test
    void promise10_whatFallsDueInAnAbsenceIsListedFromItsFirstMomentToItsLast() {
        List<String> asked = new ArrayList<>();
        Deadlines some = (person, from, until) -> {
            asked.add(from + " " + until);
            return List.of(
                    new Deadlines.Due(new SubjectRef("incoming", 2), "乙", "承办", from.plusSeconds(60), "/2"),
                    new Deadlines.Due(new SubjectRef("incoming", 1), "甲", "承办", from, "/1"));
        };
        Absences watched = new Absences(jdbc, changes, memory, provider(Deadlines.class, some), clock);
        assertThat(watched.dueWithin(1, LocalDate.of(2026, 6, 16), LocalDate.of(2026, 6, 17)))
                .extracting(Deadlines.Due::title).containsExactly("甲", "乙");
        assertThat(asked).containsExactly("2026-06-15T16:00:00Z 2026-06-17T16:00:00Z");
    }

    @Test
    void promise10_nobodyLeavesWhileHoldingSomethingAndOneActionHandsEverythingOver() {
        long gone = newcomer("T910");
        List<Long> held = new ArrayList<>(List.of(1L, 2L, 3L));
        Holdings tray = new Tray(held);
        Leaving watched = new Leaving(jdbc, changes, provider(Holdings.class, tray), clock);
        assertThatThrownBy(() -> leave(watched, gone)).isInstanceOf(Refused.class).hasMessageContaining("still-holds");
        transaction.executeWithoutResult(
                s -> watched.handOver(gone, office.person("S020"), "调离", "request-1", office.actor("A01"), office.now()));
        leave(watched, gone);
        assertThat(held).isEmpty();
        assertThat(directory.person(gone)).hasValueSatisfying(p -> assertThat(p.active()).isFalse());
    }

    @Test
    void whoHasLeftHoldsNoPostRoleOrDelegation() {
        long gone = newcomer("T911");
        posts.give(gone, new PostForm(office.unit("MSI"), "主任科员", false, true, LocalDate.of(2026, 1, 1)),
                office.actor("A01"), office.now());
        delegations.give(gone, new DelegationForm(office.person("S020"), LocalDate.of(2026, 6, 15), LocalDate.of(2026, 8, 1), ""),
                office.actor("A01"), office.now());
        assertThat(directory.membersOf(office.unit("MSI"))).anyMatch(p -> p.id() == gone);
        leaving.leave(gone, office.actor("A01"), office.now());
        assertThat(directory.membersOf(office.unit("MSI"))).noneMatch(p -> p.id() == gone);
        assertThat(directory.active()).noneMatch(p -> p.id() == gone);
        assertThat(office.actor("S020").actsFor()).doesNotContain(gone);
        assertThat(delegations.of(gone, 9)).allMatch(d -> d.revokedAt() != null);
    }

    private record Tray(List<Long> held) implements Holdings {
        @Override
        public long countOf(long person) {
            return held.size();
        }

        @Override
        public void handOver(long from, long to, Actor by, String reason, String requestId, Instant at) {
            held.clear();
        }
    }

    private void leave(Leaving leaving, long person) {
        transaction.executeWithoutResult(s -> leaving.leave(person, office.actor("A01"), office.now()));
    }

    private long newcomer(String code) {
        return persons.create(new PersonForm(code, "新人", true, null, 900, null, null, 0), office.actor("A01"), office.now());
    }

    private long delegate(String from, String to, String starts, String ends) {
        return delegations.give(
                office.person(from),
                new DelegationForm(office.person(to), LocalDate.parse(starts), LocalDate.parse(ends), "出差"),
                office.actor(from), office.now());
    }

    private static AbsenceForm absence(String starts, String ends) {
        return new AbsenceForm(LocalDate.parse(starts), LocalDate.parse(ends), Absences.Kind.TRAVEL, "");
    }

    private static <T> ObjectProvider<T> provider(Class<T> type, T bean) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("one", bean);
        return beans.getBeanProvider(type);
    }
}
