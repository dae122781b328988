package org.sanban.people.web;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.sanban.people.Clearance;

record ClearanceForm(@NotNull @Nullable Clearance clearance) {}
