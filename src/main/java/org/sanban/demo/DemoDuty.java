package org.sanban.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.sanban.affairs.AffairKind;
import org.sanban.duty.Desk;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The duty desk of the demo office: the flood of the sample from the first report to the last, the roster of these days, what was noted, a hand-over. */
@Component
@Profile("!production")
@ConditionalOnProperty(name = {"sanban.demo", "sanban.demo.papers"}, matchIfMissing = true, havingValue = "true")
@Order(38)
class DemoDuty implements ApplicationRunner {

    private static final String OFFICER = "S024";
    private static final String HEAD = "S023";

    private final SampleDuty samples;
    private final Desk desk;
    private final Play play;
    private final Clock clock;
    private final ZoneId zone;

    DemoDuty(SampleDuty samples, Desk desk, Play play, Clock clock, @Value("${sanban.zone}") ZoneId zone) {
        this.samples = samples;
        this.desk = desk;
        this.play = play;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments args) {
        Instant now = clock.instant();
        if (!desk.notes().isEmpty()) {
            return;
        }
        SampleFiles.tree("affairs.yaml").get("affairs").forEach(one -> {
            if (Paper.text(one, "category").equals("DUTY_INFO")) {
                samples.bring(one);
            }
        });
        Instant morning = LocalDate.ofInstant(now, zone).atTime(8, 30).atZone(zone).toInstant();
        for (int day = -1; day < 3; day++) {
            Instant from = morning.plus(Duration.ofDays(day));
            desk.plan(from, from.plus(Duration.ofDays(1)), play.person(day % 2 == 0 ? "S002" : "S003"), play.person(day % 2 == 0 ? OFFICER : HEAD), play.person(day % 2 == 0 ? HEAD : OFFICER), play.actor(HEAD, now), now);
        }
        note("省气象局", "今夜全省大部有小雨，高海拔地区注意道路结冰。已转交通、公安部门。", now.minus(Duration.ofHours(5)));
        note("云州市政府值班室", "询问周五视频会议接入时间，已答复会前一小时调试。", now.minus(Duration.ofHours(2)));
        Instant learned = now.minus(Duration.ofMinutes(20));
        long snow = desk.report("省公安厅高速交警总队", "云澄高速雾东段积雪，车辆缓行约三公里", learned, "IV", play.actor(OFFICER, learned.plusSeconds(120)), learned.plusSeconds(120), "demo-duty-snow");
        play.finish(AffairKind.ref(snow), OFFICER, "told", "已电话报告带班领导，请交通、公安部门除雪分流。", null, learned.plusSeconds(540));
        desk.give("夜间关注道路结冰；云州市会议调试改为十四时。", play.actor(HEAD, now), now.minus(Duration.ofHours(1)));
    }

    private void note(String caller, String words, Instant at) {
        desk.note(caller, words, play.actor(OFFICER, at), at, "demo-note-" + words.hashCode());
    }
}
