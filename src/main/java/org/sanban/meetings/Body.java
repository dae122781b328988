package org.sanban.meetings;

import org.jspecify.annotations.Nullable;

/**
 * Who takes part or has to do something: a body outside or a unit of this office.
 *
 * @param name as printed
 * @param organization id of the body outside, null otherwise
 * @param unit id of the unit of this office, null otherwise; both null for one that is known by its name alone
 */
public record Body(String name, @Nullable Long organization, @Nullable Long unit) {

    /** By which a form names it: {@code o12}, {@code u5}, else the name itself. */
    public String code() {
        return organization != null ? "o" + organization : unit != null ? "u" + unit : name;
    }
}
