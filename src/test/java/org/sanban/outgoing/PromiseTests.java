package org.sanban.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;
import org.sanban.files.Attachment;
import org.sanban.files.Attachments;
import org.sanban.files.Upload;
import org.sanban.pages.Refused;
import org.sanban.pages.Stale;
import org.sanban.workflow.Act;
import org.springframework.beans.factory.annotation.Autowired;

class PromiseTests extends OutgoingTest {

    @Autowired
    Countersigns countersigns;

    @Autowired
    Attachments attachments;

    @Test
    void promise3_anOpinionStandsWordForWordAlsoWhenItsApprovalBecameVoid() {
        long id = signed();
        String said = approvals.of(id, office.actor("S009")).getFirst().words();
        write(id, "S009", "感谢", "谢谢");
        sendBack(id, "S009", "sign", true);
        Approval signature = approvals.of(id, office.actor("S009")).stream().filter(a -> a.kind() == Approval.Kind.SIGN).findFirst().orElseThrow();

        assertThat(said).isEqualTo("同意");
        assertThat(approvals.of(id, office.actor("S009")).getFirst().words()).isEqualTo(said);
        assertThat(signature.living()).isFalse();
        assertThat(signature.voided().reason()).isEqualTo(Approval.Reason.TEXT_CHANGED);
        assertThatThrownBy(() -> inTransaction(() -> jdbc.sql("update outgoing_approval set words = 'x' where id = ?").param(signature.id()).update()))
                .hasStackTraceContaining("permission denied");
    }

    /** Every way that the API offers to change what was signed, each on a paper of its own. */
    @Test
    void promise4_oneCharacterChangedAfterTheSignatureByAnyWayAndThePaperIsNotSent() {
        List<LongConsumer> ways = List.of(
                id -> write(id, "S009", "感谢", "感激"),
                id -> attachments.add(ref(id), upload("附件一"), office.actor("S009"), office.now(), request()),
                id -> attachments.void_(attached(id), "换一份", office.actor("S009"), office.now()),
                id -> {
                    Draft d = paper(id, "S009").draft();
                    write(id, "S009", change(d, d.title() + "。", d.body(), d.mainRecipients()));
                },
                id -> {
                    Draft d = paper(id, "S009").draft();
                    write(id, "S009", change(d, d.title(), d.body(), List.of(to("ORG-FGW"))));
                },
                id -> {
                    Draft d = paper(id, "S009").draft();
                    Draft.Recipient other = new Draft.Recipient(d.mainRecipients().getFirst().name(), body("ORG-SWT"), null);
                    write(id, "S009", change(d, d.title(), d.body(), List.of(other, d.mainRecipients().get(1), d.mainRecipients().get(2))));
                },
                id -> {
                    sendBack(id, "S009", "draft", true);
                    write(id, "S021", "意见", "建议");
                    complete(id, "S021", "resume");
                });
        for (LongConsumer way : ways) {
            long id = signedWithFile();
            assertThat(paper(id, "S009").signed()).isTrue();
            way.accept(id);
            assertThat(paper(id, "S009").signed()).isFalse();
            assertThatThrownBy(() -> complete(id, "S009", "number")).satisfies(e -> assertThat(codes(e)).contains("outgoing.refusal.not-the-signed-text"));
            handlings.apply(ref(id), new Act.Jump("dispatch", List.of(Act.Pick.person(office.person("S009"))), "演示"), org.sanban.people.Actor.SYSTEM, office.now(), request());
            assertThatThrownBy(() -> dispatching.send(id, List.of(), office.actor("S009"), office.now()))
                    .satisfies(e -> assertThat(codes(e)).contains("outgoing.refusal.not-the-signed-text"));
            assertThatThrownBy(() -> complete(id, "S009", "close")).satisfies(e -> assertThat(codes(e)).contains("outgoing.refusal.not-the-signed-text"));
        }
    }

    @Test
    void promise4_aSmallCorrectionGoesToTheSignerWhoConfirmsTheTextHeSees() {
        long id = signed();
        write(id, "S009", "感谢你单位的支持。", "感谢你单位支持。");
        String before = paper(id, "S009").sha256();
        complete(id, "S009", "confirm");
        assertThat(step(id)).isEqualTo("confirm");
        assertThat(revisions.between(id, 1, 2, office.actor("S001"))).containsOnlyKeys("body");
        sign(id, "S001");

        assertThat(step(id)).isEqualTo("number");
        assertThat(paper(id, "S009").signed()).isTrue();
        assertThat(paper(id, "S009").sha256()).isEqualTo(before);
    }

    @Test
    void aSignatureOnATextChangedASecondAgoIsRefused() {
        long id = reviewing();
        complete(id, "S007", "submit");
        complete(id, "S007", "sign", Act.Pick.person(office.person("S001")));
        String seen = paper(id, "S001").sha256();
        attachments.add(ref(id), upload("后来的附件"), office.actor("S001"), office.now(), request());

        assertThatThrownBy(() -> signing.sign(id, seen, null, null, List.of(), office.actor("S001"), office.now(), request())).isInstanceOf(Stale.class);
        assertThatThrownBy(() -> complete(id, "S001", "recheck")).satisfies(e -> assertThat(codes(e)).contains("outgoing.refusal.text-changed"));
        assertThat(approvals.of(id, office.actor("S001"))).noneMatch(a -> a.kind() == Approval.Kind.SIGN);
    }

    @Test
    void promise4_whileFilesComeAndSignaturesAreGivenAtOnceNoSignatureStandsUnderAnotherText() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (int n = 0; n < 6; n++) {
                long id = reviewing();
                complete(id, "S007", "submit");
                complete(id, "S007", "sign", Act.Pick.person(office.person("S001")));
                String seen = paper(id, "S001").sha256();
                String content = "附件" + n;
                Future<?> file = threads.submit(() -> attachments.add(ref(id), upload(content), office.actor("S001"), office.now(), request()));
                Future<?> signature = threads.submit(() -> {
                    try {
                        signing.sign(id, seen, null, null, List.of(), office.actor("S001"), office.now(), request());
                    } catch (Stale | Refused late) {
                        assertThat(late).isNotNull();
                    }
                });
                file.get();
                signature.get();
                assertThat(paper(id, "S001").signed()).isFalse();
            }
        }
    }

    @Test
    void promise5_aPaperSentBackToItsCountersignersLiesBeforeEachOfThemAgain() {
        long id = begun();
        complete(id, "S021", "countersign", unit("HYC"), unit("ZGC"));
        complete(id, "S012", null);
        complete(id, "S025", "review");
        write(id, "S007", "2026年6月30日", "2026年7月5日");
        sendBack(id, "S007", "countersign", false);

        assertThat(approvals.of(id, office.actor("S007")).stream().filter(a -> a.kind() == Approval.Kind.COUNTERSIGN))
                .hasSize(2).allMatch(a -> a.voided() != null && a.voided().reason() == Approval.Reason.CHANGED_IN_SUBSTANCE);
        assertThat(paper(id, "S012").task()).isNotNull();
        assertThat(paper(id, "S025").task()).isNotNull();
        complete(id, "S012", null);
        complete(id, "S025", "review");
        assertThat(approvals.of(id, office.actor("S007")).stream().filter(Approval::living)).hasSize(2);
    }

    @Test
    void aVoidCountersignatureStopsThePaperBeforeItsSignature() {
        long id = begun();
        countersigns.record(id, new Countersigns.Outside(body("ORG-CZT"), "苏某", LocalDate.of(2026, 6, 12), Approval.Verdict.AGREE, "同意", null),
                office.actor("S021"), office.now());
        complete(id, "S021", "review");
        write(id, "S007", "2026年6月30日", "2026年7月5日");
        complete(id, "S007", "submit");

        assertThatThrownBy(() -> handlings.apply(ref(id), Act.Complete.of(task(id, "S007"), "sign", null, Act.Pick.person(office.person("S001"))),
                        office.actor("S007"), office.now(), request()))
                .satisfies(e -> assertThat(codes(e)).contains("outgoing.refusal.countersign-void"));
    }

    @Test
    void promise7_anUpwardPaperIsNotSignedByADeputyAndTheRefusalNamesWhoSigns() {
        Draft d = letter();
        Draft important = new Draft(
                d.docType(), d.direction(), d.medium(), d.issuer(), d.jointIssuers(), d.title(), d.mainRecipients(), d.ccRecipients(), d.body(),
                d.attachments(), d.signatureNames(), d.signers(), d.annotation(), d.openness(), d.opennessReason(), d.urgency(), d.secrecy(), false, true, null,
                null, null, false, false, false, "", null, null, d.firstCheck());
        long id = begun(important);
        complete(id, "S021", "review");
        complete(id, "S007", "submit");
        complete(id, "S007", "sign", Act.Pick.person(office.person("S002")));

        assertThatThrownBy(() -> complete(id, "S002", "recheck")).isInstanceOf(Refused.class)
                .satisfies(e -> assertThat(codes(e)).containsExactly("outgoing.refusal.principal-signs"))
                .satisfies(e -> assertThat(((Refused) e).objections().getFirst().args().toString()).contains("闻修远"));
    }

    @Test
    void aSignatureTakenBackIsNone() {
        long id = signed();
        handlings.apply(ref(id), new Act.Withdraw("再看一遍"), office.actor("S001"), office.now(), request());

        assertThat(step(id)).isEqualTo("sign");
        assertThat(paper(id, "S001").signed()).isFalse();
    }

    private long signedWithFile() {
        long id = begun();
        attachments.add(ref(id), upload("原附件"), office.actor("S021"), office.now(), request());
        List<Draft.Annex> list = new ArrayList<>();
        list.add(new Draft.Annex(1, "原附件", attached(id)));
        Draft d = paper(id, "S021").draft();
        write(id, "S021", new Draft(
                d.docType(), d.direction(), d.medium(), d.issuer(), d.jointIssuers(), d.title(), d.mainRecipients(), d.ccRecipients(), d.body(), list,
                d.signatureNames(), d.signers(), d.annotation(), d.openness(), d.opennessReason(), d.urgency(), d.secrecy(), false, false, null, null, null,
                false, false, false, d.basis(), null, d.copies(), d.firstCheck()));
        complete(id, "S021", "review");
        complete(id, "S007", "submit");
        complete(id, "S007", "sign", Act.Pick.person(office.person("S001")));
        sign(id, "S001");
        return id;
    }

    private long attached(long id) {
        return attachments.of(ref(id)).getFirst().id();
    }

    private static Upload upload(String text) {
        byte[] content = (text + "，" + request() + "。").getBytes(StandardCharsets.UTF_8);
        return new Upload(text + ".txt", new ByteArrayInputStream(content), Attachment.Copy.ATTACHMENT);
    }

    private Act.Pick unit(String code) {
        return new Act.Pick(null, office.unit(code), Act.Part.HOLDER);
    }
}
