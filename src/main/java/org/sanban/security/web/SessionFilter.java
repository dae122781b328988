package org.sanban.security.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.sanban.security.Accounts;
import org.sanban.security.Entrant;
import org.sanban.security.SecuritySettings;
import org.sanban.security.Standing;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session that is over: idle too long, older than a session may be, or of an account that was closed or has a new
 * password since. Whoever came in with a one-time password is led to changing it and nowhere else.
 */
class SessionFilter extends OncePerRequestFilter {

    /** The page on which a password is changed. */
    static final String PASSWORD_PAGE = "/me/password";

    private static final String BEGAN = "sanban.began";
    private static final String ACTED = "sanban.acted";
    /** What is written into a session is written to the database where two nodes share it. */
    private static final Duration NOTED_EVERY = Duration.ofSeconds(20);
    private static final Set<String> ALWAYS = Set.of(PASSWORD_PAGE, "/login", "/logout", "/language", "/error");

    private final Accounts accounts;
    private final SecuritySettings settings;
    private final Clock clock;

    SessionFilter(Accounts accounts, SecuritySettings settings, Clock clock) {
        this.accounts = accounts;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return path(request).startsWith("/assets/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Entrant> entrant = PresentActor.entrant();
        if (entrant.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Standing> standing = accounts.standing(entrant.get().person())
                .filter(s -> s.open() && s.generation() == entrant.get().generation());
        if (standing.isEmpty() || isOver(request)) {
            request.getSession().invalidate();
            SecurityContextHolder.clearContext();
            chain.doFilter(request, response);
        } else if (standing.get().mustChange() && !ALWAYS.contains(path(request))) {
            toPasswordPage(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Only a page goes there; what a page asks for by itself gets nothing, or it would be filled with that page. */
    private static void toPasswordPage(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean asked = request.getHeader("HX-Request") == null
                && String.valueOf(request.getHeader(HttpHeaders.ACCEPT)).contains(MediaType.TEXT_HTML_VALUE);
        if (asked) {
            response.sendRedirect(request.getContextPath() + PASSWORD_PAGE);
        } else {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        }
    }

    private boolean isOver(HttpServletRequest request) {
        HttpSession session = request.getSession();
        Instant now = clock.instant();
        Instant began = noted(session, BEGAN, now);
        Instant acted = noted(session, ACTED, now);
        boolean acts = !settings.polls().contains(path(request)) && now.isAfter(acted.plus(NOTED_EVERY));
        if (acts) {
            session.setAttribute(ACTED, now);
        }
        return now.isAfter(began.plus(settings.sessionAbsolute())) || now.isAfter(acted.plus(settings.sessionIdle()));
    }

    /** What the session says of the past; a time to come is one from before the clock was set back, and would let the session live on for as long. */
    private static Instant noted(HttpSession session, String name, Instant now) {
        if (session.getAttribute(name) instanceof Instant at && !at.isAfter(now.plus(NOTED_EVERY))) {
            return at;
        }
        session.setAttribute(name, now);
        return now;
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
