package org.sanban.pages;

import jakarta.servlet.http.HttpServletRequest;

/** Makes the {@link Shell} of a request. The entry (module security) implements it, for it knows who is signed in. */
public interface Shells {

    /** Also for pages that nobody is signed in to, and for error pages. */
    Shell of(HttpServletRequest request);
}
