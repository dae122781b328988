package org.sanban.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.sanban.casebook.Case;
import org.sanban.casebook.CaseText;
import org.sanban.casebook.Cases;
import org.sanban.casebook.Volumes;
import org.sanban.errors.ErrorList;
import org.sanban.people.Actor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** The casebook of the sample office, with its first volume. Loads once, into an empty casebook. */
@Component
@Profile("!production")
@ConditionalOnProperty(name = {"sanban.demo", "sanban.demo.papers"}, matchIfMissing = true, havingValue = "true")
@Order(36)
class DemoCasebook implements ApplicationRunner {

    private static final String KEEPER = "S006";
    private static final LocalDate BOUND = LocalDate.of(2026, 7, 8);

    private final Cases cases;
    private final Volumes volumes;
    private final ErrorList errors;
    private final Play play;
    private final ZoneId zone;

    DemoCasebook(Cases cases, Volumes volumes, ErrorList errors, Play play, @Value("${sanban.zone}") ZoneId zone) {
        this.cases = cases;
        this.volumes = volumes;
        this.errors = errors;
        this.play = play;
        this.zone = zone;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments args) {
        if (!volumes.all().isEmpty()) {
            return;
        }
        Instant at = BOUND.atTime(15, 0).atZone(zone).toInstant();
        Actor keeper = play.actor(KEEPER, at);
        List<Long> bound = new ArrayList<>();
        for (JsonNode entry : SampleFiles.tree("casebook.yaml").get("entries")) {
            Case begun = cases.begin(error(entry.get("from_error").asString()), keeper, at);
            Case written = cases.edit(begun.id(), told(entry), begun.version(), keeper, at);
            bound.add(cases.publish(begun.id(), written.version(), keeper, at).id());
        }
        volumes.publish(
                new Volumes.Binding("差错汇编（2026年上半年）", LocalDate.of(2026, 1, 1), LocalDate.of(2026, 6, 30), "办公厅工作无小事。本册收入上半年的典型案例，不记人，只记事；每个案例后面的问题，请对照自己手上的工作问一问。", bound),
                keeper, at, "demo-volume");
    }

    private static CaseText told(JsonNode e) {
        return new CaseText(
                e.get("title").asString(), e.get("what_happened").asString(), e.get("stage").asString(), "", e.get("right_way").asString(), e.get("why").asString(),
                e.get("changed").asString(), texts(e.get("rule_refs")), texts(e.get("ask_yourself")), e.get("before_text").asString(), e.get("after_text").asString());
    }

    private long error(String sample) {
        String no = StreamSupport.stream(SampleFiles.tree("errors.yaml").get("errors").spliterator(), false).filter(e -> e.get("id").asString().equals(sample))
                .map(e -> e.get("no").asString()).findFirst().orElseThrow();
        ErrorList.Filter named = new ErrorList.Filter(no, null, null, null, null, null, null, null, null, null, null, false, null, null, null, null, null);
        return errors.page(named, null, 1, Actor.SYSTEM).getFirst().id();
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asString).toList();
    }
}
