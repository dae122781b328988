package org.sanban.collation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sanban.collation.GeneratedPaper.Block;
import org.sanban.pages.Refused;
import org.sanban.testing.Alongside;

@Alongside
class ProofReaderTests {

    private final ProofReader reader = new ProofReader(GeneratedProofsTests.LIMITS);

    @TempDir
    Path folder;

    @Test
    void theSamePaperSaysTheSameInAllThreeFormats() throws IOException {
        List<Block> blocks = GeneratedPaper.by(new Random(7)).blocks();
        String pdf = bare(read(PlainPrinting.pdf(blocks)));
        assertThat(bare(read(PlainPrinting.ofd(blocks)))).isEqualTo(pdf);
        assertThat(pdf).hasSameSizeAs(bare(read(PlainPrinting.docx(blocks)))).doesNotContain("—1—");
    }

    @Test
    void everyLineKnowsItsPage() throws IOException {
        ProofText text = read(PlainPrinting.pdf(Collections.nCopies(50, new Block(Element.BODY, 0, "一行文字。"))));
        assertThat(text.pages()).isEqualTo(3);
        assertThat(text.lines()).extracting(ProofText.Line::page).containsSubsequence(1, 2, 3);
        assertThat(text.lines().get(22)).isEqualTo(new ProofText.Line(2, 1, "　　一行文字。"));
    }

    @Test
    void blanksAndRadicalsOfPdfFilesAreNoDifferenceButPunctuationIs() {
        assertThat(Normal.of("⺠\u3000政\u00a0⻓\u200b⼀\uf9de\ufeff").characters()).isEqualTo("民政长一吏".codePoints().toArray());
        assertThat(Normal.of("，").characters()).isNotEqualTo(Normal.of(",").characters());
        assertThat(Collation.of(Reference.text("关于 2026年"), ProofText.typed("关于2026年\n")).none()).isTrue();
    }

    @Test
    void pageNumbersAreLeftOutAndFiguresOfATableAreNot() {
        List<List<ProofText.Line>> pages = List.of(page(1, "正文", "— 1 —"), page(2, "- 2 -", "12"), page(3, "第3页 共4页", "7"), page(4, "尾", "—4—"));
        assertThat(PageNumbers.without(pages)).extracting(ProofText.Line::text).containsExactly("正文", "12", "7", "尾");
        assertThat(PageNumbers.without(List.of(page(1, "正文", "5"), page(2, "续", "6")))).extracting(ProofText.Line::text).containsExactly("正文", "续");
    }

    @Test
    void whatStandsBesideOneAnotherOnThePageIsNotOutOfOrder() {
        Reference reference = Reference.of().piece(Element.NUMBER, "岭政〔2026〕7号").pieces(Element.SIGNERS, List.of("签发人：", "闻修远", "卓明川", "祝长青"))
                .flow(Element.TITLE, "云岭省人民政府关于商请支持的请示").flow(Element.BODY, "现将有关情况报告如下。").done();
        String proof = "签发人：闻修远 卓明川\n岭政〔2026〕7号 祝长青\n云岭省人民政府关于商请支持的请示\n现将有关情况报告如下。";
        assertThat(Collation.of(reference, ProofText.typed(proof)).none()).isTrue();
        assertThat(Collation.of(reference, ProofText.typed(proof.replace("卓明川", "卓明用"))).discrepancies()).singleElement()
                .satisfies(d -> assertThat(d.element()).isEqualTo(Element.SIGNERS)).satisfies(d -> assertThat(d.proof().words()).isEqualTo("用"));
    }

    @Test
    void anElementThatMayBeLeftOutIsComparedWhereItStands() {
        Reference reference = Reference.of().optional(Element.MARK, "云岭省人民政府办公厅").optional(Element.MARK, "文件").flow(Element.BODY, "正文如下，请遵照执行。")
                .piece(Element.SIGNATURE, "云岭省人民政府办公厅").optional(Element.IMPRINT, "云岭省人民政府办公厅").done();
        assertThat(Collation.of(reference, ProofText.typed("正文如下，请遵照执行。\n云岭省人民政府办公厅")).none()).isTrue();
        assertThat(Collation.of(reference, ProofText.typed("云岭省人民政府办公厅文件\n正文如下，请遵照执行。\n云岭省人民政府办公厅\n云岭省人民政府办公厅")).none()).isTrue();
        assertThat(Collation.of(reference, ProofText.typed("正文如下，请遵照执行。\n云岭省人民政府办公厅\n云岭省人民政府办公室")).discrepancies()).singleElement()
                .satisfies(d -> assertThat(d.kind()).isEqualTo(Kind.CHANGED));
    }

    @Test
    void aPictureOnlyPdfIsRefusedAndSoAreItsLikes() throws IOException {
        refused("picture", pictures(1));
        refused("picture", picture());
        refused("encrypted", locked());
        byte[] whole = PlainPrinting.pdf(GeneratedPaper.by(new Random(1)).blocks());
        refused("damaged", Arrays.copyOf("%PDF-1.7 torn".getBytes(StandardCharsets.US_ASCII), 400));
        refused("damaged", Arrays.copyOf(PlainPrinting.ofd(List.of(new Block(Element.BODY, 0, "正文"))), 300));
        refused("type", "只是文字".getBytes(StandardCharsets.UTF_8));
        refused("damaged", PlainPrinting.zip(Map.of("OFD.xml", "<OFD><DocBody><DocRoot>../../etc/passwd</DocRoot></DocBody></OFD>")));
        refused("bomb", PlainPrinting.zip(Map.of("OFD.xml", "<OFD>" + " ".repeat(70 << 20) + "</OFD>")));
        assertThat(read(whole).lines()).isNotEmpty();
    }

    @Test
    void aFileOfTwoThousandPagesIsRefusedWithoutReadingIt() throws IOException {
        try (PDDocument pdf = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (int n = 0; n < 2_000; n++) {
                pdf.addPage(new PDPage());
            }
            pdf.save(out);
            refused("pages", out.toByteArray());
        }
    }

    private void refused(String why, byte[] file) {
        assertThatThrownBy(() -> read(file)).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.objections().getFirst().code()).endsWith("refusal." + why));
    }

    private ProofText read(byte[] file) throws IOException {
        return reader.read(Files.write(folder.resolve("proof"), file));
    }

    private static String bare(ProofText text) {
        return text.text().replaceAll("[\\s\u3000]", "");
    }

    private static List<ProofText.Line> page(int page, String... lines) {
        return java.util.stream.IntStream.range(0, lines.length).mapToObj(n -> new ProofText.Line(page, n + 1, lines[n])).toList();
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    static byte[] pictures(int pages) throws IOException {
        try (PDDocument pdf = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (int n = 0; n < pages; n++) {
                PDPage page = new PDPage();
                pdf.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                    content.drawImage(LosslessFactory.createFromImage(pdf, new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB)), 0, 0);
                }
            }
            pdf.save(out);
            return out.toByteArray();
        }
    }

    private static byte[] locked() throws IOException {
        try (PDDocument pdf = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            pdf.addPage(new PDPage());
            pdf.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            pdf.save(out);
            return out.toByteArray();
        }
    }
}
