package org.sanban.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sanban.collation.Comparison;
import org.sanban.collation.Comparisons;
import org.sanban.collation.Element;
import org.sanban.collation.Kind;
import org.sanban.collation.PlainPrinting;
import org.sanban.files.Attachment;
import org.sanban.files.Upload;
import org.sanban.pages.NotFound;
import org.sanban.workflow.Act;
import org.springframework.beans.factory.annotation.Autowired;

/** Promises 4 and 7: what is printed is what was signed, and the printing step is not finished while a proof differs from it. */
class CollatingTests extends OutgoingTest {

    @Autowired
    Comparisons comparisons;

    @Test
    void promise4_aProofWithOneDroppedCharacterIsStoppedAndAMendedOnePasses() {
        long id = atTypesetting();
        List<String> print = print(id);
        Comparison wrong = compare(id, "S009", dropped(print, "书面意见", "书面见"));
        assertThat(wrong.differences()).singleElement().satisfies(d -> {
            assertThat(d.what().kind()).isEqualTo(Kind.MISSING);
            assertThat(d.what().element()).isEqualTo(Element.BODY);
            assertThat(d.what().reference().words()).isEqualTo("意");
            assertThat(d.what().page()).isEqualTo(1);
            assertThat(d.state()).isEqualTo(Comparison.State.OPEN);
        });
        read(id);
        assertThatThrownBy(() -> complete(id, "S009", "seal")).satisfies(e -> assertThat(codes(e)).containsExactly("collation.refusal.open"));

        Comparison mended = compare(id, "S009", print);
        assertThat(mended.differences()).isEmpty();
        assertThat(all(id).getLast().differences().getFirst().state()).isEqualTo(Comparison.State.FIXED);
        complete(id, "S009", "seal");
        assertThat(step(id)).isEqualTo("seal");
    }

    /** What was stopped does not stay among those who saw it: the register hears of it once, and says of what kind it is and where it arose. */
    @Test
    void promise4_aDroppedCharacterInAProofIsProposedToTheRegisterOfErrorsOnce() {
        long id = atTypesetting();
        compare(id, "S009", dropped(print(id), "书面意见", "书面见"));
        compare(id, "S009", dropped(print(id), "书面意见", "书面见"));
        assertThat(jdbc.sql("select * from error_proposal where subject_kind = 'outgoing' and subject_id = ?").param(id).query().singleRow())
                .containsEntry("origin", "PROOF_DIFFERS").containsEntry("kind", "OMITTED").containsEntry("type_code", "E-DO-05")
                .containsEntry("introduced_step", "typeset").containsEntry("found_step", "proofread").containsEntry("should_be", "意")
                .satisfies(row -> assertThat(row.get("words").toString()).startsWith("校样漏“意”（正文").contains("书面意见反馈"));
    }

    @Test
    void promise7_aDifferenceStandsOnlyWhenTwoPersonsHaveConfirmedItWithTheirReasons() {
        long id = atTypesetting();
        List<String> print = new ArrayList<>(print(id));
        print.add("校对：一校");
        Comparison one = compare(id, "S009", print);
        long difference = one.differences().getFirst().id();
        read(id);
        assertThatThrownBy(() -> confirm(id, difference, "S009", " ")).satisfies(e -> assertThat(codes(e)).containsExactly("collation.refusal.reason"));
        confirm(id, difference, "S009", "印制记号，不属正文");
        assertThatThrownBy(() -> confirm(id, difference, "S009", "再来一次")).satisfies(e -> assertThat(codes(e)).containsExactly("collation.refusal.confirmed-already"));
        assertThatThrownBy(() -> complete(id, "S009", "seal")).satisfies(e -> assertThat(codes(e)).containsExactly("collation.refusal.open"));
        assertThatThrownBy(() -> confirm(id, difference, "S029", "路过")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> confirm(id, difference, "S007", "不在校对")).satisfies(e -> assertThat(codes(e)).containsExactly("collation.refusal.not-yours"));

        assertThat(paper(id, "S008").task()).as("has read it, and holds nothing of it any more").isNull();
        confirm(id, difference, "S008", "同意");
        assertThat(all(id).getFirst().differences().getFirst().confirmations()).hasSize(2);
        compare(id, "S009", print);
        assertThat(all(id).getFirst().open()).isZero();
        complete(id, "S009", "seal");
        assertThat(step(id)).isEqualTo("seal");
    }

    @Test
    void promise4_aProofOfAnEarlierTextNoLongerCounts() {
        long id = atTypesetting();
        compare(id, "S009", print(id));
        sendBack(id, "S009", "recheck", false);
        write(id, "S009", "书面意见", "书面修改意见");
        sendBack(id, "S009", "sign", false);
        sign(id, "S001");
        complete(id, "S009", "number");
        complete(id, "S009", "typeset");
        assertThatThrownBy(() -> complete(id, "S009", "seal")).satisfies(e -> assertThat(codes(e)).contains("collation.refusal.older-text"));
        assertThatThrownBy(() -> compare(id, "S009", List.of("另一份文件的校样，与本文毫无关系。")))
                .satisfies(e -> assertThat(codes(e)).containsExactly("collation.refusal.other-text"));
        assertThat(compare(id, "S009", print(id)).differences()).isEmpty();
    }

    private long atTypesetting() {
        long id = signed();
        complete(id, "S009", "number");
        complete(id, "S009", "typeset");
        return id;
    }

    /** Everybody has read the proof but S009, who finishes the step. */
    private void read(long id) {
        complete(id, "S009", "proofread", Act.Pick.person(office.person("S021")), Act.Pick.person(office.person("S008")), Act.Pick.person(office.person("S009")));
        proofs.read(id, Proofs.Part.FIRST_READER, true, null, office.actor("S021"), office.now());
        complete(id, "S021", null);
        proofs.read(id, Proofs.Part.READER, true, null, office.actor("S008"), office.now());
        complete(id, "S008", null);
        proofs.read(id, Proofs.Part.READER, true, null, office.actor("S009"), office.now());
    }

    /** What stands in print, a paragraph a line. */
    private List<String> print(long id) {
        OutgoingPaper paper = paper(id, "S009");
        Draft d = paper.draft();
        List<String> print = new ArrayList<>(List.of("云岭省人民政府办公厅", paper.number(), d.title(),
                d.mainRecipients().stream().map(Draft.Recipient::name).collect(Collectors.joining("，")) + "："));
        print.addAll(d.body().lines().toList());
        print.addAll(List.of("云岭省人民政府办公厅", "2026年6月15日", d.annotation()));
        return print;
    }

    private static List<String> dropped(List<String> print, String from, String to) {
        return print.stream().map(line -> line.replace(from, to)).toList();
    }

    private Comparison compare(long id, String who, List<String> print) {
        Upload proof = new Upload("校样.pdf", new ByteArrayInputStream(PlainPrinting.paragraphs(print)), Attachment.Copy.RESULT);
        return comparisons.compare(ref(id), "print", proof, office.actor(who), office.now(), request());
    }

    private void confirm(long id, long difference, String who, String reason) {
        comparisons.confirm(ref(id), "print", difference, reason, office.actor(who), office.now());
    }

    private List<Comparison> all(long id) {
        return comparisons.of(ref(id), "print", office.actor("S009"));
    }
}
