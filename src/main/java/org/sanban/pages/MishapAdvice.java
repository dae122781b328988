package org.sanban.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Whatever a controller throws becomes an answer of {@link Answers}; refused, not found and stale acts among it. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class MishapAdvice {

    private final Answers answers;

    MishapAdvice(Answers answers) {
        this.answers = answers;
    }

    @ExceptionHandler(Exception.class)
    @Nullable Object answer(Exception cause, HttpServletRequest request, HttpServletResponse response) {
        // The reader went away, or part of the answer is already on its way: there is nobody left to tell.
        return cause instanceof IOException || response.isCommitted() ? null : answers.answer(cause, request);
    }
}
