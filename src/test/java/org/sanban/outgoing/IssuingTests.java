package org.sanban.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.sanban.documents.Direction;
import org.sanban.documents.DocType;
import org.sanban.documents.Incoming;
import org.sanban.documents.IncomingReading;
import org.sanban.documents.Medium;
import org.sanban.documents.Openness;
import org.sanban.documents.Paper;
import org.sanban.documents.Particulars;
import org.sanban.documents.UrgencyMark;
import org.sanban.numbers.NumberLine;
import org.sanban.pages.NotFound;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.sanban.people.Clearance;
import org.sanban.people.Organizations;
import org.sanban.testing.DocNumbers;
import org.sanban.workflow.Act;
import org.springframework.beans.factory.annotation.Autowired;

/** The whole way of papers as in the sample: from the draft to the archive, with a voided number, by telegram, within the house. */
class IssuingTests extends OutgoingTest {

    @Autowired
    Numbering numbering;

    @Autowired
    Afterwards afterwards;

    @Autowired
    Countersigns countersigns;

    @Autowired
    Incoming incoming;

    @Autowired
    IncomingReading papers;

    @Autowired
    OutgoingArchiveSet archive;

    @Test
    void aLetterGoesFromTheDraftToTheArchive() {
        long id = begun();
        complete(id, "S021", "countersign", new Act.Pick(null, office.unit("HYC"), Act.Part.HOLDER), new Act.Pick(null, office.unit("ZGC"), Act.Part.HOLDER));
        countersigns.choose(id, Approval.Verdict.AGREE_WITH_CHANGES, office.actor("S012"), office.now());
        complete(id, "S012", null);
        complete(id, "S025", "review");
        complete(id, "S007", "chief", Act.Pick.person(office.person("S006")));
        complete(id, "S006", "submit");
        complete(id, "S007", "sign", Act.Pick.person(office.person("S001")));
        sign(id, "S001");
        complete(id, "S009", "number");
        complete(id, "S009", "typeset");
        assertThat(paper(id, "S009").number()).startsWith("岭政办函〔2026〕");
        proofread(id);
        seal(id);
        complete(id, "S009", "dispatch");
        send(id);
        complete(id, "S009", "close");
        assertThatThrownBy(() -> complete(id, "S021", "closed"))
                .satisfies(e -> assertThat(codes(e)).containsExactly("outgoing.refusal.unacknowledged"));
        acknowledgeAll(id);
        complete(id, "S021", "closed");

        assertThat(step(id)).isEqualTo("transfer");
        assertThat(paper(id, "S021").signedOn()).isEqualTo(LocalDate.of(2026, 6, 15));
        assertThat(approvals.of(id, office.actor("S021"))).extracting(Approval::kind)
                .containsExactly(Approval.Kind.COUNTERSIGN, Approval.Kind.COUNTERSIGN, Approval.Kind.REVIEW, Approval.Kind.REVIEW, Approval.Kind.SIGN, Approval.Kind.RECHECK);
        assertThat(approvals.of(id, office.actor("S021"))).extracting(Approval::verdict).startsWith(Approval.Verdict.AGREE_WITH_CHANGES, Approval.Verdict.AGREE);
        assertThat(inTransaction(() -> archive.pieces(id))).allMatch(piece -> piece.present() || !piece.required());
    }

    @Test
    void anUrgentTelegramIsWiredWithinTheHour() {
        Draft d = new Draft(
                DocType.NOTICE, Direction.DOWN, Medium.TELEGRAM_PLAIN, body("ORG-YLB"), List.of(), "云岭省人民政府办公厅关于做好强降雨防范应对工作的通知",
                List.of(to("ORG-WS"), to("ORG-BD")), List.of(), "6月20日夜间以来，我省西部出现持续强降雨。经省政府同意，现就有关事项通知如下。\n一、提前转移避险。\n二、强化预警叫应。",
                List.of(), List.of("云岭省人民政府办公厅"), List.of(), "", Openness.PROACTIVE, "", UrgencyMark.FAST, Clearance.NONE, false, false, null, null, null, false,
                false, true, "", null, null, checked());
        long id = begun(d);
        complete(id, "S021", "review");
        complete(id, "S007", "express", Act.Pick.person(office.person("S001")));
        signing.sign(id, paper(id, "S001").sha256(), Act.Opinion.written("急发"), "number", List.of(), office.actor("S001"), office.now(), request());
        complete(id, "S009", "duty", Act.Pick.person(office.person("S024")));
        assertThat(paper(id, "S024").number()).startsWith("岭政办发明电〔2026〕");
        dispatching.proposed(id, office.actor("S024")).forEach(line -> dispatching.add(id, line, office.actor("S024"), office.now(), request()));
        dispatching.send(id, List.of(), office.actor("S024"), office.now());
        complete(id, "S024", "close");

        assertThat(step(id)).isEqualTo("close");
        assertThat(dispatching.of(id, office.actor("S021"))).allMatch(DispatchLine::sent).allMatch(l -> l.channel() == DispatchLine.Channel.TELEGRAM_PLAIN);
    }

    @Test
    void promise1_aNumberIsVoidedWithItsReasonAndAReturnNeverChangesIt() {
        long id = signed();
        complete(id, "S009", "number");
        complete(id, "S009", "typeset");
        String first = paper(id, "S009").number();
        sendBack(id, "S009", "recheck", false);
        assertThat(paper(id, "S009").number()).isEqualTo(first);

        Draft d = paper(id, "S009").draft();
        write(id, "S009", change(d, d.title(), d.body(), List.of(to("ORG-FGW"), to("ORG-CZT"), to("ORG-JTT"), to("ORG-ZRT"))));
        assertThatThrownBy(() -> complete(id, "S009", "confirm")).satisfies(e -> assertThat(codes(e)).contains("outgoing.refusal.substantive"));
        sendBack(id, "S009", "sign", false);
        sign(id, "S001");
        complete(id, "S009", "number");
        assertThatThrownBy(() -> complete(id, "S009", "typeset")).satisfies(e -> assertThat(codes(e)).containsExactly("outgoing.refusal.number-of-other-text"));
        numbering.voidNumber(id, "主送机关遗漏省自然资源厅，退回复审", office.person("S006"), office.actor("S009"), office.now());
        complete(id, "S009", "typeset");

        List<NumberLine> borne = numbering.borne(id, office.actor("S009"));
        assertThat(borne).hasSize(2);
        assertThat(borne.getLast().text()).isEqualTo(first);
        assertThat(borne.getLast().state()).isEqualTo(NumberLine.State.VOIDED);
        assertThat(paper(id, "S009").number()).isEqualTo(borne.getFirst().text()).isNotEqualTo(first);
    }

    @Test
    void aPaperSentWithinTheHouseIsAnIncomingPaperAtOnceAndItsRegistrationIsTheReceipt() {
        Draft d = letter();
        long id = begun(change(d, d.title(), d.body(), List.of(new Draft.Recipient("云岭省人民政府办公厅", body("ORG-YLB"), null))));
        toDispatch(id);
        send(id);

        DispatchLine line = dispatching.of(id, office.actor("S009")).getFirst();
        assertThat(line.channel()).isEqualTo(DispatchLine.Channel.INTERNAL);
        assertThat(line.incoming()).isNotNull();
        assertThat(line.acknowledgedAt()).isNull();
        long receiver = inTransaction(() -> jdbc.sql("select receiver from incoming_document where id = ?").param(line.incoming()).query(Long.class).single());
        Actor clerk = office.actor(office.code(receiver));
        Paper paper = papers.one(line.incoming(), clerk);
        assertThat(paper.particulars().docNumber()).isEqualTo(paper(id, "S009").number());
        Particulars p = paper.particulars();
        Particulars whole = new Particulars(
                p.senderId(), p.senderName(), p.docNumber(), p.title(), p.docType(), p.direction(), p.issuedOn(), p.urgency(), p.secrecy(), p.openness(),
                p.opennessReason(), p.copies(), 2, p.mainRecipients(), p.ccRecipients(), p.signers(), null, null, Particulars.Kind.FOR_ACTION, List.of(), null,
                p.medium(), p.body(), null, null, null);
        incoming.change(line.incoming(), paper.version(), paper.receipt(), whole, clerk, office.now());
        String number = incoming.register(line.incoming(), null, clerk, office.now(), request());

        DispatchLine after = dispatching.of(id, office.actor("S009")).getFirst();
        assertThat(after.acknowledgedAt()).isNotNull();
        assertThat(after.acknowledgedBy()).isEqualTo(number);
    }

    @Test
    void aReplyThatWasSentStandsOnThePaperThatItAnswers() {
        Particulars asks = new Particulars(
                body("ORG-CC"), "澄川市人民政府", DocNumbers.of("澄政函"), "关于商请支持港区建设的函", DocType.LETTER, Direction.LATERAL,
                LocalDate.of(2026, 6, 1), UrgencyMark.NONE, Clearance.NONE, Openness.NOT_OPEN, "商洽工作", 1, 2, List.of("云岭省人民政府办公厅"), List.of(), List.of(),
                null, null, Particulars.Kind.FOR_ACTION, List.of(), null, Medium.PAPER, "请予支持。", null, null, null);
        long asked = incoming.receive(
                org.sanban.documents.Receipt.inOrder(office.now(), office.person("S008"), org.sanban.documents.Receipt.Channel.E_EXCHANGE), asks,
                office.actor("S008"), office.now(), request());
        org.sanban.audit.SubjectRef subject = new org.sanban.audit.SubjectRef("incoming", asked);
        incoming.register(asked, null, office.actor("S008"), office.now(), request());
        handlings.apply(subject, new Act.Jump("handle", List.of(Act.Pick.lead(office.unit("MSW"))), "演示"), Actor.SYSTEM, office.now(), request());
        Draft begins = drafts.answerTo(asked, office.actor("S021"));
        assertThat(begins.mainRecipients().getFirst().name()).isEqualTo("澄川市人民政府");
        Draft d = letter();
        long id = begun(new Draft(
                begins.docType(), begins.direction(), d.medium(), d.issuer(), List.of(), "云岭省人民政府办公厅关于支持港区建设的复函", begins.mainRecipients(), List.of(),
                "你市《" + asks.title() + "》（" + asks.docNumber() + "）收悉。经研究，现函复如下。\n一、原则同意。", List.of(), d.signatureNames(), List.of(), d.annotation(),
                d.openness(), d.opennessReason(), d.urgency(), d.secrecy(), false, false, null, asked, null, false, false, false, "", null, null, d.firstCheck()));
        toDispatch(id);
        send(id);
        complete(id, "S009", "close");

        Paper paper = papers.one(asked, office.actor("S021"));
        assertThat(paper.reply()).isNotNull();
        assertThat(paper.reply().number()).isEqualTo(paper(id, "S021").number());
        assertThat(reading.answersTo(asked, office.actor("S021"))).extracting(OutgoingReading.Line::id).containsExactly(id);
    }

    @Test
    void aRecipientThatNoLongerExistsIsRefusedAtItsField() {
        long gone = organizations.add(
                new Organizations.Organization(0, "ORG-" + System.nanoTime() % 1_000_000, "云岭省旧办" + System.nanoTime(), "旧办", "DEPARTMENT", 1, null, null, null, true, 0),
                Actor.SYSTEM, office.now());
        String name = inTransaction(() -> organizations.byId(gone).orElseThrow().name());
        Draft d = letter();
        long id = begun(change(d, d.title(), d.body(), List.of(to("ORG-FGW"), new Draft.Recipient(name, gone, null))));
        organizations.retire(gone, true, Actor.SYSTEM, office.now());

        assertThatThrownBy(() -> complete(id, "S021", "review")).satisfies(e -> assertThat(((Refused) e).objections())
                .anyMatch(o -> o.code().equals("outgoing.refusal.recipient-gone") && "mainRecipients[1]".equals(o.field())));
    }

    @Test
    void aRecipientAbolishedAfterItsLineWasMadeIsNotSentTo() {
        long gone = organizations.add(
                new Organizations.Organization(0, "ORG-" + System.nanoTime() % 1_000_000, "云岭省新办" + System.nanoTime(), "新办", "DEPARTMENT", 1, null, null, null, true, 0),
                Actor.SYSTEM, office.now());
        long id = begun();
        toDispatch(id);
        dispatching.proposed(id, office.actor("S009")).forEach(line -> dispatching.add(id, line, office.actor("S009"), office.now(), request()));
        dispatching.add(id, new Dispatching.NewLine(DispatchLine.Kind.CC, "新办", gone, null, 1, DispatchLine.Channel.HAND), office.actor("S009"), office.now(), request());
        organizations.retire(gone, true, Actor.SYSTEM, office.now());

        assertThatThrownBy(() -> dispatching.send(id, List.of(), office.actor("S009"), office.now()))
                .satisfies(e -> assertThat(codes(e)).containsExactly("outgoing.refusal.recipient-gone"));
        assertThat(dispatching.of(id, office.actor("S009"))).noneMatch(DispatchLine::sent);
    }

    @Test
    void promise6_closingWithoutReceiptsIsRecordedWithTheReason() {
        long id = begun();
        toDispatch(id);
        send(id);
        complete(id, "S009", "close");
        List<String> names = dispatching.of(id, office.actor("S021")).stream().map(DispatchLine::name).toList();
        afterwards.waive(id, names, "已电话确认收到", office.actor("S021"), office.now());
        complete(id, "S021", "closed");

        assertThat(paper(id, "S021").missingWaived()).isEqualTo(names);
        assertThat(step(id)).isEqualTo("transfer");
    }

    @Test
    void aRecalledPaperSaysWhyAndIsSentToNobodyElse() {
        long id = begun();
        toDispatch(id);
        send(id);
        afterwards.recall(id, "附件有误", office.actor("S009"), office.now());

        assertThat(dispatching.of(id, office.actor("S009"))).allMatch(l -> l.recalledAt() != null);
        dispatching.add(id, new Dispatching.NewLine(DispatchLine.Kind.CC, "省审计厅", null, null, 1, DispatchLine.Channel.HAND), office.actor("S009"), office.now(), request());
        assertThatThrownBy(() -> dispatching.send(id, List.of(), office.actor("S009"), office.now()))
                .satisfies(e -> assertThat(codes(e)).containsExactly("outgoing.refusal.recalled"));
    }

    @Test
    void aRecallReachesThePaperDeliveredWithinTheHouseAndStopsIt() {
        Draft d = letter();
        long id = begun(change(d, d.title(), d.body(), List.of(new Draft.Recipient("云岭省人民政府办公厅", body("ORG-YLB"), null))));
        toDispatch(id);
        send(id);
        long delivered = java.util.Objects.requireNonNull(dispatching.of(id, office.actor("S009")).getFirst().incoming());
        long receiver = jdbc.sql("select receiver from incoming_document where id = ?").param(delivered).query(Long.class).single();
        long before = jdbc.sql("select count(*) from notice where person_id = ?").param(receiver).query(Long.class).single();
        afterwards.recall(id, "附件有误，另行印发", office.actor("S009"), office.now());

        Paper paper = papers.one(delivered, office.actor(office.code(receiver)));
        assertThat(paper.recallReason()).isEqualTo("附件有误，另行印发");
        assertThat(paper.state()).isEqualTo("VOIDED");
        assertThat(jdbc.sql("select count(*) from task t join handling h on h.id = t.handling_id where h.subject_kind = 'incoming' and h.subject_id = ? and t.state = 'OPEN'")
                .param(delivered).query(Long.class).single()).isZero();
        assertThat(jdbc.sql("select count(*) from notice where person_id = ?").param(receiver).query(Long.class).single()).isGreaterThan(before);
    }

    @Test
    void whoMayNotSeeAPaperLearnsNothingOfItByAnyWay() {
        long id = signed();
        Actor stranger = office.actor("S029");
        List<ThrowingCallable> ways = List.of(
                () -> reading.one(id, null, stranger, office.now()), () -> drafts.save(id, 0, WINDOW, letter(), stranger, office.now()),
                () -> leases.take(id, WINDOW, stranger, office.now()), () -> revisions.of(id, stranger), () -> revisions.between(id, 0, 0, stranger),
                () -> corrections.of(id, stranger), () -> corrections.pending(id, stranger), () -> corrections.acceptAll(id, stranger, office.now()),
                () -> approvals.of(id, stranger), () -> signing.sign(id, "x", null, null, List.of(), stranger, office.now(), request()),
                () -> numbering.borne(id, stranger), () -> numbering.voidNumber(id, "x", 1, stranger, office.now()), () -> proofs.of(id, stranger),
                () -> proofs.read(id, Proofs.Part.READER, true, null, stranger, office.now()), () -> seals.of(id, stranger),
                () -> seals.seal(id, "x", 1, 1, null, stranger, office.now()), () -> dispatching.of(id, stranger),
                () -> dispatching.send(id, List.of(), stranger, office.now()), () -> afterwards.recall(id, "x", stranger, office.now()),
                () -> countersigns.choose(id, Approval.Verdict.AGREE, stranger, office.now()));
        ways.forEach(way -> assertThatThrownBy(way).isInstanceOf(NotFound.class));
        assertThat(reading.page(null, 500, stranger)).noneMatch(line -> line.id() == id);
    }

    private void toDispatch(long id) {
        complete(id, "S021", "review");
        complete(id, "S007", "submit");
        complete(id, "S007", "sign", Act.Pick.person(office.person("S001")));
        sign(id, "S001");
        complete(id, "S009", "number");
        complete(id, "S009", "typeset");
        proofread(id);
        seal(id);
        complete(id, "S009", "dispatch");
    }

    private void proofread(long id) {
        complete(id, "S009", "proofread", Act.Pick.person(office.person("S021")), Act.Pick.person(office.person("S008")), Act.Pick.person(office.person("S009")));
        proofs.read(id, Proofs.Part.FIRST_READER, true, null, office.actor("S021"), office.now());
        complete(id, "S021", null);
        proofs.read(id, Proofs.Part.READER, true, null, office.actor("S008"), office.now());
        complete(id, "S008", null);
        assertThatThrownBy(() -> complete(id, "S009", "seal")).satisfies(e -> assertThat(codes(e)).containsExactly("outgoing.refusal.two-readers"));
        proofs.read(id, Proofs.Part.READER, true, null, office.actor("S009"), office.now());
        complete(id, "S009", "seal");
    }

    private void seal(long id) {
        assertThatThrownBy(() -> complete(id, "S009", "dispatch")).satisfies(e -> assertThat(codes(e)).containsExactly("outgoing.refusal.no-seal"));
        seals.seal(id, "云岭省人民政府办公厅", 10, office.person("S006"), null, office.actor("S009"), office.now());
    }

    private void send(long id) {
        assertThatThrownBy(() -> complete(id, "S009", "close")).satisfies(e -> assertThat(codes(e)).contains("outgoing.refusal.unsent"));
        dispatching.proposed(id, office.actor("S009")).forEach(line -> dispatching.add(id, line, office.actor("S009"), office.now(), request()));
        dispatching.send(id, List.of(), office.actor("S009"), office.now());
    }

    private void acknowledgeAll(long id) {
        dispatching.of(id, office.actor("S021")).forEach(l -> dispatching.acknowledge(id, l.id(), "办公室", office.actor("S021"), office.now()));
    }
}
