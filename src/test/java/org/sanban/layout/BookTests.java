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
}
