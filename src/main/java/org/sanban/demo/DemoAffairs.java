package org.sanban.demo;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.sanban.affairs.Affair;
import org.sanban.affairs.AffairKind;
import org.sanban.affairs.AffairList;
import org.sanban.affairs.Affairs;
import org.sanban.affairs.Entrusting;
import org.sanban.affairs.Entry;
import org.sanban.affairs.Lane;
import org.sanban.affairs.Mark;
import org.sanban.affairs.AffairReporting;
import org.sanban.affairs.SourceType;
import org.sanban.affairs.State;
import org.sanban.audit.SubjectRef;
import org.sanban.files.Attachment;
import org.sanban.files.Upload;
import org.sanban.people.Actor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The affairs of the sample office with their ways, after the meetings from which some of them arise, and a few under way: late, sent back, not moving. Loads once. */
@Component
@Profile("!production")
@ConditionalOnProperty(name = {"sanban.demo", "sanban.demo.papers"}, matchIfMissing = true, havingValue = "true")
@Order(37)
class DemoAffairs implements ApplicationRunner {

    private static final String SUPERVISOR = "S016";
    private static final String HEAD = "S015";

    private final SampleAffairs samples;
    private final DemoDecisions decisions;
    private final Affairs affairs;
    private final AffairList list;
    private final Entrusting entrusting;
    private final AffairReporting reporting;
    private final Play play;
    private final Courses courses;
    private final Clock clock;
    private final ZoneId zone;

    DemoAffairs(
            SampleAffairs samples, DemoDecisions decisions, Affairs affairs, AffairList list, Entrusting entrusting, AffairReporting reporting, Play play, Courses courses, Clock clock,
            @Value("${sanban.zone}") ZoneId zone) {
        this.samples = samples;
        this.decisions = decisions;
        this.affairs = affairs;
        this.list = list;
        this.entrusting = entrusting;
        this.reporting = reporting;
        this.play = play;
        this.courses = courses;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments args) {
        Instant now = clock.instant();
        if (list.count(new AffairList.Filter(null, "SUPERVISION", null, null, null, null, null, null), Actor.SYSTEM) > 0) {
            return;
        }
        samples.bring();
        decisions.follow(now);
        instructed(now);
        underway("全省政务服务事项目录更新", "按期完成目录更新并上线运行", "ZGC", List.of("ZDH"), 12, 3, Until.HANDLE, now);
        underway("汛期值守检查发现问题整改", "清单所列问题逐项销号", "MSI", List.of(), 20, 2, Until.LATE, now);
        underway("口岸通关便利化措施落实情况", "十项措施全部落地，企业可查", "MSS", List.of("MSW"), 14, 6, Until.REVIEW, now);
        underway("老旧小区改造年度任务进度", "台账与现场一致", "MSW", List.of(), 15, 4, Until.REDO, now);
        underway("基层报表精简专项督查", "报表数量压减三成以上", "ZHC", List.of("MSY"), 1, 15, Until.REGISTER, now);
    }

    /** What leaders wrote on the papers of the last days: all but the latest two are registered and entrusted. */
    private void instructed(Instant now) {
        List<String> units = List.of("MSW", "MSI", "MSS", "MSQ");
        List<AffairList.Line> lines = list.page(new AffairList.Filter(null, "INSTRUCTION", State.DRAFT, null, null, Mark.OPEN, null, null), null, 50, Actor.SYSTEM);
        for (AffairList.Line line : lines.stream().skip(2).toList()) {
            Courses.Course course = courses.from(line.createdAt(), now);
            SubjectRef ref = AffairKind.ref(line.id());
            Actor by = play.actor(SUPERVISOR, course.later(40));
            Affair a = affairs.one(line.id(), by);
            Instant due = LocalDate.ofInstant(now, zone).plusDays(4 + line.id() % 5).atTime(17, 30).atZone(zone).toInstant();
            affairs.change(a.id(), a.version(), new Entry(
                    a.category(), a.title(), a.source(), null, a.instruction(), "按批示要求办理并书面报告结果", a.firstMatter(), a.lane(), a.laneReason(),
                    play.unit(units.get((int) (line.id() % units.size()))), null, List.of(), List.of(), due, play.person(SUPERVISOR)), by, course.at());
            boolean urgent = a.lane() == Lane.URGENT_SPECIAL;
            play.finish(ref, SUPERVISOR, urgent ? "urgent" : "proposed", null, null, course.later(5));
            if (!urgent) {
                play.finish(ref, HEAD, "registered", "同意立项。", null, course.later(60));
            }
            Instant at = course.later(20);
            entrusting.entrust(a.id(), null, play.actor(SUPERVISOR, at), at, "demo-entrust-" + a.id());
        }
    }

    private enum Until {
        REGISTER,
        HANDLE,
        LATE,
        REVIEW,
        REDO
    }

    private void underway(String title, String standard, String lead, List<String> support, int begun, int dueIn, Until until, Instant now) {
        Courses.Course course = courses.start(begun, now);
        LocalDate day = LocalDate.ofInstant(now, zone).plusDays(until == Until.LATE ? -dueIn : dueIn);
        Entry entry = Entry.of("SUPERVISION", title, Affair.Source.of(SourceType.PLAN), null).within(standard, day.atTime(17, 30).atZone(zone).toInstant())
                .by(play.unit(lead), null, support.stream().map(play::unit).toList(), List.of());
        long id = affairs.begin(entry, play.actor(SUPERVISOR, course.at()), course.at(), "demo-affair-" + title.hashCode());
        SubjectRef ref = AffairKind.ref(id);
        play.finish(ref, SUPERVISOR, "proposed", null, null, course.later(30));
        if (until == Until.REGISTER) {
            return;
        }
        play.finish(ref, HEAD, "registered", "同意立项。", null, course.later(60));
        Instant at = course.later(30);
        entrusting.entrust(id, null, play.actor(SUPERVISOR, at), at, "demo-entrust-" + id);
        if (until == Until.HANDLE || until == Until.LATE) {
            return;
        }
        String handler = play.holderOf(ref, course.later(60), lead.equals("MSS") ? "S017" : "S021");
        Instant answered = course.later(900);
        reporting.feedback(id, told("已完成阶段任务，详见所附台账。"), List.of(evidence("办理台账.txt", "逐项完成情况")), "协办意见已当面会商", play.actor(handler, answered), answered, "demo-feedback-" + id);
        if (until == Until.REDO) {
            play.sendBack(ref, SUPERVISOR, "handle", "抽查两处与台账不符，请核实后补报。", course.later(120));
        }
    }

    static AffairReporting.Told told(String words) {
        return new AffairReporting.Told(words, null, null, List.of());
    }

    static Upload evidence(String name, String text) {
        return new Upload(name, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Attachment.Copy.RESULT);
    }
}
