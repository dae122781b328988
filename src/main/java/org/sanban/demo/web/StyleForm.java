package org.sanban.demo.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/** A form with a field of every kind. */
record StyleForm(
        @NotBlank @Size(max = 60) @Nullable String title,
        @NotNull @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate due,
        @Nullable Integer copies,
        @NotBlank @Nullable String kind,
        @Nullable String urgency,
        @Nullable List<String> channels,
        @NotNull @Nullable Long lead,
        @Nullable List<Long> readers,
        @Nullable Long unit,
        @NotBlank @Nullable String opinion,
        boolean agreed) {

    static StyleForm blank() {
        return new StyleForm(null, null, 1, null, "NORMAL", List.of(), null, List.of(), null, null, false);
    }
}
