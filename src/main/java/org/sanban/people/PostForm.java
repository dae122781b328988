package org.sanban.people;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A post as typed in.
 *
 * @param unit null for leaders who belong to no unit
 * @param head heads the unit
 * @param main the post that stands beside the name; a person has one
 * @param from first day
 */
public record PostForm(
        @Nullable Long unit,
        @NotBlank @Size(max = 100) @Pattern(regexp = Plain.LINE, message = Plain.REFUSED) String title,
        boolean head,
        boolean main,
        @NotNull LocalDate from) {}
