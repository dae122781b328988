package org.sanban.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sanban.collation.Collation;
import org.sanban.collation.Discrepancy;
import org.sanban.collation.Element;
import org.sanban.collation.Kind;
import org.sanban.collation.ProofLimits;
import org.sanban.collation.ProofReader;
import org.sanban.collation.Reference;
import org.sanban.testing.Alongside;

/** Promise 4 for what the house sets itself: the ten layouts say, as PDF, OFD and DOCX, what they were made of, and nothing else. */
@Alongside
class RenderedAgainstTextTests {

    private static final Typesetting TYPESETTING = OpenFonts.typesetting();
    static final ProofReader READER = new ProofReader(new ProofLimits(500, 400_000, 10_000, 64L << 20, Duration.ofSeconds(20)));

    @TempDir
    Path folder;

    @Test
    void promise4_aPaperInItsOfficialFormSaysWhatItWasMadeOf() throws IOException {
        Map<String, List<Discrepancy>> wrong = new LinkedHashMap<>();
        for (Map.Entry<String, Paper> one : TenPapers.all().entrySet()) {
            for (Map.Entry<String, byte[]> file : files(one.getValue()).entrySet()) {
                List<Discrepancy> found = compared(reference(one.getValue()), file.getValue());
                if (!found.isEmpty()) {
                    wrong.put(one.getKey() + " as " + file.getKey(), found);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void promise4_oneCharacterThatTheSettingLostIsFoundInEachFormat() throws IOException {
        Paper paper = TenPapers.notice();
        List<Paper.Block> body = new ArrayList<>(paper.body());
        Paper.Text first = (Paper.Text) body.getFirst();
        body.set(0, Paper.Text.of(first.text().replace("有关事项", "有关事")));
        Paper lost = new Paper(
                paper.format(), paper.markNames(), paper.markEnd(), paper.copyNo(), paper.urgency(), paper.number(), paper.signers(), paper.title(),
                paper.recipients(), body, paper.attachments(), paper.closing(), paper.annotation(), paper.rolls(), paper.annexes(), paper.copies(),
                paper.printer(), paper.printed());
        for (byte[] file : files(lost).values()) {
            assertThat(compared(reference(paper), file)).singleElement().satisfies(d -> {
                assertThat(d.kind()).isEqualTo(Kind.MISSING);
                assertThat(d.element()).isEqualTo(Element.BODY);
                assertThat(d.reference().words()).isEqualTo("项");
            });
        }
    }

    /** As outside PDFs are read: by places alone. */
    @Test
    void promise4_aTableOfAPdfIsReadCellByCellHoweverManyLinesACellTakes() throws IOException {
        Paper paper = TenPapers.across(false);
        Path pdf = Files.write(folder.resolve("proof"), TYPESETTING.pdf(TYPESETTING.set(paper), ""));
        assertThat(READER.readAsWritten(pdf).text()).as("its cells take several lines").doesNotContain("第7项：完善应急预案并组织一次全流程演练");
        assertThat(Collation.of(reference(paper), READER.read(pdf)).discrepancies()).isEmpty();
    }

    @Test
    void theParagraphsOfAPdfAreThoseThatWereWritten() throws IOException {
        for (Paper paper : List.of(TenPapers.notice(), TenPapers.upward(), TenPapers.letter(), TenPapers.noRoom(), TenPapers.across(false))) {
            Path pdf = Files.write(folder.resolve("attached.pdf"), TYPESETTING.pdf(TYPESETTING.set(paper), ""));
            List<String> lines = READER.paragraphs(pdf).lines().toList();
            assertThat(lines).as(paper.title()).containsSubsequence(text(paper.body()).lines().toList()).doesNotContain("— 1 —");
            paper.annexes().forEach(annex -> assertThat(lines).as(paper.title()).containsSubsequence(text(annex.body()).lines().toList()));
        }
    }

    private static Map<String, byte[]> files(Paper paper) {
        Sheet sheet = TYPESETTING.set(paper);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("PDF", TYPESETTING.pdf(sheet, ""));
        files.put("OFD", TYPESETTING.ofd(sheet, ""));
        files.put("DOCX", TYPESETTING.docx(paper));
        return files;
    }

    private List<Discrepancy> compared(Reference reference, byte[] content) throws IOException {
        return Collation.of(reference, READER.readAsWritten(Files.write(folder.resolve("proof"), content))).discrepancies();
    }

    static Reference reference(Paper paper) {
        Reference.Builder reference = Reference.of().optional(Element.OTHER, paper.copyNo()).piece(Element.URGENCY, paper.urgency());
        paper.markNames().forEach(name -> reference.optional(Element.MARK, name));
        reference.optional(Element.MARK, "文件").piece(Element.NUMBER, paper.number());
        if (!paper.signers().isEmpty()) {
            List<String> signers = new ArrayList<>(List.of("签发人："));
            signers.addAll(paper.signers());
            reference.pieces(Element.SIGNERS, signers);
        }
        reference.flow(Element.TITLE, paper.title()).flow(Element.ADDRESSEES, paper.recipients()).flow(Element.BODY, text(paper.body()));
        paper.rolls().forEach(roll -> reference.flow(Element.BODY, roll.label() + roll.names()));
        if (!paper.attachments().isEmpty()) {
            reference.flow(Element.ATTACHMENT_NOTES, "附件：" + paper.attachments().getFirst());
        }
        reference.pieces(Element.SIGNATURE, paper.closing().names()).piece(Element.DATE, paper.closing().date());
        reference.piece(Element.ANNOTATION, paper.annotation().isEmpty() ? "" : "（" + paper.annotation() + "）");
        paper.annexes().forEach(annex -> reference.optional(Element.ATTACHMENT, "附件").optional(Element.ATTACHMENT, annex.title())
                .flow(Element.ATTACHMENT, 1, text(annex.body())));
        reference.piece(Element.COPIES, paper.copies().isEmpty() ? "" : "抄送：" + paper.copies() + "。").optional(Element.IMPRINT, paper.printer());
        reference.optional(Element.IMPRINT, paper.printed() + "印发");
        if (!paper.recipients().isEmpty()) {
            reference.elsewhere(Element.ADDRESSEES, "主送：" + paper.recipients().replace("：", "。"), Element.COPIES, Element.IMPRINT);
        }
        return reference.done();
    }

    private static String text(List<Paper.Block> blocks) {
        return blocks.stream().map(block -> switch (block) {
            case Paper.Text text -> text.text();
            case Paper.Table table -> table.rows().stream().map(row -> "| " + String.join(" | ", row) + " |").collect(Collectors.joining("\n"));
        }).collect(Collectors.joining("\n"));
    }
}
