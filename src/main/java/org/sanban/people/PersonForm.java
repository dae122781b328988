package org.sanban.people;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A person as typed in.
 *
 * @param code unique, also the name to log in with
 * @param contract outside the establishment (合同制)
 * @param ordering place in lists by rank, smaller stands higher
 * @param version of the person that was edited; 0 for a new one
 */
public record PersonForm(
        @NotBlank @Size(max = 20) @Pattern(regexp = Plain.CODE, message = "{people.refusal.code}") String code,
        @NotBlank @Size(max = 60) @Pattern(regexp = Plain.LINE, message = Plain.REFUSED) String name,
        boolean contract,
        @Nullable @Size(max = 40) @Pattern(regexp = Plain.LINE, message = Plain.REFUSED) String rank,
        @Min(0) @Max(9999) int ordering,
        @Nullable @Size(max = 120) @Email String email,
        @Nullable @Size(max = 40) @Pattern(regexp = Plain.PHONE, message = "{people.refusal.phone}") String officePhone,
        int version) {}
