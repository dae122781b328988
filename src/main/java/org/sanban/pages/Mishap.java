package org.sanban.pages;

import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolationException;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import tools.jackson.core.JacksonException;

/**
 * A request that was not carried out: what is told to whoever sent it, page or API.
 *
 * @param code message key of the sentence that says what happened; {@code code + ".todo"} says what to do
 */
record Mishap(int status, String code, List<Said> objections) {

    private static final String BAD = "pages.refusal.bad-request";

    /** One objection in words. */
    record Said(String code, @Nullable String field, String message) {}

    static Mishap of(int status) {
        String code = switch (status) {
            case 401, 403 -> "forbidden";
            case 404 -> "not-found";
            case 409 -> "stale";
            case 413 -> "too-large";
            case 422 -> "refused";
            case 503 -> "unavailable";
            default -> status < 500 ? "bad-request" : "failed";
        };
        return new Mishap(status, "pages.refusal." + code, List.of());
    }

    /** 500 means: our own mistake, to be logged. 503: something outside fails for a while. */
    static Mishap of(Throwable cause, Texts texts) {
        return switch (cause) {
            case Throwable e when Outage.ofDatabase(e) -> new Mishap(503, "pages.refusal.unavailable", List.of());
            case Throwable e when Outage.ofRoom(e) -> new Mishap(503, "pages.refusal.no-room", List.of());
            case Refused e -> refused(e.objections().stream().map(o -> new Said(o.code(), o.field(), texts.of(o))));
            case BindException e -> invalid(e, texts);
            case HandlerMethodValidationException e -> refused(e.getParameterValidationResults().stream()
                    .flatMap(r -> r.getResolvableErrors().stream()
                            .map(error -> new Said("invalid", r.getMethodParameter().getParameterName(),
                                    texts.messages().getMessage(error, texts.locale())))));
            case ConstraintViolationException e -> refused(e.getConstraintViolations().stream()
                    .map(v -> new Said("invalid", v.getPropertyPath().toString(), v.getMessage())));
            case NotFound e -> of(404);
            case Stale e -> of(409);
            case ConcurrencyFailureException e -> of(409);
            case OptimisticLockException e -> of(409);
            case CsrfException e -> new Mishap(403, "pages.refusal.session", List.of());
            case AccessDeniedException e -> of(403);
            case AuthenticationException e -> of(401);
            case MaxUploadSizeExceededException e -> of(413);
            case InvalidParameterException e -> of(e.getErrorCode());
            case MultipartException e -> of(tooLarge(e) ? 413 : 400);
            case MethodArgumentTypeMismatchException e -> mismatch(e, texts);
            case HttpMessageNotReadableException e -> unread(cause, 400, texts);
            case ErrorResponse e -> unread(cause, e.getStatusCode().value(), texts);
            default -> unread(cause, unstorable(cause) ? 400 : taken(cause) ? 409 : 500, texts);
        };
    }

    private static Mishap refused(Stream<Said> objections) {
        return new Mishap(422, "pages.refusal.refused", objections.toList());
    }

    /** A value that is not even of its type makes the request a bad one; a value that is not allowed is refused. */
    private static Mishap invalid(BindException e, Texts texts) {
        List<Said> objections = e.getAllErrors().stream().map(error -> said(error, texts)).toList();
        boolean unread = e.getAllErrors().stream().anyMatch(error -> "typeMismatch".equals(error.getCode()));
        return unread
                ? new Mishap(400, BAD, objections)
                : new Mishap(422, "pages.refusal.refused", objections);
    }

    private static Said said(ObjectError error, Texts texts) {
        String code = error.getCode() == null ? "invalid" : error.getCode();
        return new Said(
                code, error instanceof FieldError f ? f.getField() : null, texts.messages().getMessage(error, texts.locale()));
    }

    private static Mishap mismatch(MethodArgumentTypeMismatchException e, Texts texts) {
        return NestedExceptionUtils.getMostSpecificCause(e) instanceof UnfitText
                ? refused(Stream.of(unfit(e.getName(), texts)))
                : new Mishap(400, BAD, List.of(new Said("typeMismatch", e.getName(), texts.of("typeMismatch"))));
    }

    private static Said unfit(@Nullable String field, Texts texts) {
        return new Said(UnfitText.CODE, field, texts.of(UnfitText.CODE));
    }

    /** JSON that cannot be read names its field where the parser knows it. */
    private static Mishap unread(Throwable cause, int status, Texts texts) {
        if (!(cause.getCause() instanceof JacksonException json)) {
            return of(status);
        }
        String field = json.getPath().isEmpty()
                ? null
                : json.getPath().stream().map(p -> p.getPropertyName() == null ? "[" + p.getIndex() + "]" : p.getPropertyName())
                        .reduce((a, b) -> b.startsWith("[") ? a + b : a + "." + b)
                        .orElse(null);
        if (NestedExceptionUtils.getMostSpecificCause(json) instanceof UnfitText) {
            return refused(Stream.of(unfit(field, texts)));
        }
        return field == null
                ? of(status)
                : new Mishap(status, BAD, List.of(new Said("typeMismatch", field, texts.of("typeMismatch"))));
    }

    private static boolean tooLarge(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause.getClass().getSimpleName().contains("SizeLimit") || cause.getClass().getSimpleName().contains("FileSizeLimit")) {
                return true;
            }
        }
        return false;
    }

    /** The database could not take a value (SQLSTATE classes 22 and 54): a number too large, a date that is none, a key of pages. */
    private static boolean unstorable(Throwable e) {
        return state(e).startsWith("22") || state(e).startsWith("54");
    }

    /** Somebody was first with what there may be one of: two at the same instant. */
    private static boolean taken(Throwable e) {
        return Set.of("23505", "23P01").contains(state(e));
    }

    private static String state(Throwable e) {
        return NestedExceptionUtils.getMostSpecificCause(e) instanceof SQLException sql && sql.getSQLState() != null ? sql.getSQLState() : "";
    }
}
