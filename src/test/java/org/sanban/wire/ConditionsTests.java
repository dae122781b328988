package org.sanban.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sanban.testing.Alongside;

@Alongside
class ConditionsTests {

    private final Conditions conditions = new Conditions(Map.of("me", 7L));

    @Test
    void whatIsNotAskedMakesNoCondition() {
        conditions.is(null, "a = :a").is(" ", "b = :b").like("", "c like :c").words("  ", "d like :d").day(null, 0, ZoneId.of("UTC"), "e >= :e").after("1-2; drop", "f, id");
        assertThat(conditions.sql()).isEqualTo("true");
        assertThat(conditions.values()).containsOnlyKeys("me");
    }

    @Test
    void eachWordMakesAConditionOfItsOwnAndIsTakenByTheLetter() {
        conditions.words(" 防汛 50%_ ", "(no like :q or title like :q)");
        assertThat(conditions.sql()).isEqualTo("(no like :q0 or title like :q0) and (no like :q1 or title like :q1)");
        assertThat(conditions.values()).containsEntry("q0", "%防汛%").containsEntry("q1", "%50\\%\\_%");
    }

    @Test
    void aDayBeginsInTheZoneOfTheOfficeAndACastIsNoName() {
        conditions.day(LocalDate.of(2026, 5, 6), 1, ZoneId.of("Asia/Shanghai"), "a::timestamptz < :until");
        assertThat(conditions.values()).containsEntry("until", java.sql.Timestamp.from(Instant.parse("2026-05-06T16:00:00Z")));
    }

    @Test
    void aPageBeginsAfterTheLineThatItsCursorNames() {
        Instant at = Instant.parse("2026-05-06T01:02:03.004Z");
        conditions.after(Conditions.cursor(at, 42), "found_at, id");
        assertThat(conditions.sql()).isEqualTo("(found_at, id) < (:afterAt, :afterId)");
        assertThat(conditions.values()).containsEntry("afterAt", java.sql.Timestamp.from(at)).containsEntry("afterId", 42L);
    }
}
