package org.sanban.security;

import java.io.Serializable;
import java.security.Principal;

/**
 * Who came in, by password or token. What they may do is not kept here: it is asked anew with every request.
 *
 * @param writes false for a token that may only read
 * @param mustChange the password is a one-time one: nothing but changing it is open
 */
public record Entrant(long person, String login, boolean writes, boolean mustChange) implements Principal, Serializable {

    @Override
    public String getName() {
        return login;
    }
}
