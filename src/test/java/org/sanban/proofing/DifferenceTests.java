package org.sanban.proofing;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sanban.testing.Alongside;

@Alongside
class DifferenceTests {

    private static final String OTHERS = "的地得在再做作以已象像座坐账帐须需制治致至份分量辆";
    private static final String LINE = "请结合职责对《办法》的必要性、可行性提出意见，并说明依据。";

    @Test
    void equalTextsDoNotDiffer() {
        assertThat(Difference.between(LINE, LINE).none()).isTrue();
        assertThat(Difference.between("", "").none()).isTrue();
    }

    @Test
    void thirtyCorrectionsInADraftOfThreeThousandCharactersComeBackAsExactlyThose() {
        String draft = Bodies.draft(3000);
        for (int seed = 0; seed < 100; seed++) {
            Corrected corrected = correct(draft, 30, new Random(seed));
            Difference found = Difference.between(draft, corrected.text());
            assertThat(applied(found)).as("seed %d", seed).isEqualTo(corrected.text());
            assertThat(found.changes()).as("seed %d: %s", seed, told(found)).hasSize(30);
            for (int n = 0; n < 30; n++) {
                int at = corrected.at().get(n);
                assertThat(at).as("seed %d, change %d", seed, n).isBetween(found.changes().get(n).from() - 4, found.changes().get(n).to() + 4);
            }
        }
    }

    @Test
    void correctionsAtTheBeginningAndTheEndOfLinesAreCounted() {
        String was = "一、明确时限\n二、同步推进。\n| 雾山州 | 397 |\n特此报告";
        String is = "一、明确时限。\n二、同部推进。\n| 雾山州 | 379 |\n特此报告。";
        assertThat(told(Difference.between(was, is))).containsExactly("+。", "步>部", "97>79", "+。");
    }

    @Test
    void twoSwappedCharactersAreOneChange() {
        assertThat(told(Difference.between("加强督查检工作", "加强督检查工作"))).containsExactly("查检>检查");
        assertThat(told(Difference.between("做好督促检查工作", "做好检查督促工作"))).containsExactly("督促检查>检查督促");
    }

    @Test
    void twoCorrectionsWithASoundCharacterBetweenThemStayTwo() {
        assertThat(told(Difference.between("以经做在安排", "已经作再安排"))).containsExactly("以>已", "做在>作再");
        assertThat(told(Difference.between("座到应收尽收", "做到因收尽收"))).containsExactly("座>做", "应>因");
    }

    @Test
    void aMissingCharacterBesideTheSameCharacterIsOneChange() {
        assertThat(told(Difference.between("人人有责", "人人人有责"))).containsExactly("+人");
        assertThat(told(Difference.between("常态化常抓", "常态化化常抓"))).containsExactly("+化");
        assertThat(told(Difference.between("积极极推进", "积极推进"))).containsExactly("-极");
    }

    @Test
    void aWordReplacedByAnotherIsOneChange() {
        assertThat(told(Difference.between("进一步加强管理", "进一步强化管理"))).containsExactly("加强>强化");
        assertThat(told(Difference.between("要立即部署落实到位", "要尽快部署落实到位"))).containsExactly("立即>尽快");
    }

    @Test
    void charactersBeyondTheBasicPlaneAreNeverSplit() {
        Difference found = Difference.between("𠮷野家𠀋甲", "𠮸野家𠀌甲");
        assertThat(told(found)).containsExactly("𠮷>𠮸", "𠀋>𠀌");
        assertThat(found.changes().getFirst().to()).isEqualTo(2);
        assertThat(applied(found)).isEqualTo("𠮸野家𠀌甲");
    }

    @Test
    void aParagraphPutInOrTakenOutIsOneChangeWithItsLineBreak() {
        String was = "第一段讲目标。\n第二段讲措施。\n第三段讲要求。";
        assertThat(told(Difference.between(was, "第一段讲目标。\n第三段讲要求。"))).containsExactly("-第二段讲措施。\n");
        assertThat(told(Difference.between("第一段讲目标。\n第三段讲要求。", was))).containsExactly("+第二段讲措施。\n");
        assertThat(told(Difference.between(was, "第一段讲目标。\n第二段讲措施。"))).containsExactly("-\n第三段讲要求。");
        assertThat(told(Difference.between("第一段讲目标。", "\n第一段讲目标。"))).containsExactly("+\n");
    }

    @Test
    void aMovedParagraphIsKnownAtBothPlaces() {
        Difference found = Difference.between("甲段讲明确时限。\n乙段讲同步推进。\n丙段讲强化运用。", "乙段讲同步推进。\n丙段讲强化运用。\n甲段讲明确时限。");
        assertThat(found.changes()).hasSize(2).allMatch(Change::moved).allMatch(change -> change.kind() == Guess.WORDING);
    }

    @Test
    void aParagraphThatWasSplitDiffersByItsLineBreakOnly() {
        Difference found = Difference.between(LINE + "感谢你单位的支持。\n附件", LINE + "\n感谢你单位的支持。\n附件");
        assertThat(told(found)).containsExactly("+\n");
        assertThat(found.changes().getFirst().kind()).isEqualTo(Guess.FORMAT);
    }

    @Test
    void aParagraphInsertedAmongCorrectedOnesDoesNotBlurThem() {
        String was = Bodies.all().get(6);
        String is = was.replace("不超过3个工作日", "不超过5个工作日").replace("\n二、", "\n新增一条，各处室要逐级压实责任。\n二、").replace("串联", "串连");
        assertThat(told(Difference.between(was, is))).containsExactly("3>5", "+新增一条，各处室要逐级压实责任。\n", "联>连");
    }

    @Test
    void applyingTheChangesToTheOldTextGivesTheNewOneWhateverWasDone() {
        Random random = new Random(7);
        for (int n = 0; n < 3000; n++) {
            String was = scramble(random, "甲乙丙，。\n\n1A𠮷", random.nextInt(40));
            String is = random.nextBoolean() ? scramble(random, "甲乙丙，。\n\n1A𠮷", random.nextInt(40)) : cut(was, random);
            Difference found = Difference.between(was, is);
            assertThat(applied(found)).isEqualTo(is);
            assertThat(found.changes()).allMatch(change -> !change.was().equals(change.is()));
            assertThat(found.runs().stream().filter(run -> run.state() != Run.State.INSERTED).map(Run::text).collect(Collectors.joining())).isEqualTo(was);
            assertThat(side(found, true)).isEqualTo(was.replace("\n", ""));
            assertThat(side(found, false)).isEqualTo(is.replace("\n", ""));
        }
    }

    @Test
    void theKindIsGuessedFromWhatWasChanged() {
        assertThat(kind("工作以经完成", "工作已经完成")).isEqualTo(Guess.WRONG);
        assertThat(kind("加强督查检工作", "加强督检查工作")).isEqualTo(Guess.WRONG);
        assertThat(kind("共12834件", "共56789件")).isEqualTo(Guess.WRONG);
        assertThat(kind("认真贯落实", "认真贯彻落实")).isEqualTo(Guess.MISSING);
        assertThat(kind("认真贯彻彻落实", "认真贯彻落实")).isEqualTo(Guess.EXTRA);
        assertThat(kind("工作。", "工作；")).isEqualTo(Guess.PUNCTUATION);
        assertThat(kind("能并联的不串联，\n涉及多个部门", "能并联的不串联。涉及多个部门")).isEqualTo(Guess.PUNCTUATION);
        assertThat(kind("办文、办会办事", "办文、办会、办事")).isEqualTo(Guess.PUNCTUATION);
        assertThat(kind("共 12 件", "共12 件")).isEqualTo(Guess.FORMAT);
        assertThat(kind("共１２件", "共12件")).isEqualTo(Guess.FORMAT);
        assertThat(Difference.between("(1)有关要求", "（1）有关要求").changes()).hasSize(2).allMatch(change -> change.kind() == Guess.FORMAT);
        assertThat(kind("1、有关要求", "1.有关要求")).isEqualTo(Guess.FORMAT);
        assertThat(kind("请抓紧时间报送材料", "请于本周内报送材料")).isEqualTo(Guess.WORDING);
    }

    @Test
    void figuresBodiesNegationsAndLongChangesAreSubstantive() {
        assertThat(substantive("投入12.8亿元", "投入128亿元")).isTrue();
        assertThat(substantive("2026年4月2日前", "2026年4月3日前")).isTrue();
        assertThat(substantive("由省财政厅负责", "由省水利厅负责")).isTrue();
        assertThat(substantive("同意列入", "不同意列入")).isTrue();
        assertThat(substantive("请认真贯彻落实", "请认真贯彻落实并抓好宣传")).isTrue();
        assertThat(substantive("工作以经完成", "工作已经完成")).isFalse();
        assertThat(substantive("进一步做好", "进一步作好")).isFalse();
        assertThat(substantive("由云岭港务集团负责", "由云岭机场集团负责")).isFalse();
        Difference known = Difference.between(
                "由云岭港务集团负责", "由云岭机场集团负责", ProofWords.standard().knowing(List.of("云岭港务集团")));
        assertThat(known.substantive()).isTrue();
    }

    @Test
    void aLineBesideItsLine() {
        List<Row> rows = Difference.between("甲段落。\n乙段落很长。\n丙段落。", "甲段落。\n乙段落很短。\n新增的段落。\n丙段落。").rows();
        assertThat(rows).extracting(Row::changed).containsExactly(false, true, true, false);
        assertThat(rows.get(2).before()).isNull();
    }

    @Test
    void longTextsAreComparedQuickly() {
        String draft = Bodies.draft(100_000);
        String corrected = correct(draft, 200, new Random(1)).text();
        String oneLine = draft.replace("\n", "");
        assertThat(Difference.between(draft, corrected).changes()).hasSize(200);
        within(2000, draft, corrected);
        within(2000, oneLine, corrected.replace("\n", ""));
        within(2000, draft, new StringBuilder(draft).reverse().toString());
        within(2000, scramble(new Random(1), LINE, 50_000), scramble(new Random(2), LINE, 50_000));
        within(2000, draft, draft.replace("，", ","));
        within(2000, "", draft);
    }

    /** The processor's time, so that a busy machine does not matter. */
    private static void within(int millis, String was, String is) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Difference found = Difference.between(was, is);
        Duration took = Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
        assertThat(applied(found)).isEqualTo(is);
        assertThat(took).isLessThan(Duration.ofMillis(millis));
    }

    static String applied(Difference difference) {
        StringBuilder text = new StringBuilder(difference.before());
        difference.changes().reversed().forEach(change -> text.replace(change.from(), change.to(), change.is()));
        difference.changes().forEach(change ->
                assertThat(difference.after().substring(change.newFrom(), change.newTo())).isEqualTo(change.is()));
        return text.toString();
    }

    private static List<String> told(Difference difference) {
        return difference.changes().stream()
                .map(c -> c.was().isEmpty() ? "+" + c.is() : c.is().isEmpty() ? "-" + c.was() : c.was() + ">" + c.is())
                .toList();
    }

    private static String side(Difference difference, boolean old) {
        return difference.rows().stream().map(row -> old ? row.before() : row.after()).filter(runs -> runs != null)
                .map(runs -> runs.stream().map(Run::text).collect(Collectors.joining())).collect(Collectors.joining());
    }

    private static Guess kind(String was, String is) {
        Difference found = Difference.between(was, is);
        assertThat(found.changes()).as(told(found).toString()).hasSize(1);
        return found.changes().getFirst().kind();
    }

    private static boolean substantive(String was, String is) {
        return Difference.between(was, is).substantive();
    }

    private record Corrected(String text, List<Integer> at) {}

    /** Corrections of every kind, at least four characters from one another, a third of them where lines begin or end. */
    private static Corrected correct(String draft, int count, Random random) {
        TreeMap<Integer, Boolean> places = new TreeMap<>();
        while (places.size() < count) {
            int at = random.nextInt(draft.length() - 2);
            if (random.nextInt(3) == 0) {
                int line = draft.indexOf('\n', at);
                at = line < 0 ? at : random.nextBoolean() ? line - 2 : line + 1;
            }
            boolean free = at >= 0 && places.subMap(at - 6, at + 7).isEmpty();
            if (free && at + 2 <= draft.length() && draft.substring(at, at + 2).indexOf('\n') < 0) {
                places.put(at, true);
            }
        }
        StringBuilder text = new StringBuilder(draft);
        for (int at : places.descendingKeySet()) {
            correct(text, at, random);
        }
        return new Corrected(text.toString(), new ArrayList<>(places.keySet()));
    }

    private static void correct(StringBuilder text, int at, Random random) {
        char here = text.charAt(at);
        char next = text.charAt(at + 1);
        char other = OTHERS.charAt(random.nextInt(OTHERS.length()));
        switch (random.nextInt(6)) {
            case 0 -> text.deleteCharAt(at);
            case 1 -> text.insert(at, here);
            case 2 -> text.insert(at + 1, other);
            case 3 -> text.replace(at, at + 2, here == next ? "更正" : "" + next + here);
            case 4 -> text.setCharAt(at, "，。；、：".indexOf(here) >= 0 ? (here == '，' ? '、' : '，') : here == other ? '某' : other);
            default -> text.setCharAt(at, here == other ? '某' : other);
        }
    }

    private static String scramble(Random random, String from, int length) {
        int[] alphabet = from.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        for (int n = 0; n < length; n++) {
            text.appendCodePoint(alphabet[random.nextInt(alphabet.length)]);
        }
        return text.toString();
    }

    private static String cut(String was, Random random) {
        int[] old = was.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        for (int c : old) {
            if (random.nextInt(6) > 0) {
                text.appendCodePoint(c);
            }
            if (random.nextInt(8) == 0) {
                text.append("\n甲，".charAt(random.nextInt(3)));
            }
        }
        return text.toString();
    }
}
