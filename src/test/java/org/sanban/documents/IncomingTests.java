package org.sanban.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sanban.documents.Particulars.Kind;
import org.sanban.documents.Review.Found;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.pages.Stale;
import org.sanban.testing.DocNumbers;
import org.sanban.workflow.Act;

class IncomingTests extends PaperTest {

    static List<String> codes(Throwable refused) {
        return ((Refused) refused).objections().stream().map(Objection::code).toList();
    }

    static List<String> fields(Throwable refused) {
        return ((Refused) refused).objections().stream().map(o -> String.valueOf(o.field())).toList();
    }

    @Test
    void aReceivedPaperWaitsForItsRegistrationAndHasNoNumberYet() {
        long id = received(letter());

        assertThat(step(id)).isEqualTo("register");
        assertThat(number(id)).isNull();
    }

    @Test
    void aSenderTypedByItsShortNameIsTheOneTheOfficeKnows() {
        long id = received(letter().from(null, "省财政厅"));

        inTransaction(() -> {
            assertThat(papers.one(id).particulars.senderName()).isEqualTo("云岭省财政厅");
            assertThat(papers.one(id).particulars.senderId()).isNotNull();
            return true;
        });
    }

    @Test
    void registrationAsksForEverythingThatIsMissingAtOnce() {
        Particulars bare = new Particulars(null, "", null, "某件来文", null, null, null, UrgencyMark.NONE, null, Openness.NOT_OPEN, null,
                null, null, null, null, null, null, null, null, null, null, Medium.PAPER, null, null, null, null);
        long id = received(bare);

        assertThatThrownBy(() -> incoming.register(id, null, office.actor("S008"), now(), request()))
                .isInstanceOf(Refused.class)
                .satisfies(e -> assertThat(fields(e)).containsExactly("sender", "docType", "direction", "kind", "copies", "pages", "opennessReason"));
        assertThat(step(id)).isEqualTo("register");
    }

    @Test
    void promise1_aPaperSentBackToRegistrationKeepsItsNumber() {
        long id = registered(letter());
        String given = number(id);
        handlings.apply(ref(id), new Act.Return(task(id, "S007"), "register", List.of(), false, "标题漏字"), office.actor("S007"), now(), request());
        complete(id, "S008", "registered", null);

        assertThat(given).isNotNull().isEqualTo(number(id));
        assertThatThrownBy(() -> inTransaction(() -> jdbc.sql("update incoming_document set in_no = 'x' where id = :id").param("id", id).update()))
                .hasMessageContaining("never changes");
    }

    @Test
    void aDoubleClickReceivesOnePaper() {
        String request = request();
        Particulars particulars = letter();
        long first = incoming.receive(receipt(), particulars, office.actor("S008"), now(), request);
        long second = incoming.receive(receipt(), particulars, office.actor("S008"), now(), request);

        assertThat(second).isEqualTo(first);
    }

    @Test
    void theSameNumberFromTheSameSenderIsNotRegisteredTwiceHoweverItsBracketsAreTyped() {
        Particulars first = letter();
        long earlier = registered(first);
        String typed = first.docNumber().replace("〔", "[").replace("〕", "] ");
        Particulars again = paper(typed, "关于另一题目的函", DocType.LETTER, Kind.FOR_ACTION, UrgencyMark.NONE, Medium.PAPER);
        long id = received(again);

        assertThatThrownBy(() -> incoming.register(id, null, office.actor("S008"), now(), request()))
                .satisfies(e -> assertThat(codes(e)).containsExactly("documents.refusal.duplicate"));
        assertThatThrownBy(() -> complete(id, "S008", "duplicate", null))
                .satisfies(e -> assertThat(codes(e)).containsExactly("documents.refusal.duplicate-of-what"));

        Particulars named = new Particulars(again.senderId(), again.senderName(), again.docNumber(), again.title(), again.docType(), again.direction(),
                again.issuedOn(), again.urgency(), again.secrecy(), again.openness(), again.opennessReason(), again.copies(), again.pages(), null, null, null,
                null, null, again.kind(), null, null, again.medium(), null, null, null, earlier);
        incoming.change(id, inTransaction(() -> papers.one(id).version), receipt(), named, office.actor("S008"), now());
        complete(id, "S008", "duplicate", null);
        assertThat(step(id)).isEqualTo("null");
        assertThat(number(id)).isNull();
    }

    @Test
    void aPaperWithARequestInsideIsReturnedToItsSenderWithTheGround() {
        long id = registered(paper(DocNumbers.of("岭应急"), "关于汛前安全检查情况的报告", DocType.REPORT, Kind.FOR_INFORMATION, UrgencyMark.NONE, Medium.PAPER));

        assertThatThrownBy(() -> complete(id, "S007", "reject", "建议退文"))
                .satisfies(e -> assertThat(codes(e)).containsExactly("documents.refusal.no-ground", "documents.refusal.to-correct"));
        incoming.review(id, review(List.of(new Found(Ground.RET_05, "报告中夹带资金请示")), "拆分为报告和请示后分别报送"), office.actor("S007"));
        assertThatThrownBy(() -> complete(id, "S007", "for-information", null))
                .satisfies(e -> assertThat(codes(e)).containsExactly("documents.refusal.tests-failed"));
        complete(id, "S007", "reject", "报告中夹带资金请示，请拆分后重新报送");
        complete(id, "S006", "returned", null);

        assertThat(inTransaction(() -> papers.one(id).result)).isEqualTo(IncomingDocument.Result.RETURNED);
        assertThat(inTransaction(() -> papers.one(id).returnedBy)).isEqualTo(office.person("S006"));
    }

    @Test
    void promise7_aStepThatNeedsAReplyIsNotFinishedWithoutOneAndSaysWhere() {
        long id = handling();

        assertThatThrownBy(() -> complete(id, "S019", "done", "已研究"))
                .satisfies(e -> assertThat(fields(e)).containsExactly("replyForm"));
        incoming.reply(id, reply(null), office.actor("S019"));
        assertThatThrownBy(() -> complete(id, "S019", "done", "已研究"))
                .satisfies(e -> assertThat(fields(e)).containsExactly("replyText"));
        incoming.reply(id, reply("同意，按意见修改。"), office.actor("S019"));
        complete(id, "S019", "done", "已研究并答复");

        assertThat(step(id)).isEqualTo("transfer");
        assertThat(inTransaction(() -> papers.one(id).result)).isEqualTo(IncomingDocument.Result.REPLIED);
    }

    @Test
    void promise6_readersWhoHaveNotAnsweredAreNamedAndGoingOnWithoutThemIsRecorded() {
        long id = handling();
        handlings.apply(ref(id), new Act.Circulate(List.of(List.of(office.person("L03"))), null), office.actor("S007"), now(), request());

        assertThatThrownBy(() -> complete(id, "S019", "done-without-reply", "阅研"))
                .satisfies(e -> assertThat(((Refused) e).objections()).singleElement()
                        .satisfies(o -> assertThat(o.args().toString()).contains("祝长青")));
        incoming.waiveReaders(id, List.of("祝长青"), "出差在外，已电话报告", office.actor("S019"), now());
        complete(id, "S019", "done-without-reply", "阅研");

        assertThat(step(id)).isEqualTo("transfer");
        assertThat(inTransaction(() -> papers.one(id).waiverReason)).contains("电话报告");
    }

    @Test
    void aPaperForReadingIsNotClosedBeforeAnybodyWasSentIt() {
        long id = registered(paper(null, "情况通报", DocType.CIRCULAR, Kind.FOR_INFORMATION, UrgencyMark.NONE, Medium.PAPER));
        passReview(id);

        assertThatThrownBy(() -> complete(id, "S007", "read", null))
                .satisfies(e -> assertThat(codes(e)).containsExactly("documents.refusal.not-circulated"));
        complete(id, "S007", "act", null);
        assertThat(step(id)).isEqualTo("propose");
        assertThat(inTransaction(() -> papers.one(id).particulars.kind())).isEqualTo(Kind.FOR_ACTION);
    }

    @Test
    void aStaleVersionIsRefusedAndNothingIsOverwritten() {
        long id = received(letter());
        int read = inTransaction(() -> papers.one(id).version);
        incoming.change(id, read, receipt(), letter(), office.actor("S008"), now());

        assertThatThrownBy(() -> incoming.change(id, read, receipt(), letter(), office.actor("S008"), now())).isInstanceOf(Stale.class);
    }

    @Test
    void onlyWhoHoldsRegistrationOrReviewWritesTheRegister() {
        long id = registered(letter());
        passReview(id);
        int read = inTransaction(() -> papers.one(id).version);

        assertThatThrownBy(() -> incoming.change(id, read, receipt(), letter(), office.actor("S008"), now()))
                .satisfies(e -> assertThat(codes(e)).containsExactly("documents.refusal.not-before-you"));
    }

    @Test
    void whatCannotBeTrueIsRefusedAtItsField() {
        Particulars p = letter();
        Particulars wrong = new Particulars(null, "省财政厅", "岭".repeat(61), "题".repeat(10_000), p.docType(), p.direction(), LocalDate.of(2026, 6, 16),
                UrgencyMark.TOP, p.secrecy(), p.openness(), p.opennessReason(), 0, -1, null, null, null, "a\u0000b", null, p.kind(), null, null, Medium.PAPER,
                "\ud800", null, null, null);

        assertThatThrownBy(() -> received(wrong))
                .satisfies(e -> assertThat(fields(e)).containsExactlyInAnyOrder("title", "docNumber", "contactName", "body", "issuedOn", "copies", "pages", "urgency"));
    }

    @Test
    void promise15_aMarkOfSecrecyInAnyTypedTextIsTurnedAwayAndNothingIsKept() {
        long before = inTransaction(() -> jdbc.sql("select count(*) from incoming_document").query(Long.class).single());
        Particulars p = letter();
        Particulars title = paper("岭财函〔2026〕1号", "机密★10年 关于某事的函", DocType.LETTER, Kind.FOR_ACTION, UrgencyMark.NONE, Medium.PAPER);
        Particulars body = new Particulars(null, p.senderName(), p.docNumber(), p.title(), p.docType(), p.direction(), p.issuedOn(), p.urgency(), p.secrecy(),
                p.openness(), p.opennessReason(), 1, 1, null, null, null, null, null, p.kind(), null, null, p.medium(), "秘密★1年\n正文", null, null, null);

        for (Particulars marked : List.of(title, body)) {
            assertThatThrownBy(() -> received(marked)).satisfies(e -> assertThat(codes(e)).containsExactly("files.refusal.classified"));
        }
        assertThat(inTransaction(() -> jdbc.sql("select count(*) from incoming_document").query(Long.class).single())).isEqualTo(before);
    }

    private long handling() {
        long id = registered(letter());
        passReview(id);
        complete(id, "S007", "assign", "送秘书四处办理");
        complete(id, "S008", "handle", null, Act.Pick.lead(office.unit("MSI")));
        return id;
    }

    private Reply reply(@org.jspecify.annotations.Nullable String text) {
        return new Reply(Reply.Form.LETTER, LocalDate.of(2026, 6, 15), text, null, null, office.person("S019"), now());
    }
}
