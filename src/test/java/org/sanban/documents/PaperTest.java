package org.sanban.documents;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.documents.Particulars.Kind;
import org.sanban.people.Clearance;
import org.sanban.testing.DocNumbers;
import org.sanban.testing.OfficeTest;
import org.sanban.workflow.Act;
import org.sanban.workflow.Handlings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Papers for tests, and their way through the office. */
abstract class PaperTest extends OfficeTest {

    @Autowired
    Incoming incoming;

    @Autowired
    Handlings handlings;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Papers papers;

    static String request() {
        return UUID.randomUUID().toString();
    }

    static SubjectRef ref(long id) {
        return new SubjectRef("incoming", id);
    }

    /** A letter in order, from the finance department, with a number of its own. */
    static Particulars letter() {
        return paper(DocNumbers.of("岭财函"), "关于物流枢纽资金管理办法意见的复函", DocType.LETTER, Kind.FOR_ACTION, UrgencyMark.NONE, Medium.PAPER);
    }

    static Particulars paper(@Nullable String number, String title, DocType type, Kind kind, UrgencyMark urgency, Medium medium) {
        return new Particulars(
                null, "云岭省财政厅", number, title, type, Direction.LATERAL, LocalDate.of(2026, 5, 15), urgency, Clearance.NONE,
                Openness.NOT_OPEN, "答复部门征求意见的公文", 2, 2, List.of("云岭省人民政府办公厅"), List.of(), List.of(), "苏", "000-0000-7503", kind,
                List.of("物流"), null, medium, "现提出以下意见。", null, null, null);
    }

    Receipt receipt() {
        return Receipt.inOrder(office.now(), office.person("S008"), Receipt.Channel.E_EXCHANGE);
    }

    long received(Particulars particulars) {
        return incoming.receive(receipt(), particulars, office.actor("S008"), office.now(), request());
    }

    long registered(Particulars particulars) {
        long id = received(particulars);
        incoming.register(id, null, office.actor("S008"), office.now(), request());
        return id;
    }

    void passReview(long id) {
        incoming.review(id, review(List.of(), null), office.actor("S007"));
        complete(id, "S007", null, null);
    }

    Review review(List<Review.Found> grounds, @Nullable String toCorrect) {
        java.util.Map<LawTest, Boolean> answers = new java.util.EnumMap<>(LawTest.class);
        for (LawTest test : LawTest.values()) {
            answers.put(test, grounds.stream().noneMatch(f -> f.ground().test() == test));
        }
        return new Review(answers, grounds, toCorrect, office.person("S007"), office.now());
    }

    /** Finishes the open main task that {@code who} may finish. */
    void complete(long id, String who, @Nullable String way, @Nullable String opinion, Act.Pick... picks) {
        handlings.apply(ref(id), Act.Complete.of(task(id, who), way, opinion, picks), office.actor(who), office.now(), request());
    }

    long task(long id, String who) {
        List<Long> tasks = inTransaction(() -> jdbc.sql("select t.id from task t join handling h on h.id = t.handling_id where h.subject_kind = 'incoming' and h.subject_id = :id"
                        + " and t.state = 'OPEN' and t.kind = 'MAIN' and (t.holder_id = :who or t.holder_id is null) order by t.id")
                .param("id", id).param("who", office.person(who)).query(Long.class).list());
        if (tasks.isEmpty()) {
            throw new AssertionError(who + " holds nothing of " + id + ", which stands at " + handlings.stepOf(ref(id)));
        }
        return tasks.getFirst();
    }

    String step(long id) {
        return String.valueOf(handlings.stepOf(ref(id)));
    }

    @Nullable String number(long id) {
        return inTransaction(() -> papers.one(id).inNo);
    }

    <T> T inTransaction(java.util.function.Supplier<T> work) {
        return new TransactionTemplate(transactions).execute(status -> work.get());
    }

    Instant now() {
        return office.now();
    }
}
