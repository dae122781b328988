package org.sanban.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sanban.collation.Collation;
import org.sanban.collation.Comparison;
import org.sanban.collation.Comparisons;
import org.sanban.collation.Element;
import org.sanban.collation.Kind;
import org.sanban.collation.PlainPrinting;
import org.sanban.collation.ProofFiles;
import org.sanban.collation.Reference;
import org.sanban.documents.Direction;
import org.sanban.documents.DocType;
import org.sanban.documents.UrgencyMark;
import org.sanban.files.Attachment;
import org.sanban.files.Attachments;
import org.sanban.files.Upload;
import org.sanban.pages.NotFound;
import org.sanban.workflow.Act;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Promises 4 and 7: what is printed is what was signed, and the printing step is not finished while a proof differs from it. */
class CollatingTests extends OutgoingTest {

    @Autowired
    Comparisons comparisons;

    @Autowired
    RenderedProofs rendered;

    @Autowired
    Attachments attachments;

    @Autowired
    Outgoings outgoings;

    @Autowired
    ProofReference reference;

    @Autowired
    OfficialForm form;

    @Autowired
    ProofFiles files;

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
        assertThat(all(id).stream().filter(c -> c.id() == wrong.id()).findFirst().orElseThrow().differences().getFirst().state()).isEqualTo(Comparison.State.FIXED);
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

    /** Whatever the house sets is read back out of the file: table, annex, mark of urgency and imprint say what was signed. */
    @Test
    void promise4_whatTheHouseSetsItselfIsKeptAndComparedEveryTime() {
        long id = begun();
        Upload list = new Upload("清单.pdf", new ByteArrayInputStream(PlainPrinting.paragraphs(List.of("专项资金清单", "一、枢纽建设资金。", "二、设备更新资金。"))),
                Attachment.Copy.ATTACHMENT);
        long file = attachments.add(ref(id), list, office.actor("S021"), office.now(), request()).id();
        write(id, "S021", rich(paper(id, "S021").draft(), file));
        complete(id, "S021", "review");
        complete(id, "S007", "submit");
        complete(id, "S007", "sign", Act.Pick.person(office.person("S001")));
        assertThatThrownBy(() -> rendered.proof(id, RenderedProofs.As.PDF, office.actor("S001"), office.now(), request()))
                .satisfies(e -> assertThat(codes(e)).containsExactly("collation.refusal.not-yours"));
        sign(id, "S001");
        complete(id, "S009", "number");
        complete(id, "S009", "typeset");
        assertThatThrownBy(() -> rendered.proof(id, RenderedProofs.As.PDF, office.actor("S021"), office.now(), request()))
                .satisfies(e -> assertThat(codes(e)).containsExactly("collation.refusal.not-yours"));

        assertThat(all(id)).singleElement().satisfies(made -> {
            assertThat(made.source()).as("by itself, as soon as the paper is at typesetting").isEqualTo(Comparison.Source.RENDERED);
            assertThat(made.name()).endsWith(".pdf");
            assertThat(made.pages()).isEqualTo(2);
            assertThat(made.current()).isTrue();
        });
        for (RenderedProofs.As as : RenderedProofs.As.values()) {
            String request = request();
            Comparison made = rendered.proof(id, as, office.actor("S009"), office.now(), request);
            assertThat(made.differences()).as(as.name()).isEmpty();
            assertThat(attachments.one(made.file())).satisfies(kept -> {
                assertThat(kept.copy()).isEqualTo(Attachment.Copy.RESULT);
                assertThat(kept.name()).endsWith("." + as.name().toLowerCase(Locale.ROOT));
            });
            assertThat(rendered.proof(id, as, office.actor("S009"), office.now(), request).id()).isEqualTo(made.id());
            assertThat(rendered.file(id, as, office.actor("S021")).content()).isNotEmpty();
        }
        assertThat(all(id)).hasSize(4);
        read(id);
        complete(id, "S009", "seal");
        assertThat(step(id)).isEqualTo("seal");
    }

    /** Each kind of paper in its own form, as it is printed: minutes, an order, an upward one, one with more recipients than a page can bear. */
    @Test
    void promise4_everyKindOfPaperSaysInPrintWhatWasSigned() {
        long id = atTypesetting();
        Draft d = paper(id, "S009").draft();
        List<Draft.Recipient> many = IntStream.rangeClosed(1, 60).mapToObj(n -> Draft.Recipient.of("云岭省第" + n + "管理委员会")).toList();
        Map<String, Draft> papers = Map.of(
                "a notice", as(d, DocType.NOTICE, d.mainRecipients()), "an upward request", as(d, DocType.REQUEST, List.of(to("ORG-CZT"))),
                "minutes", as(d, DocType.MINUTES, List.of()), "an order", as(d, DocType.ORDER, List.of()), "many recipients", as(d, DocType.NOTICE, many));
        new TransactionTemplate(transactions).executeWithoutResult(undone -> {
            papers.forEach((name, paper) -> {
                outgoings.write(id, paper, office.person("S009"), office.now());
                Row row = outgoings.one(id);
                Reference said = reference.of(row, new Revision(0, id, 1, "", paper, List.of(), Map.of(), false, "draft", 1, office.now()));
                OfficialForm.Formed formed = form.of(row);
                for (RenderedProofs.As as : RenderedProofs.As.values()) {
                    assertThat(Collation.of(said, files.readMade(rendered.written(formed, as))).discrepancies()).as(name + " as " + as).isEmpty();
                }
            });
            undone.setRollbackOnly();
        });
    }

    private static Draft as(Draft d, DocType type, List<Draft.Recipient> main) {
        boolean upward = type == DocType.REQUEST;
        boolean signs = type != DocType.MINUTES;
        return new Draft(
                type, upward ? Direction.UP : Direction.DOWN, d.medium(), d.issuer(), d.jointIssuers(), d.title(), main, d.ccRecipients(), d.body(),
                d.attachments(), signs ? d.signatureNames() : List.of(), upward ? List.of("闻修远", "祝长青", "霍润田") : List.of(), d.annotation(), d.openness(),
                d.opennessReason(), d.urgency(), d.secrecy(), false, false, null, null, null, false, false, false, d.basis(), null, 10, d.firstCheck());
    }

    /** What is clean in one file does not speak for another: the proof from outside that differs stops the paper until the next from outside. */
    @Test
    void promise4_aProofSetByTheHouseDoesNotHideOneFromOutsideThatDiffers() {
        long id = atTypesetting();
        assertThat(all(id)).singleElement().satisfies(own -> assertThat(own.open()).isZero());
        compare(id, "S009", dropped(print(id), "书面意见", "书面见"));
        rendered.proof(id, RenderedProofs.As.PDF, office.actor("S009"), office.now(), request());
        read(id);
        assertThatThrownBy(() -> complete(id, "S009", "seal")).satisfies(e -> assertThat(codes(e)).containsExactly("collation.refusal.open"));
    }

    private Draft rich(Draft d, long file) {
        String table = "| 项目 | 资金 |\n| 枢纽建设 | 3000万元 |\n| 设备更新 | 1200万元 |";
        return new Draft(
                d.docType(), d.direction(), d.medium(), d.issuer(), d.jointIssuers(), d.title(), d.mainRecipients(), List.of(to("ORG-SWT")),
                d.body() + "\n" + table, List.of(new Draft.Annex(1, "专项资金清单", file)), d.signatureNames(), d.signers(), d.annotation(), d.openness(),
                d.opennessReason(), UrgencyMark.URGENT, d.secrecy(), d.normative(), d.important(), d.onBehalfOf(), d.answersIncoming(),
                d.forwardsIncoming(), d.ownOpinion(), d.assignedInstruction(), d.governmentConsents(), d.basis(), d.neededBy(), d.copies(), d.firstCheck());
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
