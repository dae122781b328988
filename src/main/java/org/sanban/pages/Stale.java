package org.sanban.pages;

/** Somebody else changed it meanwhile. Answered as 409; what was typed comes back. */
public class Stale extends RuntimeException {

    public Stale() {
        super(null, null, false, false);
    }
}
