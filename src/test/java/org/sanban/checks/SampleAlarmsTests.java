package org.sanban.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sanban.checks.RuleTrial.Sample;

/** Papers that were in order raise no alarm; what is wrong with those under way is found. */
class SampleAlarmsTests {

    static List<Sample> inOrder() {
        return SamplePapers.inOrder();
    }

    /** What the other papers say is familiar, as it is in an office that has signed papers before. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("inOrder")
    void aPaperInOrderRaisesNoAlarm(Sample sample) {
        List<String> others = SamplePapers.inOrder().stream().filter(s -> !s.name().equals(sample.name())).map(s -> s.paper().element("body")).toList();
        assertThat(RuleBook.of(RuleBook.shipped(), Familiar.of(others)).check(sample.paper())).isEmpty();
    }

    @Test
    void whatIsWrongWithThePapersUnderWayIsFoundAndNothingElse() {
        RuleBook book = RuleBook.of(RuleBook.shipped()).without(RuleKind.SUSPICION);
        assertThat(SamplePapers.underWay().stream().flatMap(s -> book.check(s.paper()).stream()).map(Finding::quote))
                .containsExactlyInAnyOrder("二十四", "立既", "一、");
    }
}
