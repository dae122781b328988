package org.sanban.affairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sanban.audit.RecurringJob;
import org.sanban.pages.NotFound;
import org.sanban.pages.Refused;
import org.sanban.pages.Stale;
import org.sanban.people.Actor;
import org.sanban.workflow.Act;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** From the entry to the archive (domain.md §6.2). */
class AffairLifeTests extends AffairTest {

    @Autowired
    Ratings ratings;

    @Autowired
    OutsideLinks links;

    @Autowired
    Petitioners petitioners;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    @Qualifier("proposalJob")
    RecurringJob proposals;

    @Test
    void noAffairIsRegisteredWithoutALimitAndWithoutSayingWhatDoneMeans() {
        long id = begun(Entry.of("SUPERVISION", "没有期限的事", Affair.Source.of(SourceType.PLAN), null));
        assertRefused("affairs.refusal.due", "due", () -> finish(id, SUPERVISOR, "proposed", null));
        assertRefused("affairs.refusal.standard", "standard", () -> finish(id, SUPERVISOR, "proposed", null));
        assertThat(read(id).no()).as("not registered, not numbered").isNull();
        finish(id, SUPERVISOR, "no-matter", "只需阅知");
        assertThat(read(id).state()).isEqualTo(State.NOT_REGISTERED);
    }

    @Test
    void feedbackWithoutEvidenceIsRefusedAtItsFieldAndThatWhichIsInsufficientComesBackWithTheReason() {
        long id = entrusted(entry());
        assertThat(read(id).no()).matches("督〔\\d{4}〕\\d{3,}");
        assertThat(read(id).state()).isEqualTo(State.IN_PROGRESS);
        feedback(id, SUPPORT, "协办部分已完成");
        assertThat(step(id)).as("the lead closes").isEqualTo("handle");
        // promise 7
        assertRefused("affairs.refusal.evidence", "evidence", () -> reporting.feedback(id, told("都做完了"), List.of(), null, office.actor(LEAD), office.now(), key()));
        assertRefused("affairs.refusal.no-feedback", "evidence", () -> finish(id, LEAD, "feedback", "绕过反馈表"));
        assertThat(reporting.of(id, office.actor(LEAD))).as("nothing is kept of what was refused").hasSize(1);
        String request = key();
        for (int twice = 0; twice < 2; twice++) {
            reporting.feedback(id, told("十项已落地九项"), List.of(file("台账.txt", "台账" + id)), null, office.actor(LEAD), office.now(), request);
        }
        assertThat(reporting.of(id, office.actor(LEAD))).as("sent twice is told once").hasSize(2);
        assertThat(step(id)).isEqualTo("review");
        sendBack(id, SUPERVISOR, "handle", "第十项没有落实");
        assertThat(read(id).state()).isEqualTo(State.REDO);
        assertThat(reporting.verdicts(id, office.actor(LEAD))).singleElement().satisfies(v -> {
            assertThat(v.approved()).isFalse();
            assertThat(v.words()).isEqualTo("第十项没有落实");
        });
        feedback(id, SUPPORT, "无补充");
        feedback(id, LEAD, "第十项已落实");
        assertThat(read(id).rounds()).isEqualTo(2);
        assertRefused("affairs.refusal.result", "result", () -> finish(id, SUPERVISOR, "closed", null));
        concluding.result(id, "十项全部落地", null, office.actor(SUPERVISOR), office.now());
        finish(id, SUPERVISOR, "report", null, Act.Pick.person(office.person("S002")));
        finish(id, "S002", "read", "很好");
        finish(id, SUPERVISOR, "closed", null);
        assertThat(read(id).state()).isEqualTo(State.CLOSED);
        assertThat(read(id).stamps().closed()).isEqualTo(office.now());
        finish(id, SUPERVISOR, "transferred", null);
        assertThat(step(id)).as("goes to the archive by the same steps as a paper").isEqualTo("arrange");
    }

    @Test
    void moreTimeIsAskedForBeforeTheLimitOnlyAndTheDayMovesOnTheAffairToo() {
        long id = entrusted(entry());
        handlings.apply(AffairKind.ref(id), new Act.Extend(task(id, LEAD), in(20), "数据尚未汇总"), office.actor(LEAD), office.now(), key());
        long asked = jdbc.sql("select t.id from task t join handling h on h.id = t.handling_id where h.subject_kind = 'affair' and h.subject_id = ? and t.kind = 'EXTENSION' and t.state = 'OPEN'")
                .param(id).query(Long.class).single();
        String decider = office.code(jdbc.sql("select coalesce(holder_id, ?) from task where id = ?").params(office.person(HEAD), asked).query(Long.class).single());
        handlings.apply(AffairKind.ref(id), new Act.Decide(asked, true, null), office.actor(decider), office.now(), key());
        assertThat(read(id).due()).isEqualTo(in(20));
        clock.forward(Duration.ofDays(21));
        assertRefused("workflow.refusal.too-late-to-extend", null,
                () -> handlings.apply(AffairKind.ref(id), new Act.Extend(task(id, LEAD), in(40), "再延"), office.actor(LEAD), office.now(), key()));
    }

    @Test
    void aUnitThatIsNotResponsibleSendsItBackAndAnotherOneLeads() {
        long id = entrusted(entry());
        sendBack(id, LEAD, "entrust", "不属本处职责");
        Affair now = read(id);
        affairs.change(id, now.version(), entry().by(office.unit("MSW"), null, List.of(), List.of()), office.actor(SUPERVISOR), office.now());
        entrusting.entrust(id, null, office.actor(SUPERVISOR), office.now(), key());
        assertThat(read(id).leadUnit()).isEqualTo(office.unit("MSW"));
        assertThat(read(id).no()).as("its number stands").isEqualTo(now.no());
        assertThatThrownBy(() -> affairs.change(id, now.version(), entry(), office.actor(SUPERVISOR), office.now())).as("it is with those who handle it").isInstanceOf(Refused.class);
    }

    @Test
    void twoLikeAffairsAreMergedAndTheOneSaysWhereItWent() {
        long first = entrusted(entry());
        long second = begun(entry());
        assertRefused("affairs.refusal.merge-into", "into", () -> finish(second, SUPERVISOR, "merged", null));
        assertRefused("affairs.refusal.no-such-affair", "into", () -> concluding.mergedInto(second, "督〔1999〕001", office.actor(SUPERVISOR), office.now()));
        concluding.mergedInto(second, String.valueOf(read(first).no()), office.actor(SUPERVISOR), office.now());
        finish(second, SUPERVISOR, "merged", null);
        assertThat(read(second).state()).isEqualTo(State.MERGED);
        assertThat(read(second).mergedInto()).isEqualTo(first);
    }

    @Test
    void anotherLaneHasItsReasonAndWhatWasDoneFirstIsWrittenDownBeforeClosing() {
        assertRefused("affairs.refusal.lane-reason", "laneReason", () -> begun(entry().in(Lane.URGENT_SPECIAL, " ")));
        long id = entrusted(entry().in(Lane.URGENT_SPECIAL, "汛情紧急"));
        assertThat(read(id).no()).as("registered without the head's step").isNotNull();
        feedback(id, SUPPORT, "已转移");
        feedback(id, LEAD, "已全部核实");
        concluding.result(id, "无人员失联", null, office.actor(SUPERVISOR), office.now());
        assertRefused("affairs.refusal.after-action", "afterAction", () -> finish(id, SUPERVISOR, "closed", null));
        concluding.result(id, "无人员失联", "先电话交办，当日补录", office.actor(SUPERVISOR), office.now());
        finish(id, SUPERVISOR, "closed", null);
        assertThat(read(id).state()).isEqualTo(State.CLOSED);
    }

    @Test
    void aProposalIsAnsweredWithAClassAndHandledAgainWhereItDidNotSatisfy() {
        Entry entry = Entry.of("PROPOSAL_NPC", "关于远程诊疗设备的建议", new Affair.Source(SourceType.NPC, null, "三次会议"), null)
                .within("书面答复代表", in(80)).by(office.unit("MSS"), null, List.of(), List.of());
        long id = begun(entry);
        assertRefused("affairs.refusal.origin", "originNo", () -> finish(id, SUPERVISOR, "registered", null));
        affairs.change(id, read(id).version(), entry.numbered("建议第" + id + "号"), office.actor(SUPERVISOR), office.now());
        finish(id, SUPERVISOR, "registered", null);
        for (Affair.Satisfaction said : List.of(Affair.Satisfaction.UNSATISFIED, Affair.Satisfaction.SATISFIED)) {
            entrusting.entrust(id, null, office.actor(SUPERVISOR), office.now(), key());
            feedback(id, LEAD, "已列入计划");
            finish(id, SUPERVISOR, "answer", null);
            assertRefused("affairs.refusal.answer", "answerClass", () -> finish(id, SUPERVISOR, "answered", null));
            assertRefused("affairs.refusal.answer-class", "answerClass", () -> concluding.answer(id, "Z", java.time.LocalDate.now(clock), "答复", office.actor(SUPERVISOR), office.now()));
            concluding.answer(id, "B", java.time.LocalDate.now(clock), "年内覆盖七十二个乡镇", office.actor(SUPERVISOR), office.now());
            finish(id, SUPERVISOR, "answered", null);
            concluding.asked(id, said, "希望再快一些", office.actor(SUPERVISOR), office.now());
            finish(id, SUPERVISOR, said == Affair.Satisfaction.UNSATISFIED ? "again" : "closed", null);
        }
        assertThat(read(id).state()).isEqualTo(State.CLOSED);
        assertThat(read(id).answer().satisfaction()).isEqualTo(Affair.Satisfaction.SATISFIED);
        assertThat(read(id).rounds()).isEqualTo(2);
    }

    @Test
    void whatIsSensitiveIsReadByThoseWhoHandleItAlone() {
        long id = affairs.begin(
                Entry.of("PETITION", "反映征地补偿公示不到位", Affair.Source.of(SourceType.PETITION), null).within("书面答复", in(60)), office.actor("S022"), office.now(), key());
        assertThat(affairs.one(id, office.actor(SUPERVISOR)).sensitive()).isTrue();
        assertThatThrownBy(() -> affairs.one(id, office.actor("S008"))).as("the registry reads all, but not this").isInstanceOf(NotFound.class);
        assertThat(jdbc.sql("select title from handling where subject_kind = 'affair' and subject_id = ?").param(id).query(String.class).single()).isEqualTo("来信来访来电");
        assertThat(list.page(AffairList.Filter.none(), null, 200, office.actor("S008"))).extracting(AffairList.Line::id).doesNotContain(id);
    }

    @Test
    void aTicketGoesToThoseWhoServeIsConfirmedAndRatedOnceThroughALinkThatExpires() {
        long id = affairs.begin(
                Entry.of("RETIREE_SERVICE", "上门换药", Affair.Source.of(SourceType.SERVICE), "行动不便"), office.actor("S014"), office.now(), key());
        assertThat(read(id).no()).as("numbered at once").matches("老〔\\d{4}〕\\d{3,}");
        assertThat(positions.of(AffairKind.ref(id), office.actor(SUPERVISOR))).as("the right to read all does not reach it").isEmpty();
        assertThatThrownBy(() -> affairs.one(id, office.actor(SUPERVISOR))).isInstanceOf(NotFound.class);
        finish(id, "S027", "served", "已约定每周三次");
        finish(id, "S014", "confirmed", null);
        assertThat(read(id).state()).isEqualTo(State.CLOSED);
        assertThat(read(id).result()).isEqualTo("已约定每周三次");
        String token = ratings.invite(id, office.actor("S027"), office.now());
        assertThat(jdbc.sql("select count(*) from affair_rating where token_hash = ?").param(token).query(Integer.class).single()).as("only its hash is kept").isZero();
        assertRefused("affairs.refusal.score", "score", () -> ratings.rate(token, 6, null, office.now()));
        ratings.rate(token, 5, "很及时", office.now());
        assertThatThrownBy(() -> ratings.rate(token, 1, "又评", office.now())).as("once").isInstanceOf(NotFound.class);
        assertThat(ratings.of(id)).singleElement().satisfies(r -> assertThat(r.words()).isEqualTo("很及时"));
        String late = ratings.invite(id, office.actor("S027"), office.now());
        assertThat(ratings.asked(late, office.now().plus(Duration.ofDays(31)))).isEmpty();
        assertThat(ratings.asked("tried", office.now())).isEmpty();
    }

    @Test
    void everyCellOfTheBoardOpensTheListItWasCountedFrom() {
        entrusted(entry().within("标准", in(2)));
        begun(entry());
        clock.forward(Duration.ofDays(3));
        Actor by = office.actor(SUPERVISOR);
        boolean late = false;
        for (AffairList.By rowsAre : AffairList.By.values()) {
            for (AffairList.Row row : list.board(rowsAre, by)) {
                for (Map.Entry<Mark, Integer> cell : row.counts().entrySet()) {
                    AffairList.Filter filter = new AffairList.Filter(
                            null, null, rowsAre == AffairList.By.STATE ? State.valueOf(row.key()) : null, rowsAre == AffairList.By.LEAD ? row.key() : null,
                            rowsAre == AffairList.By.SOURCE ? SourceType.valueOf(row.key()) : null, cell.getKey(), null, null);
                    // promise 13
                    assertThat(list.count(filter, by)).as(rowsAre + " " + row.key() + " " + cell.getKey()).isEqualTo(cell.getValue());
                    assertThat(list.page(filter, null, 1_000, by)).hasSize(cell.getValue());
                    late |= cell.getKey() == Mark.LATE && cell.getValue() > 0;
                }
            }
        }
        assertThat(late).as("something is late").isTrue();
    }

    @Test
    void feedbackThatIsOverdueOrSentBackProposesItselfAsAnError() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> jdbc.sql("insert into error_scan (name, until) values ('setbacks', :now) on conflict (name) do update set until = :now")
                .param("now", Timestamp.from(office.now())).update());
        long id = entrusted(entry().within("标准", in(1)));
        clock.forward(Duration.ofDays(4));
        proposals.run(office.now());
        assertThat(proposed(id)).contains("LEFT");
        clock.forward(Duration.ofMinutes(2));
        feedback(id, SUPPORT, "已完成");
        feedback(id, LEAD, "已完成");
        sendBack(id, SUPERVISOR, "handle", "佐证不全");
        clock.forward(Duration.ofMinutes(2));
        proposals.run(office.now());
        assertThat(proposed(id)).contains("LATE", "RETURN");
    }

    private List<String> proposed(long id) {
        return jdbc.sql("select origin from error_proposal where subject_kind = 'affair' and subject_id = ?").param(id).query(String.class).list();
    }

    @Test
    void aPetitionerIsStoredEncryptedReadByThoseWhoHandleThePetitionAndEachLookIsWrittenDown() {
        long id = affairs.begin(Entry.of("PETITION", "反映公示不到位", Affair.Source.of(SourceType.PETITION), null).within("书面答复", in(50)), office.actor("S022"), office.now(), key());
        String name = "信访人" + id;
        assertRefused("affairs.refusal.empty", "petitioner", () -> petitioners.write(id, new Petitioners.Petitioner(" ", null, null), office.actor("S022"), office.now()));
        petitioners.write(id, new Petitioners.Petitioner(name, "000-0000-1", null), office.actor("S022"), office.now());
        assertThat(new String(jdbc.sql("select sealed from affair_petitioner where affair_id = ?").param(id).query((row, n) -> row.getBytes(1)).single(), StandardCharsets.UTF_8))
                .as("the database alone tells nothing").doesNotContain(name).doesNotContain("000-0000-1");
        assertThat(petitioners.look(id, office.actor("S022"), office.now()).name()).isEqualTo(name);
        assertThatThrownBy(() -> petitioners.look(id, office.actor(HEAD), office.now())).as("who may read the petition does not read the petitioner").isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> petitioners.look(id, office.actor(LEAD), office.now())).isInstanceOf(NotFound.class);
        assertThat(petitioners.looks(read(id), office.actor("S022"))).extracting(Petitioners.Look::by).containsExactly(office.person("S022"));
    }

    @Test
    void aBodyOutsideTellsThroughALinkThatEndsAndWhoHoldsTheAffairAnswersWithIt() {
        long body = organizations.byCode("ORG-FGW").orElseThrow().id();
        long id = entrusted(entry().by(null, body, List.of(), List.of()));
        String token = links.make(id, body, office.actor(SUPERVISOR), office.now());
        assertRefused("affairs.refusal.takes-no-part", null, () -> links.make(id, organizations.byCode("ORG-SWT").orElseThrow().id(), office.actor(SUPERVISOR), office.now()));
        assertRefused("affairs.refusal.empty", "signedBy", () -> links.tell(token, "已完成", " ", List.of(), office.now(), key()));
        String request = key();
        for (int twice = 0; twice < 2; twice++) {
            links.tell(token, "十项均已落地", "主要负责同志", List.of(file("台账" + id + ".txt", "台账" + id)), office.now(), request);
        }
        Feedback told = OutsideLinks.waiting(reporting.of(id, office.actor(SUPERVISOR))).orElseThrow();
        assertThat(told.organization()).isEqualTo(body);
        assertThat(reporting.of(id, office.actor(SUPERVISOR))).as("sent twice is told once").hasSize(1);
        assertThat(positions.of(AffairKind.ref(id), office.actor(SUPERVISOR)).orElseThrow().ofKind("READ")).as("in the tray of whoever follows it").isNotNull();
        assertThat(step(id)).as("it moves nothing").isEqualTo("handle");
        assertThat(links.asked(token, office.now().plus(Duration.ofDays(31)))).isEmpty();
        String other = links.make(id, body, office.actor(SUPERVISOR), office.now());
        assertThat(links.asked(token, office.now())).as("a new one ends the old one").isEmpty();
        reporting.feedback(id, new AffairReporting.Told(told.words(), body, told.signedBy(), told.files()), List.of(), null, office.actor(SUPERVISOR), office.now(), key());
        assertThat(step(id)).isEqualTo("review");
        assertRefused("affairs.refusal.link-closed", null, () -> links.tell(other, "补充", "办公室", List.of(), office.now(), key()));
    }

    @Test
    void aNumberIsGivenOnceAndNoneIsLeftOut() throws Exception {
        int threads = 4;
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Callable<Long>> work = IntStream.range(0, 12).<Callable<Long>>mapToObj(n -> () -> affairs.begin(
                    Entry.of("SECURITY_SERVICE", "访客登记 " + n, Affair.Source.of(SourceType.SERVICE), null), office.actor("S014"), office.now(), key())).toList();
            List<Integer> given = pool.invokeAll(work).stream().map(AffairLifeTests::got).map(id -> Integer.valueOf(String.valueOf(read(id).no()).replaceAll(".*〕", ""))).sorted().toList();
            // promise 1
            assertThat(given).isEqualTo(IntStream.rangeClosed(given.getFirst(), given.getFirst() + 11).boxed().toList());
        }
    }

    private static long got(Future<Long> made) {
        try {
            return made.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void badInputIsRefusedBesideItsField() {
        assertRefused("affairs.refusal.category", "category", () -> begun(Entry.of("NOTHING", "x", Affair.Source.of(SourceType.PLAN), null)));
        assertRefused("affairs.refusal.empty", "title", () -> begun(Entry.of("SUPERVISION", "  ", Affair.Source.of(SourceType.PLAN), null)));
        assertRefused("affairs.refusal.too-long", "title", () -> begun(Entry.of("SUPERVISION", "长".repeat(201), Affair.Source.of(SourceType.PLAN), null)));
        assertRefused("affairs.refusal.named-twice", "supportUnits", () -> begun(entry().by(office.unit("MSS"), null, List.of(office.unit("MSS")), List.of())));
        assertRefused("affairs.refusal.unknown-party", "leadUnit", () -> begun(entry().by(-5L, null, List.of(), List.of())));
        long id = begun(entry());
        int version = read(id).version();
        affairs.change(id, version, entry(), office.actor(SUPERVISOR), office.now());
        assertThatThrownBy(() -> affairs.change(id, version, entry(), office.actor(SUPERVISOR), office.now())).isInstanceOf(Stale.class);
        assertThatThrownBy(() -> affairs.change(id, version + 1, entry(), office.actor(LEAD), office.now())).as("it does not lie before them").isInstanceOf(RuntimeException.class);
        String request = key();
        Entry once = entry();
        assertThat(affairs.begin(once, office.actor(SUPERVISOR), office.now(), request)).isEqualTo(affairs.begin(once, office.actor(SUPERVISOR), office.now(), request));
    }
}
