package org.sanban.people.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** @param confirmed null while it is only looked at */
record ImportForm(@NotBlank @Size(max = 100_000) String text, @NotNull @Size(max = 200) String source, @Nullable Boolean confirmed) {

    boolean isConfirmed() {
        return Boolean.TRUE.equals(confirmed);
    }
}
