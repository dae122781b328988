package org.sanban.people;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a person needs to reach an endpoint. An endpoint (method or type) without it is refused to everyone: deny by default.
 * Whether the person may see or touch the subject named in the request is decided below, in the query itself.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {

    /** Anyone who is signed in. */
    String SIGNED_IN = "signed-in";
    /** Anyone at all. */
    String NOTHING = "nothing";

    /** One of these rights suffices. */
    String[] value();
}
