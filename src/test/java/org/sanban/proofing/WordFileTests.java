package org.sanban.proofing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.sanban.pages.Refused;
import org.sanban.testing.Alongside;

@Alongside
class WordFileTests {

    private static final String NS = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    private final WordFile word = new WordFile(new WordLimits(1000, 20L << 20, 200_000));

    @Test
    void aWholePaperIsSortedByItsElements() throws IOException {
        WordParts parts = word.read(docx(
                "云岭省人民政府办公厅文件", "岭政办发〔2026〕21号", "云岭省人民政府办公厅关于压缩文稿会议纪要和",
                "重要新闻稿报审时间的通知", "各市（州）人民政府办公室，省直各部门办公室：", "　　为进一步提高质量，现通知如下。",
                "一、明确时限。一般文稿不超过3个工作日。", "特此通知。", "", "附件：1.报审事项时限表", "2.责任分工", "",
                "云岭省人民政府办公厅", "2026年3月17日", "（此件公开发布）", "附件1", "报审事项时限表", "抄送：省委办公厅。",
                "云岭省人民政府办公厅 2026年3月18日印发"));
        assertThat(parts.head()).containsExactly("云岭省人民政府办公厅文件", "岭政办发〔2026〕21号");
        assertThat(parts.title()).isEqualTo("云岭省人民政府办公厅关于压缩文稿会议纪要和重要新闻稿报审时间的通知");
        assertThat(parts.mainRecipients()).isEqualTo("各市（州）人民政府办公室，省直各部门办公室");
        assertThat(parts.body()).isEqualTo("为进一步提高质量，现通知如下。\n一、明确时限。一般文稿不超过3个工作日。\n特此通知。");
        assertThat(parts.attachments()).containsExactly(new WordParts.Note(1, "报审事项时限表"), new WordParts.Note(2, "责任分工"));
        assertThat(parts.signatures()).containsExactly("云岭省人民政府办公厅");
        assertThat(parts.issuedOn()).isEqualTo(LocalDate.of(2026, 3, 17));
        assertThat(parts.annotation()).isEqualTo("此件公开发布");
        assertThat(parts.attached()).isEqualTo("附件1\n报审事项时限表");
        assertThat(parts.imprint()).hasSize(2);
    }

    @Test
    void theSamplePapersComeBackWithTheirBodies() throws IOException {
        for (String body : Bodies.all()) {
            WordParts parts = word.read(docx(("云岭省人民政府关于有关事项的通知\n各市（州）人民政府：\n" + body + "\n云岭省人民政府\n二〇二六年四月十二日").split("\n")));
            assertThat(parts.body()).isEqualTo(body);
            assertThat(parts.issuedOn()).isEqualTo(LocalDate.of(2026, 4, 12));
        }
    }

    @Test
    void aPaperWithoutRecipientsHasItsTitleAndItsBody() throws IOException {
        WordParts parts = word.read(docx("云岭省人民政府常务会议纪要（第27次）", "5月25日上午，省长主持召开会议。会议强调如下事项：", "一、关于防汛。"));
        assertThat(parts.title()).isEqualTo("云岭省人民政府常务会议纪要（第27次）");
        assertThat(parts.mainRecipients()).isEmpty();
        assertThat(parts.body()).startsWith("5月25日上午");
    }

    @Test
    void numbersThatWordCountsBecomeText() throws IOException {
        String levels = level(0, "chineseCountingThousand", "%1、") + level(1, "chineseCounting", "（%2）") + level(2, "decimal", "%3.");
        String numbering = "<w:numbering " + NS + "><w:abstractNum w:abstractNumId=\"0\">" + levels + "</w:abstractNum>"
                + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
                + "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num></w:numbering>";
        String styles = "<w:styles " + NS + "><w:style w:styleId=\"B\"><w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
                + "<w:style w:styleId=\"C\"><w:basedOn w:val=\"B\"/></w:style></w:styles>";
        String body = item(1, 0, "总体要求") + "<w:p><w:pPr><w:pStyle w:val=\"C\"/></w:pPr><w:r><w:t>目标</w:t></w:r></w:p>"
                + item(1, 2, "时限") + item(1, 2, "分工") + item(1, 1, "原则") + item(1, 2, "统筹") + item(1, 0, "保障措施") + item(2, 0, "重新起头") + item(0, 0, "不编号");
        assertThat(word.text(zip(Map.of("word/document.xml", document(body), "word/numbering.xml", numbering, "word/styles.xml", styles))))
                .isEqualTo("一、总体要求\n（一）目标\n1.时限\n2.分工\n（二）原则\n1.统筹\n二、保障措施\n一、重新起头\n不编号");
    }

    @Test
    void numbersOfAFileThatAnotherProgramWroteAreCountedToo() throws IOException {
        try (XWPFDocument document = new XWPFDocument()) {
            var kind = org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum.Factory.newInstance();
            kind.setAbstractNumId(BigInteger.ZERO);
            var level = kind.addNewLvl();
            level.setIlvl(BigInteger.ZERO);
            level.addNewNumFmt().setVal(org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat.CHINESE_COUNTING);
            level.addNewLvlText().setVal("%1、");
            level.addNewStart().setVal(BigInteger.ONE);
            var numbering = document.createNumbering();
            BigInteger list = numbering.addNum(numbering.addAbstractNum(new org.apache.poi.xwpf.usermodel.XWPFAbstractNum(kind)));
            for (String text : List.of("明确时限", "同步推进")) {
                XWPFParagraph paragraph = document.createParagraph();
                paragraph.setNumID(list);
                paragraph.createRun().setText(text);
            }
            assertThat(word.text(bytes(document))).isEqualTo("一、明确时限\n二、同步推进");
        }
    }

    @Test
    void trackedChangesCountAsAccepted() throws IOException {
        String body = "<w:p><w:r><w:t>不超过</w:t></w:r><w:del><w:r><w:delText>5</w:delText></w:r></w:del><w:ins><w:r><w:t>3</w:t></w:r></w:ins><w:r><w:t>个工作日</w:t></w:r></w:p>"
                + "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>前半句，</w:t></w:r></w:p><w:p><w:r><w:t>后半句。</w:t></w:r></w:p>"
                + "<w:p><w:moveFrom><w:r><w:t>移走</w:t></w:r></w:moveFrom><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r><w:r><w:instrText>PAGE</w:instrText><w:t>留下</w:t></w:r></w:p>";
        assertThat(word.text(zip(Map.of("word/document.xml", document(body))))).isEqualTo("不超过3个工作日\n前半句，后半句。\n留下");
    }

    @Test
    void tablesAreKept() throws IOException {
        try (XWPFDocument document = new XWPFDocument()) {
            document.createParagraph().createRun().setText("情况如下");
            XWPFTable table = document.createTable(2, 60);
            table.getRow(0).getCell(0).setText("市|州");
            table.getRow(1).getCell(59).setText("末列");
            List<String> lines = word.text(bytes(document)).lines().toList();
            assertThat(lines).hasSize(3);
            assertThat(Table.cells(lines.get(1))).hasSize(60).startsWith("市|州");
            assertThat(Table.cells(lines.get(2)).getLast()).isEqualTo("末列");
        }
    }

    @Test
    void whatIsNoWordFileIsRefusedWithItsReason() throws Exception {
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), "png", picture);
        refused(picture.toByteArray(), "not-word");
        refused(new byte[0], "not-word");
        refused("正文".getBytes(UTF_8), "not-word");
        refused(zip(Map.of("a.txt", "甲")), "not-word");
        refused(zip(Map.of("word/document.xml", document(""), "word/vbaProject.bin", "x")), "macro");
        refused(encrypted(), "encrypted");
    }

    @Test
    void aDamagedFileIsRefusedWhereverItIsCut() throws IOException {
        byte[] whole = docx("关于有关事项的通知", "各市（州）人民政府：", "正文。");
        for (int length = 4; length < whole.length; length += 97) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> word.read(part)).isInstanceOf(Refused.class).hasMessageContaining("proofing.refusal.");
        }
        refused(zip(Map.of("word/document.xml", "<w:document " + NS + "><w:body>")), "damaged");
        refused(zip(Map.of("word/document.xml", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>")), "damaged");
    }

    @Test
    void aBombIsRefused() throws IOException {
        refused(zip(Map.of("word/document.xml", document(" ".repeat(40 << 20)))), "bomb");
        assertThatThrownBy(() -> new WordFile(new WordLimits(1000, 1000, 100)).read(docx("甲".repeat(2000)))).hasMessageContaining("bomb");
        assertThatThrownBy(() -> new WordFile(new WordLimits(1000, 1 << 20, 100)).read(docx("甲".repeat(101)))).hasMessageContaining("too-long");
    }

    private void refused(byte[] file, String why) {
        assertThatThrownBy(() -> word.read(file)).as(why).isInstanceOf(Refused.class).hasMessageContaining("proofing.refusal." + why);
    }

    private static byte[] docx(String... lines) throws IOException {
        try (XWPFDocument document = new XWPFDocument()) {
            for (String line : lines) {
                document.createParagraph().createRun().setText(line);
            }
            return bytes(document);
        }
    }

    private static byte[] bytes(XWPFDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.write(out);
        return out.toByteArray();
    }

    private static byte[] encrypted() throws Exception {
        try (POIFSFileSystem system = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
            encryptor.confirmPassword("secret");
            try (var out = encryptor.getDataStream(system)) {
                out.write(docx("密"));
            }
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            system.writeFilesystem(file);
            return file.toByteArray();
        }
    }

    private static String document(String body) {
        return "<w:document " + NS + "><w:body>" + body + "</w:body></w:document>";
    }

    private static String level(int depth, String format, String text) {
        return "<w:lvl w:ilvl=\"%d\"><w:start w:val=\"1\"/><w:numFmt w:val=\"%s\"/><w:lvlText w:val=\"%s\"/></w:lvl>".formatted(depth, format, text);
    }

    private static String item(int list, int depth, String text) {
        return ("<w:p><w:pPr><w:numPr><w:ilvl w:val=\"%d\"/><w:numId w:val=\"%d\"/></w:numPr></w:pPr>"
                + "<w:r><w:t>%s</w:t></w:r></w:p>").formatted(depth, list, text);
    }

    private static byte[] zip(Map<String, String> entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(UTF_8));
            }
            if (!entries.containsKey("a.txt")) {
                zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
                zip.write("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>".getBytes(UTF_8));
            }
        }
        return out.toByteArray();
    }
}
