package org.sanban.pages;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Tells a {@link Mishap}: as problem details (RFC 9457) under {@code /api}, as a page of the house elsewhere. Never with a
 * stack trace; our own mistakes carry a number under which the log has the rest.
 */
@Component
public class Answers {

    private static final Logger log = LoggerFactory.getLogger(Answers.class);
    private static final SecureRandom random = new SecureRandom();

    private final Shells shells;
    private final MessageSource messages;
    private final LocaleResolver locales;
    private final Assets assets;

    Answers(Shells shells, MessageSource messages, LocaleResolver locales, Assets assets) {
        this.shells = shells;
        this.messages = messages;
        this.locales = locales;
        this.assets = assets;
    }

    /** A {@link ResponseEntity} or a {@link ModelAndView}, as the path asks for. */
    Object answer(Throwable cause, HttpServletRequest request) {
        Mishap mishap = Mishap.of(cause, texts(request));
        String trace = mishap.status() == 500 ? logged(cause, request) : null;
        if (mishap.status() == 503) {
            log.warn("{} {} was not carried out: {}", request.getMethod(), request.getRequestURI(), NestedExceptionUtils.getMostSpecificCause(cause).toString());
        }
        HttpHeaders headers = cause instanceof ErrorResponse known ? known.getHeaders() : HttpHeaders.EMPTY;
        return answer(mishap, trace, headers, request);
    }

    /** For what never reached a controller: only the status is known. */
    Object answer(int status, HttpServletRequest request) {
        return answer(Mishap.of(status), null, HttpHeaders.EMPTY, request);
    }

    private Object answer(Mishap mishap, @Nullable String trace, HttpHeaders headers, HttpServletRequest request) {
        return isApi(request) ? problem(mishap, trace, headers, request) : page(mishap, trace, request);
    }

    /** Is the request one of a program? Decided by the path that was asked for, also while the answer to an error is made. */
    public static boolean isApi(HttpServletRequest request) {
        Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = (asked == null ? request.getRequestURI() : asked.toString()).substring(request.getContextPath().length());
        return path.equals("/api") || path.startsWith("/api/");
    }

    /** The body of a problem, for filters that answer without a controller. */
    public ProblemDetail problem(int status, String code, HttpServletRequest request) {
        ProblemDetail problem = ProblemDetail.forStatus(HttpStatusCode.valueOf(status));
        String title = texts(request).of(code);
        problem.setTitle(title);
        problem.setDetail(messages.getMessage(code + ".todo", null, title, locales.resolveLocale(request)));
        problem.setProperty("code", code);
        return problem;
    }

    private ResponseEntity<ProblemDetail> problem(
            Mishap mishap, @Nullable String trace, HttpHeaders headers, HttpServletRequest request) {
        ProblemDetail problem = problem(mishap.status(), mishap.code(), request);
        if (!mishap.objections().isEmpty()) {
            problem.setDetail(said(mishap));
            problem.setProperty("objections", mishap.objections().stream().map(Answers::asMap).toList());
        }
        if (trace != null) {
            problem.setProperty("trace", trace);
        }
        return ResponseEntity.status(mishap.status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static Map<String, String> asMap(Mishap.Said said) {
        Map<String, String> map = new TreeMap<>(Map.of("code", said.code(), "message", said.message()));
        if (said.field() != null) {
            map.put("field", said.field());
        }
        return map;
    }

    private static String said(Mishap mishap) {
        return mishap.objections().stream().map(Mishap.Said::message).distinct().collect(Collectors.joining(" "));
    }

    private ModelAndView page(Mishap mishap, @Nullable String trace, HttpServletRequest request) {
        Shell shell = mishap.status() == 503 ? bare(request) : shells.of(request);
        String said = said(mishap);
        ModelAndView page = new ModelAndView("ui/error");
        page.setStatus(HttpStatusCode.valueOf(mishap.status()));
        page.addObject("shell", shell);
        page.addObject("status", mishap.status());
        page.addObject("what", shell.t(mishap.code()));
        page.addObject("todo", said.isEmpty() ? shell.t(mishap.code() + ".todo") : said);
        page.addObject("trace", trace == null ? "" : trace);
        return page;
    }

    /** Nobody is looked up and nothing is counted: what would be asked for them is what does not answer. */
    private Shell bare(HttpServletRequest request) {
        return new Shell(texts(request), null, List.of(), null, request.getRequestURI(), assets.version());
    }

    private Texts texts(HttpServletRequest request) {
        return new Texts(messages, locales.resolveLocale(request));
    }

    private static String logged(Throwable cause, HttpServletRequest request) {
        byte[] bytes = new byte[6];
        random.nextBytes(bytes);
        String trace = HexFormat.of().formatHex(bytes);
        log.error("{} {} failed, trace {}", request.getMethod(), request.getRequestURI(), trace, cause);
        return trace;
    }
}
