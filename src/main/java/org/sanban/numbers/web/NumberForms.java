package org.sanban.numbers.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sanban.numbers.Series;
import org.sanban.people.Plain;

/** What is typed into the forms of the register, and sent to its API. */
public final class NumberForms {

    private NumberForms() {}

    /** @param version of the series that was edited; 0 for a new one */
    public record SeriesForm(
            @NotBlank @Size(max = 10) @Pattern(regexp = Plain.LINE, message = Plain.REFUSED) String code,
            @NotBlank @Size(max = 100) @Pattern(regexp = Plain.LINE, message = Plain.REFUSED) String name,
            @NotBlank @Size(max = 40) String body,
            Series.@NotNull Direction direction,
            Series.@NotNull Layout layout,
            @NotEmpty @Nullable List<@NotBlank @Size(max = 40) String> docTypes,
            @NotBlank @Size(max = 40) @Pattern(regexp = Plain.LINE, message = Plain.REFUSED) String format,
            boolean yearly,
            int version) {

        static SeriesForm blank(String format) {
            return new SeriesForm("", "", "", Series.Direction.DOWN, Series.Layout.GENERAL, List.of(), format, true, 0);
        }

        static SeriesForm of(Series s) {
            return new SeriesForm(s.code(), s.name(), s.body(), s.direction(), s.layout(), s.docTypes(), s.format(), s.yearly(), s.version());
        }

        Series series(long id) {
            return new Series(id, code.strip(), name.strip(), body, direction, layout, docTypes == null ? List.of() : docTypes, format.strip(), yearly, true, version);
        }
    }

    /** @param year null for the present one */
    public record ReserveForm(
            @Nullable Integer year,
            @NotBlank @Size(max = 500) @Pattern(regexp = Plain.LINES, message = Plain.REFUSED) String reason,
            @NotNull @Nullable Long owner,
            @NotNull @Nullable LocalDate until) {}

    public record VoidForm(
            @NotBlank @Size(max = 500) @Pattern(regexp = Plain.LINES, message = Plain.REFUSED) String reason, @NotNull @Nullable Long approver) {}

    /** @param last number that stands in the other register */
    public record ContinueForm(
            @NotNull @Nullable Integer year, @NotNull @Nullable Integer last,
            @NotBlank @Size(max = 500) @Pattern(regexp = Plain.LINES, message = Plain.REFUSED) String reason) {}
}
