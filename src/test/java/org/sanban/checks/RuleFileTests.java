package org.sanban.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sanban.pages.Refused;

class RuleFileTests {

    @Test
    void whatOneOfficeWritesAnotherReads() {
        assertThat(RuleFile.read(RuleFile.write(RuleBook.shipped()))).isEqualTo(RuleBook.shipped());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            '{rules: ['                                                             ~ checks.file.not-yaml
            ''                                                                      ~ checks.file.no-rules
            'just words'                                                            ~ checks.file.no-rules
            '{rules: [{severity: WARN}]}'                                           ~ checks.file.no-id
            '{rules: [{id: A-1}]}'                                                  ~ checks.file.rule
            '{rules: [{id: A-1, word-pair: {wrong: a}}]}'                           ~ checks.file.rule
            '{rules: [{id: A-1, pattern: x, severity: LOUD}]}'                      ~ checks.file.rule
            '{rules: [{id: A-1, pattern: x, colour: red}]}'                         ~ checks.file.rule
            '{rules: [{id: A-1, pattern: x, hits: [{date: tomorrow, body: x}]}]}'   ~ checks.file.rule
            """)
    void aFileThatIsNoneIsRefusedWithItsPlace(String file, String code) {
        assertThatThrownBy(() -> RuleFile.read(file == null ? "" : file)).isInstanceOf(Refused.class).hasMessageContaining(code);
    }
}
