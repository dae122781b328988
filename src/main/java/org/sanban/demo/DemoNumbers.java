package org.sanban.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.sanban.numbers.NumberLine;
import org.sanban.numbers.Numbers;
import org.sanban.numbers.Series;
import org.sanban.numbers.SeriesRegister;
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

/**
 * The number series of the fictional office, which began with this register in the middle of the year: the numbers before stand in
 * the register on paper, a line of one series was copied from it. The numbers of the sample papers are left for them. A series is loaded where there is
 * none of its code: an office of an earlier day gets those that were added since.
 */
@Component
@Profile("!production")
@ConditionalOnProperty(name = "sanban.demo", matchIfMissing = true, havingValue = "true")
@Order(20)
class DemoNumbers implements ApplicationRunner {

    private static final String NUMBERER = "S009";
    private static final String FORMAT = "{code}〔{year}〕{n}号";
    private static final String REASON = "此前的号在纸质发文登记簿上编";

    private final SeriesRegister register;
    private final Numbers numbers;
    private final Play play;
    private final Clock clock;
    private final ZoneId zone;

    DemoNumbers(SeriesRegister register, Numbers numbers, Play play, Clock clock, @Value("${sanban.zone}") ZoneId zone) {
        this.register = register;
        this.numbers = numbers;
        this.play = play;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments args) {
        Set<String> there = register.all().stream().map(Series::code).collect(Collectors.toSet());
        Instant now = clock.instant();
        JsonNode file = SampleFiles.tree("doc_series.yaml");
        for (JsonNode one : file.get("series")) {
            if (!there.contains(one.get("code").asString())) {
                add(one, file.get("register_excerpt"), now);
            }
        }
    }

    private void add(JsonNode one, JsonNode excerpt, Instant now) {
        String code = one.get("code").asString();
        List<String> types = new ArrayList<>();
        one.get("types").forEach(type -> types.add(type.asString()));
        register.add(new Series(
                0, code, one.get("name").asString(), one.get("body").asString(), Series.Direction.valueOf(one.get("direction").asString()),
                Series.Layout.valueOf(one.get("layout").asString()), types, one.has("number_format") ? one.get("number_format").asString() : FORMAT,
                !one.get("year").isNull(), true, 0), Actor.SYSTEM, now);
        List<String> played = SampleOutgoing.numbers(now, zone).stream().filter(number -> number.startsWith(code + "〔")).toList();
        List<JsonNode> lines = new ArrayList<>();
        excerpt.forEach(line -> {
            if (!played.contains(line.get("doc_number").asString()) && line.get("doc_number").asString().startsWith(code + "〔" + now.atZone(zone).getYear() + "〕") && !registered(line).isAfter(now)) {
                lines.add(line);
            }
        });
        Instant before = lines.isEmpty() && played.isEmpty() ? now : firstWorkingDays(now);
        numbers.continueAfter(code, now.atZone(zone).getYear(), one.get("next").asInt() - 1 - lines.size() - played.size(), REASON, Actor.SYSTEM, before);
        lines.forEach(line -> copy(code, line));
    }

    private void copy(String series, JsonNode line) {
        Instant at = registered(line);
        NumberLine copied = numbers.transcribe(series, at.atZone(zone).toLocalDate(), line.get("title").asString(), play.actor(NUMBERER, at), at);
        if (!copied.text().equals(line.get("doc_number").asString())) {
            throw new IllegalStateException(copied.text() + " is not " + line.get("doc_number"));
        }
        if (line.has("void_reason")) {
            Instant voided = OffsetDateTime.parse(line.get("void_at").asString()).toInstant();
            numbers.voidNumber(copied.id(), line.get("void_reason").asString(), play.person(line.get("void_approved_by").asString()), play.actor(NUMBERER, voided), voided);
        }
    }

    private Instant firstWorkingDays(Instant now) {
        return LocalDate.of(now.atZone(zone).getYear(), 1, 5).atTime(LocalTime.of(9, 0)).atZone(zone).toInstant();
    }

    private Instant registered(JsonNode line) {
        return LocalDate.parse(line.get("registered_on").asString()).atTime(LocalTime.of(10, 0)).atZone(zone).toInstant();
    }
}
