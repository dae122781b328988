package org.sanban.workflow.web;

import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/** A whole procedure as text, for those who know how to write one. */
record DefinitionForm(@NotBlank @Nullable String definition) {}
