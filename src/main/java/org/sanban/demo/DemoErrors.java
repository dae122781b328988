package org.sanban.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.sanban.audit.SubjectRef;
import org.sanban.errors.Actions;
import org.sanban.errors.ErrorList;
import org.sanban.errors.Openness;
import org.sanban.errors.Report;
import org.sanban.errors.Reporting;
import org.sanban.errors.Source;
import org.sanban.errors.Errors;
import org.sanban.errors.Understanding;
import org.sanban.people.Actor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The errors of the sample office with all that came of them, and a few that are still open. Loads once, into an empty register. */
@Component
@Profile("!production")
@ConditionalOnProperty(name = {"sanban.demo", "sanban.demo.papers"}, matchIfMissing = true, havingValue = "true")
@Order(35)
class DemoErrors implements ApplicationRunner {

    private static final String KEEPER = "S006";
    private static final String HEAD = "S017";

    private final SampleErrors samples;
    private final ErrorList list;
    private final Errors errors;
    private final Reporting reporting;
    private final Understanding understanding;
    private final Actions actions;
    private final Play play;
    private final Clock clock;
    private final ZoneId zone;

    DemoErrors(
            SampleErrors samples, ErrorList list, Errors errors, Reporting reporting, Understanding understanding, Actions actions, Play play, Clock clock,
            @Value("${sanban.zone}") ZoneId zone) {
        this.samples = samples;
        this.list = list;
        this.errors = errors;
        this.reporting = reporting;
        this.understanding = understanding;
        this.actions = actions;
        this.play = play;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments args) {
        Instant now = clock.instant();
        if (!list.page(ErrorList.Filter.none(), null, 1, Actor.SYSTEM).isEmpty()) {
            return;
        }
        samples.bring(now);
        told("DOC_OUT", Source.RECIPIENT, "S013", "一份通知的附件二少印一页，收件单位来电询问", now.minus(Duration.ofHours(3)));
        open("classify", "MEETING", "会议材料仍用第二版，应为第三版", Source.REVIEWER, now.minus(Duration.ofHours(30)));
        open("cause", "DOC_OUT", "函稿落款日期早于签发日期", Source.REVIEWER, now.minus(Duration.ofDays(4)));
        open("correct", "DOC_IN", "来文登记时把密级栏空着，初审退回补填", Source.REVIEWER, now.minus(Duration.ofDays(7)));
    }

    private long told(String business, Source source, String who, String description, Instant at) {
        return reporting.report(Report.of(null, business, source, description), play.actor(who, at), at, "demo-" + description.hashCode());
    }

    private void open(String until, String business, String description, Source source, Instant begun) {
        long id = told(business, source, "S007", description, begun);
        SubjectRef ref = new SubjectRef("error", id);
        Instant at = begun.plusSeconds(1800);
        play.finish(ref, KEEPER, "confirmed", null, null, at);
        if (until.equals("classify")) {
            return;
        }
        boolean out = business.equals("DOC_OUT");
        understanding.classify(id, errors.one(id, play.actor(KEEPER, at)).version(),
                new Understanding.Classification("WRONG", List.of(), out ? "E-DO-04" : "E-DI-02", out ? "S1" : "S2", begun.minusSeconds(7200), out ? "draft" : "register",
                        "review", play.unit("MSS"), out ? "起草人" : "登记人", "退回一次，晚半天", null, Openness.OPEN_IN_OFFICE, null),
                play.actor(KEEPER, at), at.plusSeconds(900));
        play.finish(ref, KEEPER, "classified", null, null, at.plusSeconds(1200));
        play.finish(ref, HEAD, "set", null, null, at.plusSeconds(3600));
        Actor head = play.actor(HEAD, at);
        understanding.correct(id, errors.one(id, head).version(), "已改正并重新送审", at.plusSeconds(3700), head, at.plusSeconds(3700));
        if (until.equals("correct")) {
            Instant later = at.plusSeconds(86_400);
            understanding.analyse(id, errors.one(id, head).version(), List.of("SLIP", "TOOL"), List.of("登记时没有逐栏核对", "登记页不提示空着的栏目"), null, head, later);
            play.finish(ref, HEAD, "analysed", null, null, later.plusSeconds(600));
            actions.agree(id, Actions.Nature.CORRECTIVE, "登记页对必填栏逐项提示", play.unit("ZDH"), LocalDate.ofInstant(clock.instant(), zone).plusDays(10), play.person("S018"), head,
                    later.plusSeconds(900), "demo-action-" + id);
        }
    }
}
