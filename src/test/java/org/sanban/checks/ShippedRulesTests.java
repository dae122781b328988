package org.sanban.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sanban.testing.Alongside;

/** The rules the product comes with, each by its own examples. */
@Alongside
class ShippedRulesTests {

    static List<Rule> shipped() {
        return RuleBook.shipped();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shipped")
    void eachFindsWhatItMustAndNothingElse(Rule rule) {
        assertThat(rule.objections()).isEmpty();
    }
}
