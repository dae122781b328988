package org.sanban.casebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sanban.errors.Tally;
import org.sanban.testing.Alongside;

/** The arithmetic of a circular, by hand. */
@Alongside
class CircularFiguresTests {

    /** 40 papers ended; 2 errors on papers, 3 on meetings of which none ended, 1 near miss. 2 of 40 are 5.00 in a hundred; with the meetings' it would be 12.50. */
    @Test
    void errorsOfBusinessInWhichNothingEndedAreCountedAndSetAgainstNothing() {
        CircularFigures.Period period = new CircularFigures.Period(Map.of("DOC_OUT", 40), List.of(errors("DOC_OUT", true, 2), errors("MEETING", true, 3), errors("DOC_OUT", false, 1)));
        assertThat(period.errors()).isEqualTo(5);
        assertThat(period.unrated()).isEqualTo(3);
        assertThat(period.rate()).isEqualTo(new BigDecimal("5.00"));
        assertThat(new CircularFigures.Period(Map.of(), period.groups()).rate()).as("nothing ended at all").isNull();
    }

    private static Tally.Group errors(String business, boolean rated, int count) {
        return new Tally.Group(business, "WRONG", "E", "s", rated ? "S1" : "S0", rated, false, false, count);
    }
}
