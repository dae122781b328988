package org.sanban.outgoing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.checking.Findings;
import org.sanban.checking.Judging;
import org.sanban.documents.Direction;
import org.sanban.documents.DocType;
import org.sanban.documents.Medium;
import org.sanban.documents.Openness;
import org.sanban.documents.UrgencyMark;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Clearance;
import org.sanban.people.Organizations;
import org.sanban.testing.OfficeTest;
import org.sanban.workflow.Act;
import org.sanban.workflow.Handlings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Outgoing papers for tests, and their way through the office: drafted by S021, reviewed by S007, signed by S001, issued by S009. */
abstract class OutgoingTest extends OfficeTest {

    static final String WINDOW = "window-of-the-drafter";
    static final String BODY = """
            为规范物流枢纽建设专项资金管理，提高资金使用效益，现征求你单位意见，有关事项函告如下。
            一、请结合职责对有关条款提出意见，并说明依据。
            二、请于2026年6月30日前将书面意见反馈省政府办公厅。
            感谢你单位的支持。""";

    @Autowired
    Drafts drafts;

    @Autowired
    Leases leases;

    @Autowired
    Revisions revisions;

    @Autowired
    Corrections corrections;

    @Autowired
    Approvals approvals;

    @Autowired
    Signing signing;

    @Autowired
    Proofs proofs;

    @Autowired
    Seals seals;

    @Autowired
    Dispatching dispatching;

    @Autowired
    OutgoingReading reading;

    @Autowired
    Organizations organizations;

    @Autowired
    Handlings handlings;

    @Autowired
    Findings findings;

    @Autowired
    Judging judging;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    static String request() {
        return UUID.randomUUID().toString();
    }

    static SubjectRef ref(long id) {
        return new SubjectRef("outgoing", id);
    }

    static List<String> codes(Throwable refused) {
        return ((Refused) refused).objections().stream().map(Objection::code).toList();
    }

    long body(String code) {
        return inTransaction(() -> organizations.byCode(code).orElseThrow().id());
    }

    Draft.Recipient to(String code) {
        Organizations.Organization body = inTransaction(() -> organizations.byCode(code).orElseThrow());
        return new Draft.Recipient(body.name(), body.id(), null);
    }

    /** A letter in order, from the office to three departments. */
    Draft letter() {
        return letter("云岭省人民政府办公厅关于征求物流枢纽专项资金管理意见的函", BODY);
    }

    Draft letter(String title, String text) {
        return new Draft(
                DocType.LETTER, Direction.LATERAL, Medium.PAPER, body("ORG-YLB"), List.of(), title,
                List.of(to("ORG-FGW"), to("ORG-CZT"), to("ORG-JTT")), List.of(), text, List.of(), List.of("云岭省人民政府办公厅"), List.of(),
                "（联系人：秘书五处 滕以宁，电话：000-0000-6151）", Openness.NOT_OPEN, "征求意见的公文", UrgencyMark.NONE, Clearance.NONE, false, false, null,
                null, null, false, false, false, "省政府常务会议议定事项", null, 10, checked());
    }

    static Map<String, Boolean> checked() {
        Map<String, Boolean> answers = new HashMap<>();
        List.of("needed", "basis", "secrecy", "type", "facts").forEach(question -> answers.put(question, true));
        return answers;
    }

    static Draft with(Draft d, String text) {
        return change(d, d.title(), text, d.mainRecipients());
    }

    static Draft change(Draft d, String title, String text, List<Draft.Recipient> main) {
        return new Draft(
                d.docType(), d.direction(), d.medium(), d.issuer(), d.jointIssuers(), title, main, d.ccRecipients(), text,
                d.attachments(), d.signatureNames(), d.signers(), d.annotation(), d.openness(), d.opennessReason(), d.urgency(), d.secrecy(),
                d.normative(), d.important(), d.onBehalfOf(), d.answersIncoming(), d.forwardsIncoming(), d.ownOpinion(), d.assignedInstruction(),
                d.governmentConsents(), d.basis(), d.neededBy(), d.copies(), d.firstCheck());
    }

    long begun() {
        return begun(letter());
    }

    long begun(Draft draft) {
        return drafts.begin(draft, office.actor("S021"), office.now(), request());
    }

    long reviewing() {
        long id = begun();
        complete(id, "S021", "review");
        return id;
    }

    /** Signed by S001, before S009 for the recheck. */
    long signed() {
        long id = reviewing();
        complete(id, "S007", "submit");
        complete(id, "S007", "sign", Act.Pick.person(office.person("S001")));
        sign(id, "S001");
        return id;
    }

    void sign(long id, String who) {
        signing.sign(id, paper(id, who).sha256(), null, null, List.of(), office.actor(who), office.now(), request());
    }

    /** Writes, as whoever holds it, the text anew. */
    void write(long id, String who, Draft draft) {
        drafts.save(id, paper(id, who).version(), "window-of-" + who, draft, office.actor(who), office.now());
    }

    void write(long id, String who, String from, String to) {
        Draft d = paper(id, who).draft();
        write(id, who, with(d, d.body().replace(from, to)));
    }

    OutgoingPaper paper(long id, String who) {
        return reading.one(id, null, office.actor(who), office.now());
    }

    /** Finishes the open main task that {@code who} may finish. */
    void complete(long id, String who, @Nullable String way, Act.Pick... picks) {
        said(id, who, way, "同意", picks);
    }

    void said(long id, String who, @Nullable String way, @Nullable String opinion, Act.Pick... picks) {
        answerQuestions(id, who);
        handlings.apply(ref(id), Act.Complete.of(task(id, who), way, opinion, picks), office.actor(who), office.now(), request());
    }

    /** What the step asks its holder (逐项核对) is in order. */
    void answerQuestions(long id, String who) {
        findings.of(ref(id), office.actor(who), office.now()).questions().stream().filter(q -> !q.settled() && q.code().startsWith("HD-"))
                .forEach(q -> judging.answer(ref(id), q.rule(), Judging.Answer.YES, "", office.actor(who), office.now()));
    }

    void sendBack(long id, String who, String to, boolean resume) {
        handlings.apply(ref(id), new Act.Return(task(id, who), to, List.of(), resume, "请修改"), office.actor(who), office.now(), request());
    }

    long task(long id, String who) {
        Long task = paper(id, who).task();
        if (task == null) {
            throw new AssertionError(who + " holds nothing of " + id + ", which stands at " + step(id));
        }
        return task;
    }

    String step(long id) {
        return String.valueOf(handlings.stepOf(ref(id)));
    }

    <T> T inTransaction(Supplier<T> work) {
        return new TransactionTemplate(transactions).execute(status -> work.get());
    }
}
