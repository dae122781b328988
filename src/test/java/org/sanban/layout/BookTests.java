package org.sanban.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

/** Running text with headings, contents and tables, for casebooks, circulars and reports. */
class BookTests {

    private final Typesetting typesetting = OpenFonts.typesetting();

    private final Book casebook = new Book("差错汇编", "2026年第1期", true, false, Stream.<Book.Part>concat(
            IntStream.rangeClosed(1, 12).boxed().flatMap(n -> Stream.<Book.Part>of(
                    new Book.Heading(1, "案例" + n + "　正文漏字"),
                    new Book.Heading(2, "（一）经过"),
                    new Book.Paragraph("某通知第" + n + "稿在排版时漏掉一个“不”字，意思全反。".repeat(9)),
                    new Book.Note("依据：《党政机关公文处理工作条例》第二十条。"))),
            Stream.of(new Book.Heading(1, "统计"), new Book.Table(
                    List.of("种类", "数量", "说明"),
                    IntStream.rangeClosed(1, 60).mapToObj(n -> List.of("漏", String.valueOf(n), "第" + n + "行：发生在校对环节，由首位读者发现，已当日改正并登记在册。")).toList(),
                    List.of()))).toList());

    @Test
    void theContentsNameThePageOnWhichEachHeadingStands() throws IOException {
        Sheet sheet = typesetting.set(casebook);
        byte[] pdf = typesetting.pdf(sheet, casebook.title());
        try (var document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            stripper.setEndPage(1);
            String contents = stripper.getText(document);
            for (int n = 1; n <= 12; n++) {
                int page = page(contents, "案例" + n + "　正文漏字");
                PDFTextStripper one = new PDFTextStripper();
                one.setStartPage(page);
                one.setEndPage(page);
                assertThat(one.getText(document)).contains("案例" + n + "　正文漏字");
            }
        }
    }

    @Test
    void theHeadOfATableStandsOnEachOfItsPages() {
        Sheet sheet = typesetting.set(casebook);
        long heads = sheet.pages().stream().flatMap(page -> page.runs().stream()).filter(run -> run.text().equals("种类")).count();
        assertThat(heads).isGreaterThan(1);
        assertThat(sheet.pages().stream().filter(page -> page.runs().stream().anyMatch(run -> run.text().contains("行：发生"))).count()).isEqualTo(heads);
    }

    @Test
    void theSameBookIsWrittenAsWordWithItsHeadingsInTheOutline() throws IOException {
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(typesetting.docx(casebook)))) {
            assertThat(word.getParagraphs().stream().filter(p -> "Heading1".equals(p.getStyle())).map(p -> p.getText())).hasSize(13).contains("统计");
            assertThat(word.getTables().getFirst().getRows()).hasSize(61);
        }
    }

    private static int page(String contents, String heading) {
        String line = contents.lines().filter(l -> l.replace(" ", "").startsWith(heading)).findFirst().orElseThrow();
        return Integer.parseInt(line.replaceAll("^.*[. ](\\d+)\\s*$", "$1"));
    }

    /** Strokes alone, so that they are in every format that has pages; nothing sticks out, and what is filled differently looks different without colour. */
    @Test
    void barsAndLinesAreDrawnInBlackWithinTheirPage() {
        List<Book.Bar> bars = List.of(new Book.Bar("漏　应有而缺", 1, "12"), new Book.Bar("一个长到要折行的差错类型名称，写在左边一栏里，不许伸进条形里去", 0.25, "3"), new Book.Bar("差", 0, "0"));
        List<Book.Point> points = IntStream.rangeClosed(1, 12).mapToObj(n -> new Book.Point(n % 2 == 0 ? "" : String.valueOf(n), n == 5 ? null : 1.0 * n, 2.0, 9.0)).toList();
        Sheet plain = typesetting.set(new Book("报表", null, List.of(new Book.Bars(Book.Hatch.EMPTY, bars))));
        Sheet slanted = typesetting.set(new Book("报表", null, List.of(new Book.Bars(Book.Hatch.SLANTED, bars))));
        Sheet crossed = typesetting.set(new Book("报表", null, List.of(new Book.Bars(Book.Hatch.CROSSED, bars), new Book.Trend(points, 0, 12, 6, "%.1f"))));
        assertThat(strokes(plain)).hasSize(12);
        assertThat(strokes(slanted).size()).isGreaterThan(strokes(plain).size());
        assertThat(strokes(crossed).size()).isGreaterThan(2 * strokes(slanted).size() - strokes(plain).size());
        assertThat(strokes(crossed)).allSatisfy(s -> {
            assertThat(s.ink()).isEqualTo(Ink.BLACK);
            assertThat(List.of(s.x1(), s.x2())).allMatch(x -> x > 10 && x < 200);
            assertThat(List.of(s.y1(), s.y2())).allMatch(y -> y > 10 && y < 287);
        });
        assertThat(points.stream().filter(Book.Point::beyond)).as("below 2 and above 9").hasSize(4);
        List<Run> text = crossed.pages().stream().flatMap(page -> page.runs().stream()).toList();
        assertThat(text).extracting(Run::text).contains("12", "6.0", "12.0");
    }

    private static List<Stroke> strokes(Sheet sheet) {
        return sheet.pages().stream().flatMap(page -> page.strokes().stream()).toList();
    }
}
