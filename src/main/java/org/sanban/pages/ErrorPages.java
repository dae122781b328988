package org.sanban.pages;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what was refused before a controller was reached: by the server, the firewall or the entry. */
@Controller
class ErrorPages implements ErrorController {

    private final Answers answers;

    ErrorPages(Answers answers) {
        this.answers = answers;
    }

    @RequestMapping("/error")
    Object error(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable cause) {
            return answers.answer(cause.getCause() != null && cause instanceof jakarta.servlet.ServletException ? cause.getCause() : cause, request);
        }
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return answers.answer(status instanceof Integer code ? code : 404, request);
    }
}
