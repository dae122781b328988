package org.sanban.routing;

import org.jspecify.annotations.Nullable;

/**
 * One of the addressees (主送、抄送).
 *
 * @param name as printed; may be a collective name such as 各市（州）人民政府
 * @param body null for a collective name, a person, or a name the directory does not know
 * @param person true when it is known to be a person
 */
public record Recipient(String name, @Nullable Body body, boolean person) {

    boolean is(Body other) {
        return body != null && body.id() == other.id();
    }

    boolean isCalled(String wanted) {
        return name.equals(wanted) || (body != null && (body.name().equals(wanted) || body.shortName().equals(wanted)));
    }
}
