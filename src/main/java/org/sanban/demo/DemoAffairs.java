package org.sanban.demo;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sanban.affairs.Affair;
import org.sanban.affairs.AffairKind;
import org.sanban.affairs.AffairList;
import org.sanban.affairs.Affairs;
import org.sanban.affairs.Concluding;
import org.sanban.affairs.Entrusting;
import org.sanban.affairs.Entry;
import org.sanban.affairs.Lane;
import org.sanban.affairs.AffairReporting;
import org.sanban.affairs.SourceType;
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

/** The affairs of the sample office with their ways, and a few under way: late, sent back, not moving. Loads once. */
@Component
@Profile("!production")
@ConditionalOnProperty(name = {"sanban.demo", "sanban.demo.papers"}, matchIfMissing = true, havingValue = "true")
@Order(36)
class DemoAffairs implements ApplicationRunner {

    private static final String SUPERVISOR = "S016";
    private static final String HEAD = "S015";

    private final SampleAffairs samples;
    private final Affairs affairs;
    private final AffairList list;
    private final Entrusting entrusting;
    private final AffairReporting reporting;
    private final Concluding concluding;
    private final Play play;
    private final Courses courses;
    private final Clock clock;
    private final ZoneId zone;

    DemoAffairs(
            SampleAffairs samples, Affairs affairs, AffairList list, Entrusting entrusting, AffairReporting reporting, Concluding concluding, Play play, Courses courses, Clock clock,
            @Value("${sanban.zone}") ZoneId zone) {
        this.samples = samples;
        this.affairs = affairs;
        this.list = list;
        this.entrusting = entrusting;
        this.reporting = reporting;
        this.concluding = concluding;
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
        underway("全省政务服务事项目录更新", "按期完成目录更新并上线运行", "MSE", List.of("ZDH"), 12, 3, Until.HANDLE, now);
        underway("汛期值守检查发现问题整改", "清单所列问题逐项销号", "MSI", List.of(), 20, 2, Until.LATE, now);
        underway("口岸通关便利化措施落实情况", "十项措施全部落地，企业可查", "MSS", List.of("MSW"), 14, 6, Until.REVIEW, now);
        underway("老旧小区改造年度任务进度", "台账与现场一致", "MSB", List.of(), 15, 4, Until.REDO, now);
        underway("基层报表精简专项督查", "报表数量压减三成以上", "ZHC", List.of("MSY"), 1, 15, Until.REGISTER, now);
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
        String handler = lead.equals("MSS") ? "S017" : "S021";
        handler = holder(ref, handler, course.later(60));
        Instant answered = course.later(900);
        reporting.feedback(id, told("已完成阶段任务，详见所附台账。"), List.of(evidence("办理台账.txt", "逐项完成情况")), "协办意见已当面会商", play.actor(handler, answered), answered, "demo-feedback-" + id);
        if (until == Until.REDO) {
            play.sendBack(ref, SUPERVISOR, "handle", "抽查两处与台账不符，请核实后补报。", course.later(120));
        }
    }

    /** Whoever heads the unit, or who stands in its place. */
    private String holder(SubjectRef ref, String likely, Instant at) {
        return play.holderOf(ref, at, likely);
    }

    static AffairReporting.Told told(String words) {
        return new AffairReporting.Told(words, null, null, List.of());
    }

    static Upload evidence(String name, String text) {
        return new Upload(name, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Attachment.Copy.RESULT);
    }
}
