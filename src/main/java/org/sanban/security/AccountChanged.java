package org.sanban.security;

import java.time.Instant;
import java.util.Map;
import org.sanban.audit.Happening;
import org.sanban.audit.SubjectRef;

/** Something happened to a person's way in: came in, was locked, has a new password, a token … Subject is the person. */
record AccountChanged(SubjectRef subject, long actor, Instant at, String what, Map<String, ?> detail) implements Happening {

    static AccountChanged of(long person, long actor, Instant at, String what, Map<String, ?> detail) {
        return new AccountChanged(new SubjectRef("person", person), actor, at, what, detail);
    }

    static AccountChanged of(long person, long actor, Instant at, String what) {
        return of(person, actor, at, what, Map.of());
    }
}
