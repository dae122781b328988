package org.sanban.security.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.sanban.security.Entrant;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** The session a person changes the password in goes on, under a new id; all others are over. */
@Component
class PresentSession {

    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    void goOn(int generation, HttpServletRequest request, HttpServletResponse response) {
        Entrant before = PresentActor.entrant().orElseThrow();
        request.changeSessionId();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                new Entrant(before.person(), before.login(), generation, before.writes()), null, List.of()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }
}
