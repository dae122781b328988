package org.sanban.people.web;

import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/** @param where unit in which the role holds, null for the whole office */
record GrantForm(@NotBlank @Nullable String role, @Nullable Long where) {}
