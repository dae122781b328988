package org.sanban.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sanban.documents.GroundHints.Hint;
import org.sanban.documents.Particulars.Kind;
import org.sanban.testing.Alongside;
import org.springframework.core.io.ClassPathResource;

@Alongside
class GroundHintsTests {

    private static final int PROVINCE = 1;
    private static final int COUNTY = 3;
    private static final GroundHints HINTS = rules(PROVINCE);

    private static GroundHints rules(int officeTier) {
        try (InputStream in = new ClassPathResource("rules/incoming-grounds.yaml").getInputStream()) {
            return PasteWords.hints(in, officeTier);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<Ground> grounds(Particulars p, Integer tier) {
        return HINTS.of(p, tier).stream().map(Hint::ground).distinct().toList();
    }

    private static Particulars up(DocType type, String title, List<String> main, List<String> cc, List<String> signers, String contact, String body) {
        return new Particulars(null, "云岭省应急管理厅", "岭应急〔2026〕41号", title, type, Direction.UP, LocalDate.of(2026, 4, 13), UrgencyMark.NONE, null,
                null, null, 5, 5, main, cc, signers, contact, contact, Kind.FOR_INFORMATION, null, null, Medium.PAPER, body, null, null, null);
    }

    @Test
    void aReportThatCarriesARequestIsPointedOutWithItsWords() {
        Particulars report = up(DocType.REPORT, "云岭省应急管理厅关于汛前安全检查情况的报告", List.of("省政府"), List.of(), List.of("甘长宁"), "邝",
                "恳请省政府从省级预备费中安排3200万元，用于更新预警设备，请予批准。\n特此报告。");

        assertThat(HINTS.of(report, 1)).extracting(Hint::ground).containsOnly(Ground.RET_05);
        assertThat(HINTS.of(report, 1).getFirst().seen()).contains("恳请");
    }

    @Test
    void aReportInOrderGetsNoHint() {
        assertThat(grounds(up(DocType.REPORT, "云岭省应急管理厅关于汛前检查情况的报告", List.of("省政府"), List.of(), List.of("甘长宁"), "邝", "特此报告。"), 1)).isEmpty();
    }

    @Test
    void aRequestWithSeveralAddresseesAndNobodyToCallIsPointedOut() {
        Particulars request = up(DocType.REQUEST, "关于某事的请示", List.of("省政府", "省委"), List.of(), List.of(), null, "妥否，请批示。");

        assertThat(grounds(request, 3)).containsExactlyInAnyOrder(Ground.RET_02, Ground.RET_04, Ground.RET_11, Ground.RET_15);
    }

    @Test
    void aBureauOfTheCountyDoesNotSkipALevelWhenItWritesToTheCountysOffice() {
        Particulars request = up(DocType.REQUEST, "关于某事的请示", List.of("县政府"), List.of(), List.of("甲"), "乙", "妥否，请批示。");

        assertThat(rules(COUNTY).of(request, COUNTY)).isEmpty();
        assertThat(HINTS.of(request, COUNTY)).containsExactly(new Hint(Ground.RET_02, GroundHints.Why.TIER, "sender", "云岭省应急管理厅"));
    }

    @Test
    void anInventedTypeIsPointedOut() {
        assertThat(grounds(up(DocType.OTHER, "关于经费的请示报告", List.of(), List.of(), List.of("甲"), "乙", ""), 1)).contains(Ground.RET_10);
    }
}
