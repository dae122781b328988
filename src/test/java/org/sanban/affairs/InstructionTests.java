package org.sanban.affairs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sanban.audit.SubjectRef;
import org.sanban.documents.Direction;
import org.sanban.documents.DocType;
import org.sanban.documents.Incoming;
import org.sanban.documents.InstructionGiven;
import org.sanban.documents.Medium;
import org.sanban.documents.Openness;
import org.sanban.documents.Particulars;
import org.sanban.documents.Receipt;
import org.sanban.documents.UrgencyMark;
import org.sanban.meetings.Body;
import org.sanban.meetings.DecisionAssigned;
import org.sanban.people.Actor;
import org.sanban.people.Clearance;
import org.sanban.workflow.Act;
import org.sanban.workflow.Urgency;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What leaders write and meetings decide becomes an affair by itself (domain.md §6.3). */
class InstructionTests extends AffairTest {

    @Autowired
    Instructions instructions;

    @Autowired
    Categories categories;

    @Autowired
    Incoming incoming;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    PlatformTransactionManager transactions;

    @ParameterizedTest
    @CsvSource({
        "请润田同志赶赴现场，上午召开专题会议, ACT", "请望秋同志研处并报结果。, ACT", "同意，请办公厅抓好落实, ACT", "已阅。, READ", "阅, READ", "同意。, READ", "请阅示, READ", "此事要紧, ACT",
    })
    void anInstructionIsReadAsAskingForSomethingInDoubt(String words, Categories.Sort sort) {
        assertThat(categories.sort(words)).isEqualTo(sort);
        assertThat(categories.sort(" ")).isEqualTo(Categories.Sort.CIRCLED);
    }

    @Test
    void anInstructionBecomesAnAffairWordForWordAndTheHigherLeadersLastWordGoverns() {
        SubjectRef paper = new SubjectRef("incoming", 900_000_000L + System.nanoTime() % 1_000_000);
        String first = "请水利厅  核实，并报结果！（加急）";
        give(paper, "S003", first, Urgency.URGENT);
        Affair made = of(paper).orElseThrow();
        assertThat(made.instruction()).as("not a space is lost").isEqualTo(first);
        assertThat(made.category()).isEqualTo("INSTRUCTION");
        assertThat(made.lane()).isEqualTo(Lane.URGENT_SPECIAL);
        assertThat(step(made.id())).as("lies before the supervisors").isEqualTo("propose");
        give(paper, "L04", "先转移群众，再核实水位", Urgency.URGENT);
        give(paper, "S003", "按原意见办", Urgency.URGENT);
        give(paper, "S002", "已阅", Urgency.URGENT);
        assertThat(of(paper).orElseThrow().id()).as("one paper, one affair").isEqualTo(made.id());
        assertThat(read(made.id()).instruction()).isEqualTo("先转移群众，再核实水位");
        assertThat(instructions.of(made.id())).extracting(Instructions.Instruction::words).containsExactly(first, "先转移群众，再核实水位", "按原意见办");
        assertThat(instructions.on(paper)).extracting(Instructions.Instruction::sort)
                .containsExactly(Categories.Sort.ACT, Categories.Sort.ACT, Categories.Sort.ACT, Categories.Sort.READ);
    }

    @Test
    void onAPaperOfTheHouseTheInstructionIsHeardAndItsCorrectionToo() {
        Particulars asks = new Particulars(
                null, "云岭省商务厅", null, "关于口岸通关的请示", DocType.REQUEST, Direction.UP, LocalDate.now(clock), UrgencyMark.NONE, Clearance.NONE, Openness.NOT_OPEN, "内部往来", 2, 2,
                List.of("云岭省人民政府"), List.of(), List.of(), "佟", "000-0000-7301", Particulars.Kind.FOR_ACTION, List.of(), null, Medium.PAPER, "请予支持。", null, null, null);
        SubjectRef paper = new SubjectRef("incoming",
                incoming.receive(Receipt.inOrder(office.now(), office.person("S008"), Receipt.Channel.E_EXCHANGE), asks, office.actor("S008"), office.now(), key()));
        handlings.apply(paper, new Act.Jump("instruct", List.of(Act.Pick.person(office.person("S002"))), "测试"), Actor.SYSTEM, office.now(), key());
        long task = positions.of(paper, office.actor("S002")).orElseThrow().mainAt("instruct");
        long given = handlings.apply(paper, Act.Complete.of(task, "assign", "请商务口研处，十日内报"), office.actor("S002"), office.now(), key());
        assertThat(of(paper).orElseThrow().instruction()).isEqualTo("请商务口研处，十日内报");
        assertThat(of(paper).orElseThrow().createdBy()).as("made by the house itself").isZero();
        clock.forward(java.time.Duration.ofMinutes(1));
        handlings.apply(paper, new Act.CorrectOpinion(given, "请商务口研处，五日内报"), office.actor("S002"), office.now(), key());
        assertThat(of(paper).orElseThrow().instruction()).isEqualTo("请商务口研处，五日内报");
        // promise 3
        assertThat(instructions.on(paper)).extracting(Instructions.Instruction::words).containsExactly("请商务口研处，十日内报", "请商务口研处，五日内报");
    }

    @Test
    void whatIsForReadingOrCircledMakesNoAffair() {
        SubjectRef paper = new SubjectRef("incoming", 910_000_000L + System.nanoTime() % 1_000_000);
        give(paper, "L03", "已阅", Urgency.NORMAL);
        give(paper, "L02", null, Urgency.NORMAL);
        assertThat(of(paper)).isEmpty();
        assertThat(instructions.on(paper)).extracting(Instructions.Instruction::sort).containsExactly(Categories.Sort.READ, Categories.Sort.CIRCLED);
    }

    @Test
    void aDecisionOfAMeetingBecomesAnAffairOnceWithItsLeadAndItsDay() {
        SubjectRef meeting = new SubjectRef("meeting", 920_000_000L + System.nanoTime() % 1_000_000);
        Instant due = in(12);
        long body = organizations.byCode("ORG-SLT").orElseThrow().id();
        long decision = System.nanoTime();
        long other = affairs.begin(entry(), office.actor(SUPERVISOR), office.now(), "decision-" + decision);
        DecisionAssigned given = new DecisionAssigned(
                meeting, decision, 3, "由省水利厅牵头，5月31日前逐库公示责任人。", new Body("省水利厅", body, null), List.of(new Body("秘书四处", null, office.unit("MSI"))), due,
                "第27次常务会议", "岭政会纪〔2026〕27号", office.unit("HYC"), office.person("S013"), office.now());
        for (int twice = 0; twice < 2; twice++) {
            new TransactionTemplate(transactions).executeWithoutResult(status -> events.publishEvent(given));
        }
        List<AffairList.Line> made = list.page(AffairList.Filter.of(meeting), null, 10, Actor.SYSTEM);
        assertThat(made).hasSize(1);
        Affair affair = read(made.getFirst().id());
        assertThat(affair.id()).as("a person's own key takes nothing's place").isNotEqualTo(other);
        assertThat(affair.instruction()).isEqualTo(given.text());
        assertThat(affair.leadBody()).isEqualTo(body);
        assertThat(affair.supportUnits()).containsExactly(office.unit("MSI"));
        assertThat(affair.due()).isEqualTo(due);
    }

    private void give(SubjectRef paper, String leader, @org.jspecify.annotations.Nullable String words, Urgency urgency) {
        events.publishEvent(new InstructionGiven(paper, System.nanoTime(), office.person(leader), words, "关于水位超警戒的报告", "收〔2026〕9", urgency, office.now()));
        clock.forward(java.time.Duration.ofMinutes(1));
    }

    private Optional<Affair> of(SubjectRef paper) {
        return list.page(AffairList.Filter.of(paper), null, 10, Actor.SYSTEM).stream().findFirst().map(line -> read(line.id()));
    }
}
