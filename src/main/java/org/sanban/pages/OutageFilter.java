package org.sanban.pages;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/** While the database does not answer, the entry fails before a controller is reached, and the page of an error with it: answered here, without asking it. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class OutageFilter extends OncePerRequestFilter {

    private final Answers answers;
    private final TemplateEngine templates;
    private final JsonMapper json;

    OutageFilter(Answers answers, TemplateEngine templates, JsonMapper json) {
        this.answers = answers;
        this.templates = templates;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            if (response.isCommitted() || !Outage.ofDatabase(e)) {
                throw e;
            }
            response.resetBuffer();
            write(answers.answer(e, request), response);
        }
    }

    private void write(Object answer, HttpServletResponse response) throws IOException {
        Utf8ByteOutput page = new Utf8ByteOutput();
        if (answer instanceof ResponseEntity<?> problem) {
            response.setStatus(problem.getStatusCode().value());
            response.setContentType(String.valueOf(problem.getHeaders().getContentType()));
            json.writeValue(response.getOutputStream(), problem.getBody());
        } else if (answer instanceof ModelAndView view) {
            templates.render(view.getViewName() + ".jte", view.getModel(), page);
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            response.setContentType("text/html;charset=UTF-8");
            response.setContentLength(page.getContentLength());
            page.writeTo(response.getOutputStream());
        }
    }
}
