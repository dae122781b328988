package org.sanban.people.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

record HandOverForm(@NotNull @Nullable Long to, @NotBlank @Size(max = 200) @Nullable String reason) {}
