package org.sanban.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every endpoint that the house has, as the dispatcher knows them: nothing is listed by hand. */
final class Endpoints {

    private Endpoints() {}

    /**
     * One method at one path.
     *
     * @param params what the address or form must say for this one to be chosen, e.g. {@code act=parse}; mostly empty
     * @param takes content type of what is sent
     */
    record Endpoint(String method, String pattern, String params, String takes, HandlerMethod handler) {

        /** As the table of rights names it. */
        String key() {
            return (method + " " + pattern + " " + params).strip();
        }

        boolean api() {
            return pattern.startsWith("/api/");
        }

        /** The description of the API is for programs and persons alike. */
        boolean describes() {
            return pattern.startsWith("/v3/api-docs");
        }

        boolean writes() {
            return !method.equals("GET");
        }
    }

    static List<Endpoint> of(RequestMappingHandlerMapping mapping) {
        TreeMap<String, Endpoint> found = new TreeMap<>();
        mapping.getHandlerMethods().forEach((info, handler) -> read(info, handler).forEach(e -> found.put(e.key(), e)));
        return List.copyOf(found.values());
    }

    private static List<Endpoint> read(RequestMappingInfo info, HandlerMethod handler) {
        Set<String> methods = info.getMethodsCondition().getMethods().stream().map(Enum::name).collect(Collectors.toSet());
        String params = info.getParamsCondition().getExpressions().stream().map(Object::toString).sorted().collect(Collectors.joining("&"));
        List<Endpoint> endpoints = new ArrayList<>();
        for (String pattern : info.getPatternValues()) {
            for (String method : methods.isEmpty() ? Set.of("GET") : methods) {
                endpoints.add(new Endpoint(method, pattern, params, takes(info, method, pattern), handler));
            }
        }
        return endpoints;
    }

    private static String takes(RequestMappingInfo info, String method, String pattern) {
        if (method.equals("GET")) {
            return "";
        }
        return info.getConsumesCondition().getConsumableMediaTypes().stream().findFirst().map(MediaType::toString)
                .orElse(pattern.startsWith("/api/") ? "application/json" : "application/x-www-form-urlencoded");
    }
}
