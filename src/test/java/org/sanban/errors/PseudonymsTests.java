package org.sanban.errors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Who made an error is forgotten after the set time, at once where it was none (domain.md §9.7). */
class PseudonymsTests extends ErrorTest {

    @Autowired
    Pseudonyms pseudonyms;

    @Autowired
    PlatformTransactionManager transactions;

    @Value("${sanban.errors.persons-kept-months:24}")
    int months;

    /** All that the job cuts is put back at the end: other tests have persons on record, too. */
    @Test
    void theLinkStandsUntilTheSetTimeAndIsCutForGoodAfterIt() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            Instant named = office.now();
            long one = withPerson("漏一字");
            long other = withPerson("错一字");
            ZonedDateTime due = named.atZone(clock.getZone()).plusMonths(months);
            pseudonyms.run(due.minusMinutes(1).toInstant());
            assertThat(responsible(one).person()).as("a minute before").isEqualTo(office.person(MAKER));
            pseudonyms.run(due.plusMinutes(1).toInstant());
            Restricted.Block block = restricted.look(one, Restricted.Way.PAGE, office.actor(KEEPER), named);
            assertThat(block.named()).isNotEmpty().allSatisfy(n -> {
                assertThat(n.person()).isNull();
                assertThat(n.pseudonym()).startsWith("P-");
                assertThat(n.note()).as("what was noted could say who it was").isNull();
                assertThat(n.heard()).isNull();
            });
            assertThat(block.named()).extracting(Restricted.Named::part).as("that somebody was, stays").contains("RESPONSIBLE", "REPORTER");
            assertThat(block.statements()).isNotEmpty().allSatisfy(s -> {
                assertThat(s.person()).isNull();
                assertThat(s.words()).isEqualTo("当时在赶另一件");
            });
            assertThat(block.names()).as("whoever looked stays on record, nobody else has a name").doesNotContainKey(office.person(MAKER));
            assertThat(responsible(one).pseudonym()).as("two errors of one person cannot be joined again").isNotEqualTo(responsible(other).pseudonym());
            assertThat(restricted.ground(read(one), office.actor(MAKER))).as("the person has no way in any more").isEmpty();
            assertThat(left(one) + left(other)).isZero();
            status.setRollbackOnly();
        });
    }

    @Test
    void whoeverWasNamedForWhatWasNoErrorIsForgottenAtOnce() {
        long id = withPerson("其实不是差错");
        finish(id, KEEPER, "rejected", "符合国家标准");
        assertThat(left(id)).isPositive();
        new TransactionTemplate(transactions).executeWithoutResult(status -> pseudonyms.run(office.now()));
        assertThat(left(id)).isZero();
    }

    private long withPerson(String words) {
        long id = told(words);
        restricted.name(id, office.person(MAKER), "校对人", 100, "备注里写了姓名", office.actor(KEEPER), office.now());
        restricted.state(id, Restricted.Kind.COMMENT, "当时在赶另一件", office.actor(MAKER), office.now(), key());
        return id;
    }

    private Restricted.Named responsible(long id) {
        return restricted.look(id, Restricted.Way.PAGE, office.actor(KEEPER), office.now()).named().stream().filter(n -> n.part().equals("RESPONSIBLE")).findFirst().orElseThrow();
    }

    /** Columns of the restricted block that still point to a person who was part of it. */
    private int left(long id) {
        return List.of("select count(*) from error_person where error_id = ? and (person is not null or named_by is not null)", "select count(*) from error_statement where error_id = ? and person is not null")
                .stream().mapToInt(sql -> jdbc.sql(sql).param(id).query(Integer.class).single()).sum();
    }
}
