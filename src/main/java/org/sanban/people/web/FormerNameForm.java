package org.sanban.people.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sanban.people.Plain;
import org.springframework.format.annotation.DateTimeFormat;

/** A name that a body bore, and the last day it was called so. */
record FormerNameForm(
        @NotBlank @Size(max = 200) @Pattern(regexp = Plain.LINE, message = Plain.REFUSED) @Nullable String former,
        @NotNull @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate until) {

    static final FormerNameForm BLANK = new FormerNameForm("", null);
}
