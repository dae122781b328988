package org.sanban.people;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A delegation as typed in.
 *
 * @param delegate who acts instead
 * @param starts first day
 * @param ends last day; the day after it everything is back by itself
 */
public record DelegationForm(
        @NotNull @Nullable Long delegate,
        @NotNull LocalDate starts,
        @NotNull LocalDate ends,
        @NotNull @Size(max = 200) @Pattern(regexp = Plain.LINE, message = Plain.REFUSED) String reason) {}
