package org.sanban.proofing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sanban.pages.Refused;
import org.sanban.testing.Alongside;

@Alongside
class ProseTests {

    private static final ProseLimits LIMITS = new ProseLimits(200_000, 60, 2_000);

    @Test
    void theFourLevelsAreKnownByTheirMarks() {
        Prose prose = of("总述。\n一、总体要求\n（一）指导思想。坚持统筹。\n1.明确分工\n（1）牵头单位\n（2）配合单位\n2.严格时限\n（二）工作目标\n二、保障措施");
        assertThat(prose.paragraphs()).extracting(Paragraph::level).containsExactly(
                Level.TEXT, Level.FIRST, Level.SECOND, Level.THIRD, Level.FOURTH, Level.FOURTH, Level.THIRD, Level.SECOND, Level.FIRST);
        assertThat(prose.irregularities()).isEmpty();
        assertThat(prose.outline()).hasSize(8);
    }

    @Test
    void aHeadingIsAShortLineOrTheShortSentenceThatTheTextFollows() {
        String text = "一、明确时限。一般文稿不超过3个工作日。\n二、保障措施\n三、同意将港区纳入名单，建设期为2026年至2028年。";
        Prose prose = of(text);
        assertThat(prose.paragraphs()).extracting(paragraph -> paragraph.heading(text)).containsExactly("一、明确时限。", "二、保障措施", "");
    }

    @Test
    void figuresAtTheBeginningOfALineAreNoMarks() {
        assertThat(of("1.5万吨货物已运抵。\n2026年5月20日前反馈。\n一是压实责任。").outline()).isEmpty();
    }

    @Test
    void numberingThatJumpsOrRepeatsOrSkipsALevelIsShownWithItsPlace() {
        String text = "一、甲\n三、乙\n三、丙\n（1）丁\n1、戊";
        assertThat(of(text).irregularities()).containsExactly(
                new Irregularity(Irregularity.Kind.JUMPS, 1, 4, 2, 3),
                new Irregularity(Irregularity.Kind.REPEATS, 2, 8, 4, 3),
                new Irregularity(Irregularity.Kind.SKIPS_LEVEL, 3, 12, 2, 4),
                new Irregularity(Irregularity.Kind.ODD_MARK, 4, 17, 3, 3));
    }

    @Test
    void aMarkBehindTheBracketsIsOdd() {
        assertThat(of("一、甲\n（一）、乙\n（二）丙\n1.丁\n（1）、戊").irregularities()).containsExactly(
                new Irregularity(Irregularity.Kind.ODD_MARK, 1, 4, 2, 2), new Irregularity(Irregularity.Kind.ODD_MARK, 4, 19, 4, 4));
    }

    @Test
    void theSamplePapersAreInOrder() {
        assertThat(Bodies.all()).allSatisfy(body -> assertThat(of(body).irregularities()).isEmpty());
    }

    @Test
    void aTableIsReadWithItsCells() {
        Prose prose = of("情况如下：\n| 市（州） | 隐患 |\n| 雾山州 | 3\\|4 |\n| 北渡州 |\n以上。");
        Table table = prose.tables().getFirst();
        assertThat(table.rows()).containsExactly(List.of("市（州）", "隐患"), List.of("雾山州", "3|4"), List.of("北渡州"));
        assertThat(table.columns()).isEqualTo(2);
        assertThat(table.even()).isFalse();
        assertThat(Table.row(List.of("a|b", "", "c\nd"))).isEqualTo("| a\\|b | | c d |");
        assertThat(Table.cells("| a\\|b | | c d |")).containsExactly("a|b", "", "c d");
    }

    @Test
    void aWideTableAndTwoHundredPagesAreReadAndMoreIsRefusedWithItsReason() {
        String wide = Table.row(Collections.nCopies(60, "甲")) + "\n";
        assertThat(of(wide.repeat(50)).tables().getFirst().columns()).isEqualTo(60);
        assertThat(of(Bodies.draft(123_200)).paragraphs()).hasSizeGreaterThan(300);
        refused(Table.row(Collections.nCopies(61, "甲")), "proofing.refusal.too-many-columns");
        refused("甲".repeat(200_001), "proofing.refusal.too-long");
        refused("| 甲 |\n".repeat(2001), "proofing.refusal.too-many-rows");
    }

    @Test
    void numbersAreWrittenAsPapersWriteThem() {
        Numerals numerals = new Numerals(ProofWords.standard());
        assertThat(List.of(1, 10, 12, 20, 21, 105, 110, 112)).extracting(numerals::chinese)
                .containsExactly("一", "十", "十二", "二十", "二十一", "一百〇五", "一百一十", "一百一十二");
        for (int n = 1; n < 1000; n++) {
            assertThat(numerals.value(numerals.chinese(n))).isEqualTo(n);
        }
    }

    private static Prose of(String text) {
        return Prose.of(text, LIMITS);
    }

    private static void refused(String text, String code) {
        assertThatThrownBy(() -> of(text)).isInstanceOf(Refused.class).hasMessageContaining(code);
    }
}
