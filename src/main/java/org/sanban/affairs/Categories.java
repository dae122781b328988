package org.sanban.affairs;

import java.io.IOException;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.WorkCalendar;
import org.sanban.workflow.Limit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The office's categories of affairs, its numbers and its reading of instructions; a file of the office's own may stand in the place of the shipped one. */
@Component
public class Categories {

    /** What an instruction asks for (domain.md §6.3). */
    public enum Sort {
        ACT,
        READ,
        CIRCLED
    }

    record Book(List<Category> categories, String number, List<String> answerClasses, String read) {}

    private final Book book;
    private final Pattern read;
    private final WorkCalendar calendar;

    Categories(@Value("${sanban.affairs.rules:classpath:rules/affairs.yaml}") Resource file, WorkCalendar calendar) throws IOException {
        YAMLMapper yaml = YAMLMapper.builder().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();
        this.book = yaml.readValue(file.getContentAsByteArray(), Book.class);
        this.read = Pattern.compile("(?:" + book.read() + ")*");
        this.calendar = calendar;
    }

    public List<Category> all() {
        return book.categories();
    }

    public Optional<Category> of(@Nullable String code) {
        return book.categories().stream().filter(c -> c.code().equals(code)).findFirst();
    }

    /** @throws Refused beside the field where the office has no such category */
    Category one(@Nullable String code) {
        return of(code).orElseThrow(() -> new Refused(Objection.of("affairs.refusal.category").at("category")));
    }

    public List<String> answerClasses() {
        return book.answerClasses();
    }

    String number(String series, int year, int n) {
        return book.number().replace("{series}", series).replace("{year}", String.valueOf(year)).replace("{n}", "%03d".formatted(n));
    }

    /** What the limit of a category would be from {@code at} on; proposed, not forced. */
    public Instant proposed(Category category, Lane lane, Instant at) {
        Limit limit = category.limit(lane);
        Duration natural = switch (limit.unit()) {
            case MINUTE -> Duration.ofMinutes(limit.amount());
            case HOUR -> Duration.ofHours(limit.amount());
            case DAY -> Duration.ofDays(limit.amount());
        };
        return limit.clock() == Limit.Clock.NATURAL ? at.plus(natural)
                : calendar.plus(at, limit.unit() == Limit.Unit.DAY ? limit.amount() * calendar.minutesPerDay() : natural.toMinutes());
    }

    /** How an instruction is read: circled, for reading only, or asking for something. In doubt it asks. */
    Sort sort(@Nullable String words) {
        if (words == null || words.isBlank()) {
            return Sort.CIRCLED;
        }
        String bare = Normalizer.normalize(words, Normalizer.Form.NFKC).replaceAll("[\\p{P}\\p{Z}\\s]", "");
        return read.matcher(bare).matches() ? Sort.READ : Sort.ACT;
    }
}
