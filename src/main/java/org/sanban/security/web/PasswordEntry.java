package org.sanban.security.web;

import java.time.Clock;
import java.util.List;
import org.sanban.security.Entrant;
import org.sanban.security.LogIns;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Asks {@link LogIns}; whatever the reason of a refusal, it looks the same from outside. */
class PasswordEntry implements AuthenticationManager {

    private final LogIns logIns;
    private final Clock clock;

    PasswordEntry(LogIns logIns, Clock clock) {
        this.logIns = logIns;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication typed) {
        String client = typed.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
        Entrant entrant = logIns.enter(typed.getName(), String.valueOf(typed.getCredentials()).strip(), client, clock.instant())
                .orElseThrow(() -> new BadCredentialsException("refused"));
        return UsernamePasswordAuthenticationToken.authenticated(entrant, null, List.of());
    }
}
