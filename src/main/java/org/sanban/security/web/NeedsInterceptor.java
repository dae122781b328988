package org.sanban.security.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.security.Entrant;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/**
 * Deny by default: an endpoint that does not say what it {@link Needs} is open to nobody. A token that may only read is
 * refused wherever something is written.
 */
class NeedsInterceptor implements HandlerInterceptor {

    private static final List<HttpMethod> READING = List.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final String DESCRIPTION_OF_THE_API = "org.springdoc.";

    private final PresentActor present;
    private final Map<HandlerMethod, List<String>> said = new ConcurrentHashMap<>();

    NeedsInterceptor(PresentActor present) {
        this.present = present;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof ResourceHttpRequestHandler) {
            return true;
        }
        if (!(handler instanceof HandlerMethod method)) {
            throw new AccessDeniedException("undeclared endpoint " + handler);
        }
        List<String> needed = said.computeIfAbsent(method, NeedsInterceptor::needed);
        if (!needed.contains(Needs.NOTHING)) {
            Actor actor = present.of(request)
                    .orElseThrow(() -> new AuthenticationCredentialsNotFoundException("nobody is signed in"));
            refuse(actor, needed, method);
            refuseWritingBy(PresentActor.entrant(), request);
        }
        return true;
    }

    /** What the endpoint says of itself, the method before its type. */
    private static List<String> needed(HandlerMethod method) {
        if (method.getBean() instanceof ErrorController) {
            return List.of(Needs.NOTHING);
        }
        if (method.getBeanType().getName().startsWith(DESCRIPTION_OF_THE_API)) {
            return List.of(Needs.SIGNED_IN);
        }
        return Optional.ofNullable(method.getMethodAnnotation(Needs.class))
                .or(() -> Optional.ofNullable(
                        AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Needs.class)))
                .map(needs -> Arrays.asList(needs.value()))
                .orElseThrow(() -> new AccessDeniedException("undeclared endpoint " + method));
    }

    private static void refuse(Actor actor, List<String> needed, HandlerMethod method) {
        if (!needed.contains(Needs.SIGNED_IN) && needed.stream().noneMatch(actor::may)) {
            throw new AccessDeniedException(method + " needs one of " + needed);
        }
    }

    private static void refuseWritingBy(Optional<Entrant> entrant, HttpServletRequest request) {
        if (entrant.isPresent() && !entrant.get().writes() && !READING.contains(HttpMethod.valueOf(request.getMethod()))) {
            throw new AccessDeniedException("a token that may only read");
        }
    }
}
