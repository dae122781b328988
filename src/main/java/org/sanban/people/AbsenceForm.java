package org.sanban.people;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * An absence as typed in.
 *
 * @param starts first day away
 * @param ends last day away
 */
public record AbsenceForm(
        @NotNull LocalDate starts,
        @NotNull LocalDate ends,
        @NotNull Absences.Kind kind,
        @NotNull @Size(max = 200) @Pattern(regexp = Plain.LINE, message = Plain.REFUSED) String note) {}
