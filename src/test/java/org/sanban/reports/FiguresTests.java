package org.sanban.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The arithmetic of the reports, against tables in print and figures by hand. */
class FiguresTests {

    /** Exact Poisson limits for counts, as tabulated since Garwood (1936): for 0, 1, 5, 10 and 31 events. */
    @ParameterizedTest
    @CsvSource({"0, 0, 3.689", "1, 0.0253, 5.572", "5, 1.623, 11.668", "10, 4.795, 18.390", "31, 21.063, 44.002"})
    void theRangeOfARateIsTheExactOne(int events, double low, double high) {
        assertThat(Range.lower(events)).isCloseTo(low, within(0.001));
        assertThat(Range.upper(events)).isCloseTo(high, within(0.001));
    }

    /** 31 of 7,380: 0.42 (0.29–0.60), as the first drawing of the page had it. */
    @Test
    void aRateStandsForAHundred() {
        Range rate = Range.perHundred(31, 7_380);
        assertThat(rate.value()).isCloseTo(0.42, within(0.005));
        assertThat(rate.low()).isCloseTo(0.285, within(0.001));
        assertThat(rate.high()).isCloseTo(0.596, within(0.001));
    }

    /** Wilson, by hand: 8 of 10 with z = 1.96: (0.8 + 0.19207) / 1.38415 ± 1.96 / 1.38415 × √(0.016 + 0.0096036) = 0.71674 ± 0.22658. */
    @Test
    void theRangeOfAShareIsWilsons() {
        Range share = Range.share(8, 10);
        assertThat(share.low()).isCloseTo(49.02, within(0.05));
        assertThat(share.high()).isCloseTo(94.33, within(0.05));
        assertThat(Range.share(10, 10).high()).isCloseTo(100, within(1e-9));
        assertThat(Range.share(0, 10).low()).isZero();
    }

    @Test
    void aPercentileIsTheExactOneRoundedToTwoDigitsHoweverItIsPutTogether() {
        Random chance = new Random(7);
        List<Integer> minutes = chance.ints(997, 0, 60_000).boxed().toList();
        Lengths first = new Lengths();
        Lengths second = new Lengths();
        minutes.subList(0, 400).forEach(first::add);
        minutes.subList(400, 997).forEach(second::add);
        Lengths all = new Lengths();
        all.add(first.bytes());
        all.add(second.bytes());
        List<Integer> sorted = minutes.stream().sorted().toList();
        for (double p : new double[] {0.001, 0.25, 0.5, 0.9, 1}) {
            assertThat(all.percentile(p)).as("" + p).isEqualTo(Lengths.rounded(sorted.get((int) Math.ceil(p * 997) - 1)));
        }
        assertThat(all.size()).isEqualTo(997);
        assertThat(new Lengths().percentile(0.5)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "99, 99", "104, 100", "105, 110", "994, 990", "995, 1000", "1249, 1200", "1250, 1300", "-3, 0"})
    void lengthsHaveTwoDigits(long minutes, int rounded) {
        assertThat(Lengths.rounded(minutes)).isEqualTo(rounded);
    }

    /** 60 near misses in 1,000 matters, then 30 in 1,000: of 90, 45 ± 2 × √22.5 = 35.5 were to come. 40 would have been chance. */
    @Test
    void aFallIsStrikingOnlyBeyondChance() {
        assertThat(ErrorReports.fell(30, 1_000, 60, 1_000)).isTrue();
        assertThat(ErrorReports.fell(48, 1_000, 60, 1_000)).isFalse();
        assertThat(ErrorReports.fell(30, 500, 60, 1_000)).isFalse();
        assertThat(ErrorReports.fell(0, 0, 60, 1_000)).isFalse();
    }
}
