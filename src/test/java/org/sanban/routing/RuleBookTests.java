package org.sanban.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sanban.testing.Alongside;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** What is data: how heavy a rule weighs, from when on it matters, what it looks for. */
@Alongside
class RuleBookTests {

    private static final Paper HURRIED = Paper.notice().but(p -> p.neededBy = Paper.TODAY.plusDays(7));

    @Test
    void anOfficeWeighsARuleOtherwiseAndKeepsTheRest() {
        Routing routing = SampleRules.changed("R-34: {severity: BLOCK}");
        assertThat(look(routing, HURRIED, Stage.SUBMIT)).singleElement().satisfies(f -> {
            assertThat(f.rule()).isEqualTo("R-34");
            assertThat(f.severity()).isEqualTo(Severity.BLOCK);
            assertThat(f.args()).contains(14);
        });
    }

    @Test
    void anOfficeSetsItsOwnLeadTime() {
        assertThat(look(SampleRules.changed("R-34: {numbers: {ordinary: 3}}"), HURRIED, Stage.SUBMIT)).isEmpty();
    }

    @Test
    void anOfficeSwitchesARuleOff() {
        assertThat(look(SampleRules.changed("R-34: {off: true}"), HURRIED, Stage.SUBMIT)).isEmpty();
    }

    @Test
    void anOfficeAddsAPhraseToItsDictionary() {
        Routing routing = SampleRules.changed("R-27: {misquoted: {放管服改革: '放服管改革'}}");
        Paper paper = Paper.notice().body("深化放服管改革，坚持稳中求进总基调。");
        assertThat(look(routing, paper, Stage.DRAFT)).extracting(Finding::rule).containsExactly("R-27", "R-27");
        assertThat(look(SampleRules.shipped(), paper, Stage.DRAFT)).hasSize(1);
    }

    @Test
    void whatTwoRulesShareIsChangedOnce() {
        Routing routing = SampleRules.changed("R-25: {patterns: {meeting: '务虚会$'}}");
        Paper paper = Paper.notice().title("关于召开年中务虚会").body("请参加。");
        assertThat(look(routing, paper, Stage.SUBMIT)).filteredOn(f -> f.rule().equals("R-26")).hasSize(3);
        assertThat(look(SampleRules.shipped(), paper, Stage.SUBMIT)).noneMatch(f -> f.rule().equals("R-26"));
    }

    @ParameterizedTest
    @CsvSource({
        "'R-99: {severity: BLOCK, from: DRAFT}', R-99",
        "'R-34: {severity: STOP}', STOP",
        "'R-34: {severity: }', severity",
        "'R-04: {patterns: {request: \"(\"}}', pattern",
        "'R-04: {colour: red}', colour",
        "'R-26: {shares: R-99}', R-99"
    })
    void aFileThatIsNotUnderstoodStopsTheStart(String changed, String named) {
        assertThatThrownBy(() -> SampleRules.changed(changed)).hasStackTraceContaining(named);
    }

    @Test
    void theOfficeNamesItsFileInTheConfiguration() {
        new ApplicationContextRunner().withUserConfiguration(RoutingSetup.class).run(context -> {
            assertThat(look(context.getBean(Routing.class), HURRIED, Stage.SUBMIT)).hasSize(1);
        });
        new ApplicationContextRunner()
                .withUserConfiguration(RoutingSetup.class)
                .withPropertyValues("sanban.routing.rules=classpath:rules/routing-of-an-office.yaml")
                .run(context -> assertThat(look(context.getBean(Routing.class), HURRIED, Stage.SUBMIT)).isEmpty());
    }

    @ParameterizedTest(name = "{0} matters from {1} on")
    @CsvSource({"R-32, SIGN", "R-13, SIGN", "R-17, SIGN", "R-20, NUMBER", "R-25, NUMBER", "R-31, SUBMIT", "R-03, DRAFT"})
    void aRuleIsSilentBeforeItsStage(String rule, Stage from) {
        OutgoingFacts facts = spoiled(rule).facts();
        for (Stage stage : Stage.values()) {
            boolean found = SampleRules.shipped().look(facts, stage).stream().anyMatch(f -> f.rule().equals(rule));
            assertThat(found).as(rule + " at " + stage).isEqualTo(stage.compareTo(from) >= 0);
        }
    }

    @Test
    void leadTimeIsNoMatterOncePaperWasSubmitted() {
        assertThat(look(SampleRules.shipped(), HURRIED, Stage.SIGN)).isEmpty();
    }

    @Test
    void anEmptyDraftIsNotShoutedAt() {
        Paper empty = new Paper().title("").body("").number(null).open(null, null);
        empty.issuedOn = null;
        assertThat(look(SampleRules.shipped(), empty, Stage.DRAFT)).isEmpty();
        assertThat(look(SampleRules.shipped(), empty, Stage.SUBMIT)).extracting(Finding::rule).containsExactly("R-19", "R-21", "R-31");
    }

    @Test
    void bothLanguagesHaveTheSameTexts() throws IOException {
        assertThat(keys("routing")).isEqualTo(keys("routing_en")).hasSizeGreaterThan(34);
    }

    private static Paper spoiled(String rule) {
        return switch (rule) {
            case "R-32" -> Paper.notice().but(p -> p.normative = true);
            case "R-13" -> Paper.notice().asked("省财政厅", OutgoingFacts.Countersign.Answer.DISAGREE, false);
            case "R-17" -> Paper.request().but(p -> p.signers.clear());
            case "R-20" -> Paper.notice().number(null);
            case "R-25" -> Paper.notice().but(p -> p.issuedOn = Paper.TODAY.plusDays(1));
            case "R-31" -> Paper.notice().open(null, null);
            default -> Paper.request().copy("ORG-CC");
        };
    }

    private static List<Finding> look(Routing routing, Paper paper, Stage at) {
        return routing.look(paper.facts(), at);
    }

    private static Set<Object> keys(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(Routing.class.getResourceAsStream("/messages/" + file + ".properties"))) {
            Properties texts = new Properties();
            texts.load(in);
            return texts.keySet();
        }
    }
}
