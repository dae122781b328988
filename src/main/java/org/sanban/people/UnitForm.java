package org.sanban.people;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A unit as typed in.
 *
 * @param parent unit above, null for the top
 * @param duties what it is responsible for, one duty a line
 * @param open shown on the directory that anyone may read
 * @param publishedAt when duties and contacts were made public
 * @param version of the unit that was edited; 0 for a new one
 */
public record UnitForm(
        @NotBlank @Size(max = 20) @Pattern(regexp = Plain.CODE, message = "{people.refusal.code}") String code,
        @NotBlank @Size(max = 100) @Pattern(regexp = Plain.LINE, message = Plain.REFUSED) String name,
        @NotNull @Size(max = 200) @Pattern(regexp = Plain.LINE, message = Plain.REFUSED) String field,
        @Nullable Long parent,
        @Min(0) @Max(9999) int ordering,
        @NotNull @Size(max = 4000) @Pattern(regexp = Plain.LINES, message = Plain.REFUSED) String duties,
        @NotNull @Size(max = 40) @Pattern(regexp = Plain.PHONE, message = "{people.refusal.phone}") String phone,
        @NotNull @Size(max = 40) @Pattern(regexp = Plain.PHONE, message = "{people.refusal.phone}") String deputyPhone,
        @NotNull @Size(max = 40) @Pattern(regexp = Plain.LINE, message = Plain.REFUSED) String room,
        @NotNull @Size(max = 120) @Email String email,
        boolean open,
        @Nullable LocalDate publishedAt,
        int version) {}
