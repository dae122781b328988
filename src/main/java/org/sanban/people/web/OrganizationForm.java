package org.sanban.people.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.sanban.people.Organizations.Organization;
import org.sanban.people.Plain;

/**
 * A body outside the office as typed in.
 *
 * @param superior id of the body above, null for none
 * @param version of the body that was edited; 0 for a new one
 */
record OrganizationForm(
        @NotBlank @Size(max = 40) @Pattern(regexp = Plain.CODE, message = "{people.refusal.code}") String code,
        @NotBlank @Size(max = 200) @Pattern(regexp = Plain.LINE, message = Plain.REFUSED) String name,
        @NotBlank @Size(max = 100) @Pattern(regexp = Plain.LINE, message = Plain.REFUSED) String shortName,
        @NotNull @Pattern(
                regexp = "GOVERNMENT|OFFICE|DEPARTMENT|STATE_BODY|CONGRESS|CPPCC|PARTY|ENTERPRISE|OTHER",
                message = "{people.refusal.organization-type}") String type,
        @Min(0) @Max(4) int tier,
        @Nullable Long superior,
        @Size(max = 200) @Pattern(regexp = Plain.LINE, message = Plain.REFUSED) @Nullable String dualSuperior,
        @Size(max = 20) @Pattern(regexp = Plain.LINE, message = Plain.REFUSED) @Nullable String numberCode,
        int version) {

    static final OrganizationForm BLANK = new OrganizationForm("", "", "", "DEPARTMENT", 1, null, "", "", 0);

    static OrganizationForm of(Organization body) {
        return new OrganizationForm(
                body.code(), body.name(), body.shortName(), body.type(), body.tier(), body.superior(), body.dualSuperior(),
                body.numberCode(), body.version());
    }

    Organization body(long id) {
        return new Organization(
                id, code, name.strip(), shortName.strip(), type, tier, superior, filled(dualSuperior), filled(numberCode), true, version);
    }

    private static @Nullable String filled(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
