package org.sanban.pages;

import java.util.UUID;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The mark by which an act is known, so that sending it twice does it once. A form carries it in the field {@code requestId}. */
public final class RequestId {

    /** Name of the hidden field. */
    public static final String FIELD = "requestId";

    private RequestId() {}

    /** A new one, for a form that is shown. */
    public static String next() {
        return UUID.randomUUID().toString();
    }

    /** The one that the present request carries; a new one where it carries none, or something that is not one. */
    static String sent() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request) {
            String sent = request.getRequest().getParameter(FIELD);
            if (sent != null && sent.matches("[0-9A-Za-z-]{8,64}")) {
                return sent;
            }
        }
        return next();
    }
}
