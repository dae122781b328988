package org.sanban.meetings.replies;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A reply (回执): who comes, who stands in for whom, who asks for leave. */
public record Said(List<Person> persons, @Nullable String contact, @Nullable String phone) {

    /**
     * @param substitutes whom the person stands in for (代会), asked for with the reply
     * @param reason of a leave
     */
    public record Person(
            String name, @Nullable String post, @Nullable String phone, Attendee.Kind kind, @Nullable String substitutes, @Nullable String reason, @Nullable String car,
            @Nullable String diet) {

        public Person {
            name = name == null ? "" : name;
            kind = kind == null ? Attendee.Kind.ATTEND : kind;
        }

        public static Person comes(String name, String post, Attendee.Kind kind) {
            return new Person(name, post, null, kind, null, null, null, null);
        }
    }

    public Said {
        persons = persons == null ? List.of() : List.copyOf(persons);
    }
}
