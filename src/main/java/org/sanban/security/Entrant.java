package org.sanban.security;

import java.io.Serializable;
import java.security.Principal;

/**
 * Who came in, by password or token. What they may do is not kept here: it is asked anew with every request.
 *
 * @param generation of the account when they came in; the session is over once it differs
 * @param writes false for a token that may only read
 */
public record Entrant(long person, String login, int generation, boolean writes) implements Principal, Serializable {

    @Override
    public String getName() {
        return login;
    }
}
