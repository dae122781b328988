package org.sanban.people.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.CalendarYear;

/**
 * Office hours of a period.
 *
 * @param until last day, null until further notice
 * @param spans one a line, {@code 09:00-12:00}
 */
record HoursForm(
        @NotNull @Nullable LocalDate from, @Nullable LocalDate until, @NotBlank @Size(max = 200) @Nullable String spans) {

    List<CalendarYear.Span> read() {
        return String.valueOf(spans).lines().map(String::strip).filter(line -> !line.isEmpty()).map(HoursForm::span).toList();
    }

    private static CalendarYear.Span span(String line) {
        String[] ends = line.split("\\s*[-–—~]\\s*", 2);
        try {
            return new CalendarYear.Span(LocalTime.parse(ends[0]), LocalTime.parse(ends[ends.length - 1]));
        } catch (DateTimeParseException e) {
            throw new Refused(Objection.of("people.refusal.hours-line", line).at("spans"));
        }
    }
}
