package org.sanban.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.sanban.layout.Printed.at;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sanban.testing.Alongside;

/** Ten papers as PDF and as OFD, each read back out of its file: every place within half a millimetre of GB/T 9704-2012 (domain.md §4). */
@Alongside
class TenLayoutsTests {

    private static final double LEFT = 28;
    private static final double TOP = 37;
    private static final double RIGHT = 184;
    private static final double BOTTOM = 262;
    private static final double CHARACTER = 156.0 / 28;
    private static final double LINE = 225.0 / 22;
    private static final double SIZE = 16 * 25.4 / 72;

    private static final Typesetting TYPESETTING = OpenFonts.typesetting();

    /** domain.md §4.4: lines of a title break between words. */
    @ParameterizedTest
    @CsvSource({
        "云岭省人民政府办公厅关于2026年第二季度办文办会办事差错情况的通报, 2026年第二季度",
        "云岭省人民政府办公厅关于组织做好第三次全国土壤普查工作的通知, 第三次",
        "云岭省人民政府办公厅关于省发展改革委等4部门联合督查情况的通报, 4部门",
        "云岭省人民政府办公厅转发云岭省数字政务局关于推进工作的通知, 云岭省"})
    void aTitleBreaksBetweenWordsAndNeverBetweenANumberAndWhatItCounts(String title, String whole) {
        Words words = Words.of(title, List.of(Figures.read(null).text("words.particles").split(" ")), "关于");
        for (int at = title.lastIndexOf(whole) + 1; at < title.lastIndexOf(whole) + whole.length(); at++) {
            boolean yearEnds = title.charAt(at - 1) == '年';
            assertThat(words.mayBreak(at) && !yearEnds).as(title.substring(0, at) + "/" + title.substring(at)).isFalse();
        }
        assertThat(words.mayBreak(title.indexOf("关于"))).isTrue();
    }

    @Test
    void aNotice() {
        both(TenPapers.notice(), p -> {
            at(p.of(1, "云岭省人民政府办公厅文件").stream().mapToDouble(Printed.Sign::top).min().orElseThrow(), TOP + 35);
            at(p.middle(1, "云岭省人民政府办公厅文件"), (LEFT + RIGHT) / 2);
            at(p.first(1, "000001").upper(), slot(1));
            at(p.first(1, "特急").upper(), slot(2));
            at(p.first(1, "特急").x(), LEFT);
            Printed.Sign number = p.first(1, "云政办发〔2026〕36号");
            at(p.middle(1, "云政办发〔2026〕36号"), (LEFT + RIGHT) / 2);
            double markEnd = p.of(1, "云岭省人民政府办公厅文件").stream().mapToDouble(Printed.Sign::foot).max().orElseThrow();
            assertThat(number.upper() - markEnd).isBetween(2 * LINE, 3 * LINE + SIZE);
            p.line(1, LEFT, RIGHT, number.lower() + 4, 0.35);
            Printed.Sign title = p.first(1, "关于做好");
            at(p.first(1, "云岭省人民政府办公厅关于").size(), 22 * 25.4 / 72);
            at(title.base() - p.first(1, "云岭省人民政府办公厅关于").base(), LINE);
            at(p.first(1, "云岭省人民政府办公厅关于").upper(), number.upper() + 3 * LINE - (22 - 16) * 25.4 / 72 / 2);
            at(p.first(1, "各市、州").x(), LEFT);
            at(p.first(1, "各市、州").upper(), number.upper() + 6 * LINE);
            at(p.first(1, "为深入").x(), LEFT + 2 * CHARACTER);
            at(p.first(1, "为深入").upper(), p.first(1, "各市、州").upper() + LINE);
            at(p.last(1, "知如").right(), RIGHT);
            at(p.first(1, "—").x(), RIGHT - CHARACTER - Lines.width(letters("— 1 —")));
            at((p.first(1, "—").top() + p.first(1, "—").foot()) / 2, BOTTOM + 7);
            at(p.first(2, "—").x(), LEFT + CHARACTER);
            at(p.first(2, "附件：").x(), LEFT + 2 * CHARACTER);
            at(p.last(2, "2026年11月28日").right(), RIGHT - 4 * CHARACTER);
            at(p.middle(2, TenPapers.OFFICE), p.middle(2, "2026年11月28日"));
            at(p.first(2, "2026年11月28日").base() - p.first(2, TenPapers.OFFICE).base(), LINE);
            at(p.first(2, "（此件").upper(), p.first(2, "2026年11月28日").upper() + LINE);
            at(p.first(2, "（此件").x(), LEFT + 2 * CHARACTER);
            p.line(2, LEFT, RIGHT, BOTTOM, 0.35);
            p.line(2, LEFT, RIGHT, BOTTOM - 0.9 * LINE, 0.25);
            p.line(2, LEFT, RIGHT, BOTTOM - 2.7 * LINE, 0.35);
            at(p.first(2, "抄送").x(), LEFT + CHARACTER);
            at(p.first(2, "抄送").size(), 14 * 25.4 / 72);
            at(p.last(2, "28日印发").right(), RIGHT - CHARACTER);
        });
        Sheet sheet = TYPESETTING.set(TenPapers.notice());
        Seal seal = sheet.pages().getLast().seals().getFirst();
        Printed p = PdfReader.read(TYPESETTING.pdf(sheet, ""));
        at(seal.x() + seal.width() / 2, p.middle(2, "2026年11月28日"));
        assertThat(seal.y()).isBetween(p.first(2, "附件：").lower(), p.first(2, "附件：").lower() + 2 * LINE - SIZE);
        assertThat(seal.y() + seal.height()).isGreaterThan(p.first(2, "2026年11月28日").lower());
    }

    @Test
    void aPaperThatGoesUpwardHasItsNumberOnTheLineOfTheLastSigner() {
        both(TenPapers.upward(), p -> {
            at(p.first(1, "云政〔2026〕18号").x(), LEFT + CHARACTER);
            at(p.first(1, "云政〔2026〕18号").base(), p.first(1, "霍润田").base());
            at(p.first(1, "霍润田").x(), p.first(1, "闻修远").x());
            at(p.last(1, "祝长青").right(), RIGHT - CHARACTER);
            at(p.last(1, "签发人：").right(), p.first(1, "闻修远").x());
            p.line(1, LEFT, RIGHT, p.first(1, "霍润田").lower() + 4, 0.35);
        });
    }

    @Test
    void aLongTitleStandsOnThreeLinesWithItsWordsWhole() {
        both(TenPapers.longTitle(), p -> {
            double size = 22 * 25.4 / 72;
            Map<Double, List<Printed.Sign>> lines = new java.util.TreeMap<>(p.signs().stream()
                    .filter(s -> s.page() == 1 && Math.abs(s.size() - size) < 0.05).collect(java.util.stream.Collectors.groupingBy(s -> Math.rint(s.base()))));
            assertThat(lines).hasSize(3);
            lines.values().forEach(line -> at((line.getFirst().x() + line.getLast().right()) / 2, (LEFT + RIGHT) / 2));
            String shown = lines.values().stream().map(line -> line.stream().map(Printed.Sign::text).collect(java.util.stream.Collectors.joining()))
                    .collect(java.util.stream.Collectors.joining("/"));
            for (String word : List.of("云岭省", "办公厅", "物流", "枢纽", "高质量", "发展", "行动", "方案", "2026—2028年", "通知")) {
                assertThat(shown).contains(word);
            }
        });
    }

    @Test
    void recipientsThatLeaveTheFirstPageNoRoomForTheBodyStandInTheImprint() {
        both(TenPapers.manyRecipients(), p -> {
            assertThat(p.text(1)).contains("为深入贯彻").doesNotContain("管理委员会");
            at(p.first(p.pages(), "主送：").x(), LEFT + CHARACTER);
            at(p.first(p.pages(), "抄送：").base() - p.last(p.pages(), "第40管理委员会。").base(), 0.9 * LINE);
            assertThat(p.lines().stream().filter(line -> line.page() == p.pages())).hasSize(3);
        });
        assertThat(TYPESETTING.set(TenPapers.manyRecipients()).notes()).contains("layout.note.recipients-in-imprint");
    }

    @Test
    void jointSealsStandThreeInARowAndNeitherTouchNorLeaveTheTypeArea() {
        Sheet sheet = TYPESETTING.set(TenPapers.joint());
        List<Seal> seals = sheet.pages().get(1).seals();
        assertThat(seals).hasSize(4);
        assertThat(seals.stream().collect(java.util.stream.Collectors.groupingBy(Seal::y)).values()).allSatisfy(row -> assertThat(row).hasSizeLessThanOrEqualTo(3));
        for (Seal a : seals) {
            assertThat(a.x()).isGreaterThanOrEqualTo(LEFT - Printed.EXACT);
            assertThat(a.x() + a.width()).isLessThanOrEqualTo(RIGHT + Printed.EXACT);
            seals.stream().filter(b -> b != a).forEach(b -> assertThat(Math.hypot(a.x() - b.x(), a.y() - b.y())).isGreaterThan(a.width()));
        }
        both(TenPapers.joint(), p -> {
            for (Seal seal : seals) {
                at(p.middle(2, seal.whose()), seal.x() + seal.width() / 2);
                assertThat(p.first(2, seal.whose()).base()).isBetween(seal.y() + seal.height() / 3, seal.y() + seal.height());
            }
            at(p.middle(2, "2026年3月5日"), p.middle(2, "云岭省商务厅"));
            assertThat(p.first(2, "2026年3月5日").base()).isLessThan(seals.getLast().y() + seals.getLast().height());
            double[] names = TenPapers.joint().markNames().stream().mapToDouble(name -> p.first(1, name).base()).toArray();
            at(p.of(1, TenPapers.joint().markNames().getFirst()).stream().mapToDouble(Printed.Sign::top).min().orElseThrow(), TOP + 35);
            at(p.first(1, "文件").base(), (names[0] + names[3]) / 2);
        });
    }

    @Test
    void aLetterOfTwoPages() {
        both(TenPapers.letter(), p -> {
            assertThat(p.pages()).isEqualTo(2);
            at(p.of(1, TenPapers.OFFICE).stream().mapToDouble(Printed.Sign::top).min().orElseThrow(), 30);
            double markEnd = p.of(1, TenPapers.OFFICE).stream().mapToDouble(Printed.Sign::foot).max().orElseThrow();
            p.line(1, 20, 190, markEnd + 4 + 0.5, 1.0);
            p.line(1, 20, 190, 297 - 20 - 0.5, 1.0);
            double lineEnd = p.lines().stream().filter(l -> l.page() == 1 && l.y1() < 100).mapToDouble(l -> l.y1() + l.width() / 2).max().orElseThrow();
            at(p.first(1, "云政办函").upper(), lineEnd + 0.875 * SIZE);
            at(p.last(1, "112号").right(), RIGHT);
            at(p.first(1, "加急").upper(), p.first(1, "云政办函").upper());
            at(p.first(1, "加急").x(), LEFT);
            assertThat(p.first(1, "关于同意").upper() - p.first(1, "加急").lower()).isBetween(1.5 * LINE, 2.6 * LINE + SIZE);
            assertThat(p.text(1)).doesNotContain("— 1 —");
            assertThat(p.text(2)).contains("— 2 —");
            assertThat(p.lines()).allSatisfy(line -> assertThat(line.page()).isEqualTo(1));
            at(p.first(2, "抄送").lower(), BOTTOM - (0.9 * LINE - 14 * 25.4 / 72) / 2);
        });
    }

    @Test
    void minutesListFortyPersonsUnderEachOther() {
        both(TenPapers.minutes(), p -> {
            at(p.of(1, "常务会议纪要").stream().mapToDouble(Printed.Sign::top).min().orElseThrow(), TOP + 35);
            at(p.first(2, "出席：").x(), LEFT + 2 * CHARACTER);
            List<String> names = List.of(TenPapers.minutes().rolls().getFirst().names().split("　"));
            assertThat(names).hasSize(40);
            double start = p.first(2, "出席：").x() + 3 * CHARACTER;
            for (String name : names) {
                List<Printed.Sign> signs = p.of(2, name);
                at(signs.getLast().base(), signs.getFirst().base());
                assertThat(signs.getFirst().x()).isGreaterThan(start - Printed.EXACT);
            }
            assertThat(names.stream().filter(name -> Math.abs(p.first(2, name).x() - start) < Printed.EXACT).count()).isEqualTo(8);
        });
        assertThat(TYPESETTING.set(TenPapers.minutes()).pages()).allSatisfy(page -> assertThat(page.seals()).isEmpty());
    }

    @Test
    void aDateLongerThanTheNameKeepsItsIndentAndTheNameGivesWay() {
        both(TenPapers.longDate(), p -> {
            at(p.last(1, "2026年11月28日").right(), RIGHT - 2 * CHARACTER);
            at(p.first(1, "省府办").x(), RIGHT - 2 * CHARACTER - 7 * CHARACTER - 2 * CHARACTER);
        });
    }

    @Test
    void aWideTableLiesOnItsSideWithItsHeadAtTheLeftAndThePageNumberWhereItIs() {
        both(TenPapers.across(), p -> {
            Printed.Sign mark = p.first(3, "附件");
            assertThat(mark.upwards()).isTrue();
            at(mark.x(), LEFT + (LINE - SIZE) / 2 + Drawing.BASE * SIZE);
            at(mark.base(), BOTTOM);
            at(p.first(3, "—").x(), RIGHT - CHARACTER - Lines.width(letters("— 3 —")));
            at(p.first(4, "—").x(), LEFT + CHARACTER);
            assertThat(p.text(4)).startsWith("序号");
            assertThat(p.lines().stream().filter(l -> l.page() == 4)).allSatisfy(line -> {
                assertThat(Math.min(line.x1(), line.x2())).isBetween(LEFT - 0.1, RIGHT);
                assertThat(Math.max(line.y1(), line.y2())).isBetween(TOP, BOTTOM + 0.1);
            });
        });
        assertThat(TYPESETTING.set(TenPapers.across()).pages()).allSatisfy(page -> assertThat(page.width()).isEqualTo(210));
    }

    @Test
    void aSealThatFindsNoRoomDrawsTheLinesCloserAndNeverStandsAlone() {
        Sheet sheet = TYPESETTING.set(TenPapers.noRoom());
        assertThat(sheet.notes()).containsAnyOf("layout.note.lines-closer", "layout.note.lines-carried");
        Page page = sheet.pages().stream().filter(one -> !one.seals().isEmpty()).findFirst().orElseThrow();
        assertThat(page.seals().getFirst().y() + 42).isLessThan(BOTTOM + Printed.EXACT);
        assertThat(page.runs().stream().filter(run -> run.place().element().equals("body")).count()).isGreaterThanOrEqualTo(2);
        Seal seal = page.seals().getFirst();
        both(TenPapers.noRoom(), p -> {
            int on = page.number();
            assertThat(p.first(on, TenPapers.OFFICE).base()).isLessThan(BOTTOM);
            at(p.last(on, "2026年11月28日").right(), RIGHT - 4 * CHARACTER);
            at(p.middle(on, TenPapers.OFFICE), p.middle(on, "2026年11月28日"));
            at(seal.x() + seal.width() / 2, p.middle(on, "2026年11月28日"));
            assertThat(seal.y() + seal.height()).isGreaterThan(p.first(on, "2026年11月28日").lower());
            double body = page.runs().stream().filter(run -> run.place().element().equals("body")).mapToDouble(Run::y).max().orElseThrow();
            assertThat(seal.y()).as("the seal begins within a line of the body").isBetween(body, body + LINE + SIZE);
        });
    }

    /** Not among the ten of §4.7: the order with the stamp of its head (§4.4, §4.6). */
    @Test
    void anOrderBearsItsNumberUnderTheMarkAndTheStampOfItsHead() {
        Paper order = TenPapers.order();
        Sheet sheet = TYPESETTING.set(order);
        Seal stamp = sheet.pages().getFirst().seals().getFirst();
        both(order, p -> {
            List<Printed.Sign> mark = p.of(1, "云岭省人民政府令");
            at(mark.stream().mapToDouble(Printed.Sign::top).min().orElseThrow(), TOP + 20);
            at(p.middle(1, "云岭省人民政府令"), (LEFT + RIGHT) / 2);
            Printed.Sign number = p.first(1, "第128号");
            at(p.middle(1, "第128号"), (LEFT + RIGHT) / 2);
            assertThat(number.upper() - mark.stream().mapToDouble(Printed.Sign::foot).max().orElseThrow()).isBetween(2 * LINE, 3 * LINE + SIZE);
            at(p.first(1, "《云岭省").upper(), number.upper() + 3 * LINE);
            at(p.first(1, "《云岭省").x(), LEFT + 2 * CHARACTER);
            at(stamp.x() + stamp.width(), RIGHT - 4 * CHARACTER);
            at(p.last(1, "省长").right(), stamp.x() - 2 * CHARACTER);
            at((p.first(1, "省长").upper() + p.first(1, "省长").lower()) / 2, stamp.y() + stamp.height() / 2);
            at(p.last(1, "2026年11月28日").right(), RIGHT - 4 * CHARACTER);
            assertThat(p.first(1, "2026年11月28日").upper() - stamp.y() - stamp.height()).isBetween(LINE / 2, 2 * LINE);
            assertThat(stamp.y() - p.first(1, "施行。").lower()).isBetween(2 * LINE - SIZE, 3 * LINE);
        });
    }

    @Test
    void aWordFileHasTheGridThePageAndTheIndents() throws IOException {
        for (Paper paper : TenPapers.all().values()) {
            try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(TYPESETTING.docx(paper)))) {
                var section = word.getDocument().getBody().getSectPr();
                assertThat(mm(section.getPgMar().getTop())).isCloseTo(TOP, within(0.1));
                assertThat(mm(section.getPgMar().getLeft())).isCloseTo(LEFT, within(0.1));
                assertThat(mm(section.getPgSz().getW()) - mm(section.getPgMar().getRight())).isCloseTo(RIGHT, within(0.1));
                assertThat(mm(section.getPgSz().getH()) - mm(section.getPgMar().getBottom())).isCloseTo(BOTTOM, within(0.1));
                assertThat(mm(section.getDocGrid().getLinePitch())).isCloseTo(LINE, within(0.05));
                assertThat(22 * mm(section.getDocGrid().getLinePitch())).isLessThan(225);
                assertThat(section.getDocGrid().getType().toString()).isEqualTo("lines");
                var body = word.getParagraphs().stream().filter(p -> p.getText().matches("(?s)(为深入|各地区).*")).findFirst().orElseThrow();
                assertThat(body.getCTP().getPPr().getInd().getFirstLineChars().intValue()).isEqualTo(200);
                assertThat(mm(body.getCTP().getPPr().getInd().getFirstLine())).isCloseTo(2 * CHARACTER, within(0.1));
                if (!paper.copies().isEmpty()) {
                    var foot = word.getParagraphs().stream().filter(p -> p.getCTP().getPPr().isSetFramePr() && !p.getText().equals(paper.markNames().getFirst())).toList();
                    assertThat(foot.getFirst().getText()).startsWith(paper.recipients().length() > 200 ? "主送" : "抄送");
                    assertThat(foot.getLast().getText().strip()).contains(paper.printed());
                }
            }
        }
    }

    @Test
    void whatIsPrintedIsTheWholeTextAndNothingElse() {
        for (Paper paper : TenPapers.all().values()) {
            both(paper, p -> {
                StringBuilder printed = new StringBuilder();
                for (int page = 1; page <= p.pages(); page++) {
                    printed.append(p.text(page).replaceAll("— \\d+ —", ""));
                }
                paper.body().forEach(block -> assertThat(printed.toString()).contains(((Paper.Text) block).text()));
                assertThat(printed.toString()).contains(paper.title()).contains(paper.number());
            });
        }
    }

    @Test
    void aCharacterThatNoFontHasStopsTheRenderingWithItsPlace() {
        Paper paper = Paper.of(Paper.Format.LETTER).title("关于文字的函").body(List.of(new Paper.Text("第一段。", 0, 0, 0), new Paper.Text("某\uE123字。", 0, 0, 5))).build();
        assertThatThrownBy(() -> TYPESETTING.set(paper)).isInstanceOfSatisfying(GlyphMissing.class, missing -> {
            assertThat(missing.character()).isEqualTo(0xE123);
            assertThat(missing.place()).isEqualTo(new Place("body", 6));
        });
    }

    private static void both(Paper paper, Consumer<Printed> holds) {
        Sheet sheet = TYPESETTING.set(paper);
        holds.accept(PdfReader.read(TYPESETTING.pdf(sheet, paper.title())));
        holds.accept(OfdReader.read(TYPESETTING.ofd(sheet, paper.title())));
    }

    /** Where the upper edge of a character of the body stands on the n-th line of the type area. */
    private static double slot(int n) {
        return TOP + (n - 1) * LINE + (LINE - SIZE) / 2;
    }

    private static List<Letter> letters(String text) {
        Figures figures = Figures.read(null);
        return new Casting(OpenFonts.get(), figures).letters(text, Type.plain(org.sanban.layout.fonts.FontRole.SONG, 14), "page");
    }

    private static double mm(Object twips) {
        return Double.parseDouble(twips.toString()) / 20 * 25.4 / 72;
    }
}
