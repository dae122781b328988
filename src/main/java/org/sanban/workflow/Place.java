package org.sanban.workflow;

import org.jspecify.annotations.Nullable;

/** Where a task lies: with a person, or in the tray of a role (in a unit; 0: anywhere) until somebody claims it. */
record Place(@Nullable Long holder, @Nullable String role, long unit, Act.Part part) {

    static Place of(long person, long unit, Act.Part part) {
        return new Place(person, null, unit, part);
    }
}
