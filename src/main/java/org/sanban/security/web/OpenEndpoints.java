package org.sanban.security.web;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sanban.people.Needs;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.server.PathContainer;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** Who is not signed in reaches what says {@code @Needs(NOTHING)} of itself, and nothing else. */
@Component
class OpenEndpoints implements AuthorizationManager<RequestAuthorizationContext> {

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private volatile @Nullable List<PathPattern> patterns;

    OpenEndpoints(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        PathContainer path = PathContainer.parsePath(
                context.getRequest().getRequestURI().substring(context.getRequest().getContextPath().length()));
        return new AuthorizationDecision(
                PresentActor.entrant().isPresent() || patterns().stream().anyMatch(pattern -> pattern.matches(path)));
    }

    private List<PathPattern> patterns() {
        List<PathPattern> known = patterns;
        if (known == null) {
            known = mappings.stream()
                    .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                    .filter(endpoint -> isOpen(endpoint.getValue()))
                    .flatMap(endpoint -> endpoint.getKey().getPathPatternsCondition() == null
                            ? Stream.empty()
                            : endpoint.getKey().getPathPatternsCondition().getPatterns().stream())
                    .toList();
            patterns = known;
        }
        return known;
    }

    private static boolean isOpen(HandlerMethod method) {
        Needs needs = method.getMethodAnnotation(Needs.class);
        if (needs == null) {
            needs = AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Needs.class);
        }
        return needs != null && Arrays.asList(needs.value()).contains(Needs.NOTHING);
    }
}
