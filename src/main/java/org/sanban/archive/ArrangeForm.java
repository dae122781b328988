package org.sanban.archive;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the archivist confirms when arranging (整理). */
public record ArrangeForm(
        @NotNull @Nullable Retention retention,
        @Min(1900) @Max(2200) int year,
        @NotBlank @Pattern(regexp = "[A-Z0-9]{3}|", message = "{archive.refusal.organ}") String organ,
        @NotNull @Min(1) @Max(99999) @Nullable Integer pages,
        @NotBlank @Size(max = 200) String responsible,
        @NotNull @Nullable LocalDate dated,
        @Size(max = 500) @Nullable String note) {

    /** The code of a unit may be written in small letters; an archive number is not. */
    public ArrangeForm {
        organ = organ == null ? "" : organ.strip().toUpperCase(Locale.ROOT);
    }
}
