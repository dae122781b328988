package org.sanban.pages;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * What the page after a redirect says once: done, and what follows from it.
 *
 * @param kind good, warn, bad or info
 * @param key of the sentence
 */
public record Flash(String kind, String key, List<Object> args) implements Serializable {

    private static final String NAME = "flash";

    /** Done: says {@code key} on the next page. */
    public static void done(RedirectAttributes next, String key, Object... args) {
        next.addFlashAttribute(NAME, new Flash("good", key, List.of(args)));
    }

    /** Done, but something is to be looked at. */
    public static void warn(RedirectAttributes next, String key, Object... args) {
        next.addFlashAttribute(NAME, new Flash("warn", key, List.of(args)));
    }

    /** What the page before left for this one, or null. */
    public static @Nullable Flash waiting() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request) {
            Map<String, ?> left = RequestContextUtils.getInputFlashMap(request.getRequest());
            return left == null ? null : (Flash) left.get(NAME);
        }
        return null;
    }
}
