package org.sanban.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sanban.routing.Severity.BLOCK;
import static org.sanban.routing.Severity.HINT;
import static org.sanban.routing.Severity.WARN;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sanban.pages.Texts;
import org.sanban.testing.Alongside;
import org.springframework.context.support.ResourceBundleMessageSource;

/** For every rule a paper that breaks it, and a neighbour that differs in as little as possible and does not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Alongside
class RoutingRulesTests {

    /** @param seen what the Chinese sentence says of it, in the paper's own words */
    record Example(String rule, String broken, Severity severity, String field, String seen, Paper paper, Paper neighbour) {

        @Override
        public String toString() {
            return rule + ": " + broken;
        }
    }

    private final Routing routing = SampleRules.shipped();

    static Stream<Example> examples() {
        return Stream.of(RelationExamples.all(), ApprovalExamples.all(), ElementExamples.all(), ConsistencyExamples.all(), TextExamples.all())
                .flatMap(s -> s);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void aPaperThatBreaksTheRuleIsFound(Example example) {
        Finding found = looked(example.paper())
                .filter(f -> f.rule().equals(example.rule()) && chinese(f).contains(example.seen()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(looked(example.paper()).toList()));
        assertThat(found.severity()).isEqualTo(example.severity());
        assertThat(found.field()).isEqualTo(example.field());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void itsNeighbourIsLeftAlone(Example example) {
        assertThat(looked(example.neighbour())).filteredOn(f -> f.rule().equals(example.rule())).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void whatIsFoundIsSaidInBothLanguages(Example example) {
        looked(example.paper()).forEach(finding -> Stream.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH).forEach(language -> {
            assertThat(texts(language).of(finding.wrong())).doesNotContain("[routing", "{");
            assertThat(texts(language).of(finding.mend())).doesNotContain("[routing", "{");
            assertThat(texts(language).of(finding.name())).doesNotContain("[routing");
            assertThat(texts(language).of(finding.basis())).doesNotContain("[routing");
        }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void aSpanCoversWordsOfItsField(Example example) {
        OutgoingFacts facts = example.paper().facts();
        looked(example.paper()).filter(f -> f.span() != null).forEach(finding -> {
            String text = switch (finding.field()) {
                case "title" -> facts.words().title();
                case "body" -> facts.words().body();
                case "annotation" -> facts.words().annotation();
                default -> facts.marks().number();
            };
            Span span = finding.span();
            String marked = text.substring(span.from(), span.to()).strip();
            assertThat(marked).isNotEmpty();
            assertThat(finding.args()).anySatisfy(arg -> assertThat(marked).contains(arg.toString()));
        });
    }

    @Test
    void everyRuleHasAnExample() {
        Set<String> shown = new TreeSet<>();
        examples().forEach(example -> shown.add(example.rule()));
        assertThat(shown).containsExactlyElementsOf(Routing.ids());
        assertThat(shown).hasSize(34).contains("R-01", "R-34");
    }

    /** Once at the stage of each rule: a rule about the beginning is asked at the beginning. */
    private Stream<Finding> looked(Paper paper) {
        return Stream.concat(routing.look(paper.facts(), Stage.SUBMIT).stream(), routing.look(paper.facts(), Stage.DISPATCH).stream())
                .distinct();
    }

    private static String chinese(Finding finding) {
        return texts(Locale.SIMPLIFIED_CHINESE).of(finding.wrong());
    }

    private static Texts texts(Locale language) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/routing");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        return new Texts(messages, language);
    }

    static Example block(String rule, String broken, String field, String seen, Paper paper, Paper neighbour) {
        return new Example(rule, broken, BLOCK, field, seen, paper, neighbour);
    }

    static Example warn(String rule, String broken, String field, String seen, Paper paper, Paper neighbour) {
        return new Example(rule, broken, WARN, field, seen, paper, neighbour);
    }

    static Example hint(String rule, String broken, String field, String seen, Paper paper, Paper neighbour) {
        return new Example(rule, broken, HINT, field, seen, paper, neighbour);
    }
}
