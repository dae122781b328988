package org.sanban.meetings.web;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sanban.meetings.Bodies;
import org.sanban.meetings.Body;
import org.sanban.meetings.MeetingType;
import org.sanban.pages.Choice;
import org.sanban.pages.Texts;
import org.sanban.people.Directory;

/** Names for the pages of meetings, in the reader's language. */
public record MeetingWords(Texts texts, Directory directory, List<MeetingType> types, Bodies all) {

    private static final java.time.format.DateTimeFormatter CLOCK = java.time.format.DateTimeFormatter.ofPattern("HH:mm");

    public String type(@Nullable String code) {
        return types.stream().filter(t -> t.code().equals(code)).findFirst().map(t -> t.in(texts.chinese())).orElse("");
    }

    public List<Choice> typeChoices() {
        return types.stream().map(t -> Choice.of(t.code(), t.in(texts.chinese()))).toList();
    }

    public String person(@Nullable Long id) {
        return id == null ? "" : id == 0 ? texts.of("audit.page.system") : directory.person(id).map(Directory.Entry::name).orElse("");
    }

    /** The time of day alone, e.g. 09:30. */
    public String clock(java.time.Instant at) {
        return java.time.LocalTime.ofInstant(at, org.springframework.context.i18n.LocaleContextHolder.getTimeZone().toZoneId()).format(CLOCK);
    }

    /** Post and name. */
    public String title(@Nullable Long id) {
        return id == null ? "" : directory.person(id).map(p -> p.post() + " " + p.name()).orElse("");
    }

    public String unit(@Nullable Long id) {
        return id == null ? "" : directory.unit(id).map(Directory.UnitEntry::name).orElse("");
    }

    public String bodies(List<Body> some) {
        return some.stream().map(Body::name).collect(Collectors.joining(texts.chinese() ? "、" : ", "));
    }

    public List<Choice> bodyChoices() {
        return all.choices(texts.of("meetings.bodies.outside"), texts.of("meetings.bodies.inside"));
    }

    public List<Choice> persons() {
        return directory.forBusiness().stream().map(p -> Choice.of(p.id(), p.name(), p.post()).foundBy(p.code())).toList();
    }

    public List<Choice> units() {
        return directory.units().stream().map(u -> Choice.of(u.id(), u.name()).foundBy(u.code())).toList();
    }

    /** The words of a step of the procedure by its code. */
    public String step(@Nullable String code) {
        return code == null ? texts.of("meetings.step.ended") : texts.of("meetings.step." + code);
    }

    /** An amount in yuan, without what says nothing. */
    public String budget(java.math.BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }

    public List<Choice> named(String prefix, Enum<?>[] values) {
        return java.util.Arrays.stream(values).map(v -> Choice.of(v.name(), texts.of(prefix + v.name()))).toList();
    }
}
