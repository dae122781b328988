package org.sanban.people.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** @param turn 1 is asked first */
record ChargeForm(@NotNull @Nullable Long leader, @Min(1) @Max(9) int turn) {}
