package org.sanban.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CorrectionsTests extends OutgoingTest {

    private static final String SENTENCE = "各有关单位要按照职责分工抓好落实并及时报送进展情况第%d条要求明确责任人和完成时限强化督促检查确保取得实效";

    @Test
    void thirtyCorrectionsOfAReviewerComeBackAsExactlyThoseThirtyClassifiedAndAttributed() {
        List<String> paragraphs = new ArrayList<>();
        for (int n = 0; n < 60; n++) {
            paragraphs.add(SENTENCE.formatted(n + 100) + "。");
        }
        String original = String.join("\n", paragraphs);
        List<Made> made = new ArrayList<>();
        for (int n = 0; n < 30; n++) {
            Made one = correction(n);
            made.add(one);
            paragraphs.set(n * 2, paragraphs.get(n * 2).replace(one.from(), one.to()));
        }
        assertThat(original.length()).isGreaterThan(3_000);
        long id = begun(letter("云岭省人民政府办公厅关于抓好落实的函", original));
        complete(id, "S021", "review");
        write(id, "S007", with(paper(id, "S007").draft(), String.join("\n", paragraphs)));
        List<Corrections.Pending> pending = corrections.pending(id, office.actor("S007"));
        assertThat(pending).hasSize(30);
        Corrections.Pending first = pending.getFirst();
        corrections.classify(id,
                new Corrections.Choice(1, "body", first.place().from(), first.place().to(), first.is(), Correction.Kind.NOT_AN_ERROR, false), office.actor("S007"), office.now());
        sendBack(id, "S007", "draft", false);

        List<Correction> facts = corrections.of(id, office.actor("S021"));
        assertThat(facts).hasSize(30).allSatisfy(c -> {
            assertThat(c.element()).isEqualTo("body");
            assertThat(c.by()).isEqualTo(office.person("S007"));
            assertThat(c.step()).isEqualTo("review");
            assertThat(c.byAuthor()).isFalse();
            assertThat(original.substring(c.place().from(), c.place().to())).isEqualTo(c.was());
        });
        for (int n = 0; n < 30; n++) {
            Correction fact = facts.get(n);
            assertThat(fact.was() + "→" + fact.is()).isEqualTo(made.get(n).was() + "→" + made.get(n).is());
            assertThat(fact.kind()).isEqualTo(n == 0 ? Correction.Kind.NOT_AN_ERROR : made.get(n).kind());
        }
    }

    @Test
    void whoCorrectsARevisionThatIsNoLongerCurrentIsToldSoAndNothingIsWritten() {
        long id = reviewing();
        write(id, "S007", "提高资金使用效益", "提高资金效益");
        Corrections.Pending shown = corrections.pending(id, office.actor("S007")).getFirst();
        complete(id, "S007", "chief", org.sanban.workflow.Act.Pick.person(office.person("S006")));
        write(id, "S006", "感谢你单位的支持", "感谢支持");

        Corrections.Choice old = new Corrections.Choice(
                1, shown.element(), shown.place().from(), shown.place().to(), shown.is(), Correction.Kind.NOT_AN_ERROR, false);
        assertThatThrownBy(() -> corrections.classify(id, old, office.actor("S006"), office.now())).isInstanceOf(org.sanban.pages.Stale.class);
        assertThat(corrections.of(id, office.actor("S021"))).hasSize(1).noneMatch(c -> c.kind() == Correction.Kind.NOT_AN_ERROR);
    }

    /** @param from words in the paragraph; {@code was} and {@code is}: the characters that differ */
    private record Made(String from, String to, String was, String is, Correction.Kind kind) {}

    private static Made correction(int n) {
        return switch (n % 5) {
            case 0 -> new Made("督促", "督导", "促", "导", Correction.Kind.WRONG);
            case 1 -> new Made("及时报送", "及时地报送", "", "地", Correction.Kind.MISSING);
            case 2 -> new Made("各有关单位", "有关单位", "各", "", Correction.Kind.EXTRA);
            case 3 -> new Made("实效。", "实效；", "。", "；", Correction.Kind.PUNCTUATION);
            default -> new Made("落实并", "落实，并", "", "，", Correction.Kind.PUNCTUATION);
        };
    }

    @Test
    void theAuthorAnswersEveryCorrectionBeforeThePaperGoesOn() {
        long id = reviewing();
        write(id, "S007", "感谢你单位的支持。", "感谢贵单位的支持。");
        sendBack(id, "S007", "draft", false);

        assertThatThrownBy(() -> complete(id, "S021", "review")).satisfies(e -> assertThat(codes(e)).contains("outgoing.refusal.answer-missing"));
        long correction = corrections.of(id, office.actor("S021")).getFirst().id();
        assertThatThrownBy(() -> corrections.answer(id, correction, false, " ", office.actor("S021"), office.now()))
                .satisfies(e -> assertThat(codes(e)).containsExactly("outgoing.refusal.why-not-accepted"));
        corrections.answer(id, correction, false, "对下级机关不用敬称", office.actor("S021"), office.now());
        corrections.answer(id, correction, true, null, office.actor("S021"), office.now());
        write(id, "S021", "贵单位", "你单位");
        complete(id, "S021", "review");

        List<Correction> facts = corrections.of(id, office.actor("S007"));
        assertThat(facts.getFirst().answer().accepted()).isFalse();
        assertThat(facts.getFirst().answer().words()).isEqualTo("对下级机关不用敬称");
        assertThat(facts.getLast().byAuthor()).isTrue();
        assertThat(facts.getLast().step()).isEqualTo("draft");
        assertThat(revisions.of(id, office.actor("S007"))).extracting(Revision::no).containsExactly(1, 2, 3);
    }

    @Test
    void aTextThatDidNotChangeIsNotFrozenAgain() {
        long id = reviewing();
        complete(id, "S007", "submit");

        assertThat(revisions.of(id, office.actor("S007"))).hasSize(1);
        assertThat(revisions.one(id, 1, office.actor("S007")).sha256()).isEqualTo(paper(id, "S007").sha256());
    }

    @Test
    void aRevisionIsNeverChangedWhoeverAsks() {
        long id = reviewing();

        assertThatThrownBy(() -> inTransaction(() -> jdbc.sql("update outgoing_revision set draft = '{}' where document_id = ?").param(id).update()))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> inTransaction(() -> jdbc.sql("delete from outgoing_correction where document_id = ?").param(id).update()))
                .hasStackTraceContaining("permission denied");
    }
}
