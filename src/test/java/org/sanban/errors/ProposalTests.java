package org.sanban.errors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sanban.audit.SubjectRef;
import org.sanban.errors.Proposed.Origin;
import org.sanban.people.Actor;
import org.sanban.people.Clearance;
import org.sanban.workflow.Act;
import org.sanban.workflow.Card;
import org.sanban.workflow.Setbacks;
import org.sanban.workflow.Urgency;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Errors write themselves: the system proposes, a person decides, and dismissals teach. */
class ProposalTests extends ErrorTest {

    @Autowired
    Proposals proposals;

    @Autowired
    ProposalRows rows;

    @Autowired
    ProposalJob job;

    @Autowired
    Setbacks setbacks;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void whatBelongsToOneSubjectAndRoundIsOneMatterInTheKeepersTrayAndLeavesItWhenAllIsDecided() {
        SubjectRef paper = new SubjectRef("outgoing", nobody());
        String a = tell(paper, 1, "CORRECTION", "“十”改为“士”");
        tell(paper, 1, "CORRECTION", "补上“不”");
        tell(paper, 1, "CORRECTION", "版式");
        tell(paper, 2, "CORRECTION", "第二轮");
        tellAgain(paper, a);
        job.run(office.now());
        long first = group(paper, 1);
        assertThat(group(paper, 2)).isNotEqualTo(first);
        List<Proposals.Proposal> three = proposals.of(first, office.actor(KEEPER));
        assertThat(three).as("told twice, proposed once").hasSize(3);
        assertThat(positions.of(ProposalKind.ref(first), office.actor(KEEPER)).orElseThrow().mainAt("decide")).isNotNull();
        assertThat(positions.of(ProposalKind.ref(first), office.actor(TELLER))).isEmpty();

        long known = told("已经登记的差错");
        proposals.merge(first, List.of(three.get(0).id()), read(known).no(), office.actor(KEEPER), office.now(), key());
        ErrorLifeTests.assertRefused("errors.refusal.empty", () -> proposals.dismiss(first, List.of(three.get(2).id()), " ", office.actor(KEEPER), office.now(), key()));
        proposals.dismiss(first, List.of(three.get(2).id()), "排版软件自动调整", office.actor(KEEPER), office.now(), key());
        assertThat(positions.of(ProposalKind.ref(first), office.actor(KEEPER)).orElseThrow().state()).isEqualTo("RUNNING");
        ErrorLifeTests.assertRefused("errors.refusal.no-such-matter", () -> proposals.accept(first, List.of(three.get(1).id()), null, office.actor(KEEPER), office.now(), key()));
        proposals.dismiss(first, List.of(three.get(1).id()), "测试用的文件不存在", office.actor(KEEPER), office.now(), key());
        assertThat(positions.of(ProposalKind.ref(first), office.actor(KEEPER)).orElseThrow().outcome()).isEqualTo("DECIDED");
        assertThat(proposals.of(first, office.actor(KEEPER))).extracting(Proposals.Proposal::state).containsExactly("MERGED", "DISMISSED", "DISMISSED");
    }

    @Test
    void dismissalsTeachTheThresholdAndEveryTenthIsShownAllTheSame() {
        String sort = "S" + UUID.randomUUID().toString().substring(0, 8);
        SubjectRef paper = new SubjectRef("outgoing", nobody());
        for (int n = 0; n < ProposalRows.ENOUGH; n++) {
            tell(paper, 1, sort, "无关紧要 " + n);
        }
        job.run(office.now());
        long group = group(paper, 1);
        List<Long> all = proposals.of(group, office.actor(KEEPER)).stream().map(Proposals.Proposal::id).toList();
        assertThat(all).as("nothing is quiet before anything was decided").hasSize(ProposalRows.ENOUGH);
        proposals.dismiss(group, all, "不是差错", office.actor(KEEPER), office.now(), key());
        for (int n = 0; n < ProposalRows.SAMPLE; n++) {
            tell(paper, 3, sort, "又是 " + n);
        }
        job.run(office.now());
        assertThat(proposals.of(group(paper, 3), office.actor(KEEPER))).as("one in " + ProposalRows.SAMPLE + " is laid before the keeper").hasSize(1);
        Proposals.Lesson lesson = proposals.lessons().stream().filter(l -> l.sort().equals(sort)).findFirst().orElseThrow();
        assertThat(lesson.quiet()).isEqualTo(ProposalRows.SAMPLE - 1);
        assertThat(lesson.dismissed()).isEqualTo(ProposalRows.ENOUGH);
    }

    @Test
    void whatCameBackOrRanLateIsSeenOnceByItsMoment() {
        Instant begin = office.now();
        SubjectRef subject = new SubjectRef("error", told("会退回的事项"));
        finish(subject.id(), KEEPER, "confirmed", null);
        clock.forward(java.time.Duration.ofDays(9));
        Actor keeper = office.actor(KEEPER);
        long task = positions.of(subject, keeper).orElseThrow().mainAt("classify");
        handlings.apply(subject, new Act.Return(task, "verify", List.of(), false, "请再核实"), keeper, office.now(), key());
        List<Setbacks.Setback> seen = setbacks.between(begin, office.now(), List.of("error")).stream().filter(s -> s.subject().equals(subject)).toList();
        assertThat(seen).extracting(Setbacks.Setback::what).contains(Setbacks.What.RETURNED, Setbacks.What.LATE);
        assertThat(seen).filteredOn(s -> s.what() == Setbacks.What.RETURNED).singleElement().satisfies(s -> {
            assertThat(s.step()).isEqualTo("classify");
            assertThat(s.to()).isEqualTo("verify");
            assertThat(s.reason()).isEqualTo("请再核实");
        });
        assertThat(setbacks.between(office.now(), office.now().plusSeconds(1), List.of("error"))).as("not twice").noneMatch(s -> s.subject().equals(subject) && s.what() == Setbacks.What.RETURNED);
    }

    /** A subject that runs through a procedure of its own here, so that it may be reported on. */
    @Test
    void anAcceptedProposalBecomesAnErrorThatKnowsWhereItAroseAndWhereItWasFound() {
        long matter = handling();
        SubjectRef paper = new SubjectRef("error-proposal", matter);
        assertThat(paper.kind()).isEqualTo("error-proposal");
        events(Proposed.of(Origin.CORRECTION, paper, "own/" + matter, "登记簿自己的事", office.now()));
        assertThat(jdbc.sql("select count(*) from error_proposal where key = ?").param("own/" + matter).query(Integer.class).single())
                .as("what happens to the register itself is not proposed").isZero();
    }

    private long handling() {
        long id = nobody();
        inTransaction(() -> handlings.start(ProposalKind.ref(id), ProposalKind.PROCEDURE, new Card("x", null, null, Urgency.NORMAL, Clearance.NONE, office.unit("BWC"), null, java.util.Map.of()),
                List.of(), Actor.SYSTEM, office.now(), key()));
        return id;
    }

    private static long nobody() {
        return 900_000_000L + System.nanoTime() % 99_000_000L;
    }

    private String tell(SubjectRef subject, int round, String sort, String words) {
        String key = "test/" + UUID.randomUUID();
        events(Proposed.of(Origin.CORRECTION, subject, key, words, office.now()).made("draft", null).found("review").round(round).sort(sort).as("WRONG", "E-DO-04"));
        return key;
    }

    private void tellAgain(SubjectRef subject, String key) {
        events(Proposed.of(Origin.CORRECTION, subject, key, "还是那一处", office.now()).round(1).sort("CORRECTION"));
    }

    private void events(Proposed proposed) {
        inTransaction(() -> events.publishEvent(proposed));
    }

    private void inTransaction(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
    }

    private long group(SubjectRef subject, int round) {
        return jdbc.sql("select id from error_proposal_group where subject_kind = ? and subject_id = ? and round = ?").params(subject.kind(), subject.id(), round).query(Long.class).single();
    }
}
