package org.sanban.routing;

import org.jspecify.annotations.Nullable;

/**
 * A body (机关) as the rules see it.
 *
 * @param tier 0 state, 1 province, 2 city, 3 county, 4 township
 * @param superior id of the body above, null where none is recorded
 * @param dualSuperior name of the second superior under dual leadership (双重领导)
 * @param active false once it was abolished or merged
 */
public record Body(
        long id, String name, String shortName, Type type, int tier, @Nullable Long superior, @Nullable String dualSuperior,
        boolean active) {

    /** Kinds of bodies; the names are those of the directory of organizations, DIVISION is an own internal unit (内设机构). */
    public enum Type {
        GOVERNMENT,
        OFFICE,
        DEPARTMENT,
        STATE_BODY,
        CONGRESS,
        CPPCC,
        PARTY,
        ENTERPRISE,
        DIVISION,
        OTHER
    }

    boolean is(Type wanted) {
        return type == wanted;
    }

    boolean isDirectlyAbove(Body other) {
        return other.superior != null && other.superior == id;
    }
}
