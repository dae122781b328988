package org.sanban.security.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A change of the own password, as typed. */
record PasswordForm(
        @NotBlank @Size(max = 200) String present, @NotBlank @Size(max = 200) String password, @NotBlank @Size(max = 200) String again) {}
