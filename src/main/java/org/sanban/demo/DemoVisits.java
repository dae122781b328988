package org.sanban.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.sanban.people.Organizations;
import org.sanban.visits.Channel;
import org.sanban.visits.Visit;
import org.sanban.visits.Visits;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** The visits of the sample office with what was found, the list of important matters and the regular contacts. Loads once. */
@Component
@Profile("!production")
@ConditionalOnProperty(name = {"sanban.demo", "sanban.demo.papers"}, matchIfMissing = true, havingValue = "true")
@Order(37)
class DemoVisits implements ApplicationRunner {

    private static final String WRITER = "S021";

    private final Visits visits;
    private final Channel channel;
    private final Organizations organizations;
    private final Directory directory;
    private final Play play;
    private final ZoneId zone;

    DemoVisits(Visits visits, Channel channel, Organizations organizations, Directory directory, Play play, @Value("${sanban.zone}") ZoneId zone) {
        this.visits = visits;
        this.channel = channel;
        this.organizations = organizations;
        this.directory = directory;
        this.play = play;
        this.zone = zone;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments args) {
        if (!visits.page(null, 1).isEmpty()) {
            return;
        }
        JsonNode sample = SampleFiles.tree("visits.yaml");
        sample.get("visits").forEach(this::bring);
        Instant at = LocalDate.of(2026, 8, 21).atTime(10, 0).atZone(zone).toInstant();
        Actor by = play.actor(WRITER, at);
        sample.get("important_matters").forEach(one -> list(one, by, at));
        sample.get("regular_contacts").forEach(one -> channel.agree(
                body(Paper.text(one, "org")), 28, day(one, "next_on"), play.person(Paper.text(one, "owner")), Paper.text(one, "every"), by, at));
    }

    private void bring(JsonNode one) {
        Instant at = Objects.requireNonNull(day(one, "date")).atTime(LocalTime.of(17, 0)).atZone(zone).toInstant();
        List<Visit.Found> found = new ArrayList<>();
        one.get("problems").forEach(p -> found.add(new Visit.Found(
                Visit.Trouble.valueOf(Paper.text(p, "kind")), Paper.text(p, "text"), Paper.text(p, "raised_by"), day(p, "due_at"),
                p.get("solved_on_site").asBoolean() ? "现场明确牵头部门和办理时限" : null, false)));
        long id = visits.enter(new Visit.Entry(
                Objects.requireNonNull(day(one, "date")), Visit.Mode.valueOf(Paper.text(one, "mode")), Objects.requireNonNull(body(Paper.text(one, "host_org"))),
                play.person(Paper.text(one, "leader")), Paper.texts(one, "divisions").stream().map(play::unit).toList(), one.get("participants").asInt(),
                String.join("、", Paper.texts(one, "topics")), Paper.text(one, "summary"), day(one, "next_contact_on"), found), play.actor(WRITER, at), at, "sample-" + Paper.text(one, "id"));
        visits.judge(id, one.get("feedback").get("score").asInt(), Paper.text(one.get("feedback"), "text"), play.actor(WRITER, at), at.plusSeconds(7200));
    }

    private void list(JsonNode one, Actor by, Instant at) {
        String request = "sample-matter-" + one.get("no").asInt();
        channel.list(body(Paper.text(one, "org")), Paper.text(one, "title"), directory.unitByCode(Paper.text(one, "lead_division")).orElseThrow().id(), Paper.text(one, "contact"), day(one, "due_at"), null, by, at, request);
        if (Paper.text(one, "state").equals("DONE")) {
            long id = channel.matters().stream().filter(m -> m.title().equals(Paper.text(one, "title"))).findFirst().orElseThrow().id();
            channel.done(id, "材料清单由21项减为9项", by, at.plusSeconds(60));
        }
    }

    private @Nullable Long body(String code) {
        return organizations.byCode(code).map(Organizations.Organization::id).orElse(null);
    }

    private static @Nullable LocalDate day(JsonNode one, String field) {
        String text = Paper.text(one, field);
        return text.isEmpty() ? null : LocalDate.parse(text);
    }
}
