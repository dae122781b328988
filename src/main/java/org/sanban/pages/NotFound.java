package org.sanban.pages;

/** There is no such thing, or this person may not know that there is. Answered as 404. */
public class NotFound extends RuntimeException {

    public NotFound() {
        super(null, null, false, false);
    }
}
