package org.sanban.security.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** An access token to be made. */
record TokenForm(@NotBlank @Size(max = 60) String name, @NotNull Integer days, boolean writes) {}
