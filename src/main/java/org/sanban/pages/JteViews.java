package org.sanban.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import gg.jte.resolve.DirectoryCodeResolver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.view.AbstractView;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.view.RedirectView;

/** Renders jte templates: compiled into the application, or from source while somebody works on them. */
@Configuration(proxyBeanMethods = false)
class JteViews {

    @Bean
    TemplateEngine templateEngine(@Value("${sanban.templates.from-source:false}") boolean fromSource) {
        Path source = Path.of("src/main/jte");
        return fromSource && Files.isDirectory(source)
                ? TemplateEngine.create(new DirectoryCodeResolver(source), Path.of("target/jte-classes"), ContentType.Html)
                : TemplateEngine.createPrecompiled(null, ContentType.Html, null, "gg.jte.generated.precompiled");
    }

    /** By this name Spring Boot makes no resolver of its own, which would look at each request for what kind of view it accepts: there is one kind. */
    @Bean("viewResolver")
    ViewResolver jteViewResolver(TemplateEngine engine) {
        return new Resolver(engine, new ConcurrentHashMap<>());
    }

    /** Before the resolver of Spring that takes every name for a file. */
    private record Resolver(TemplateEngine engine, Map<String, View> templates) implements ViewResolver, Ordered {

        @Override
        public View resolveViewName(String name, Locale locale) {
            return name.startsWith("redirect:") ? elsewhere(name.substring(9)) : templates.computeIfAbsent(name, n -> new Template(engine, n + ".jte"));
        }

        @Override
        public int getOrder() {
            return Ordered.HIGHEST_PRECEDENCE;
        }
    }

    /** 303: what follows a form is fetched, and never sent again by whoever goes back and forth. */
    private static View elsewhere(String path) {
        RedirectView view = new RedirectView(path, true);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return view;
    }

    private static final class Template extends AbstractView implements View {
        private final TemplateEngine engine;
        private final String name;

        Template(TemplateEngine engine, String name) {
            this.engine = engine;
            this.name = name;
            setContentType("text/html;charset=UTF-8");
        }

        @Override
        protected void renderMergedOutputModel(
                Map<String, Object> model, HttpServletRequest request, HttpServletResponse response) throws Exception {
            Utf8ByteOutput output = new Utf8ByteOutput();
            engine.render(name, model, output);
            response.setContentType(getContentType());
            response.setContentLength(output.getContentLength());
            // At once: chunk by chunk it would pass through the wrappers of every filter some hundred times.
            response.getOutputStream().write(output.toByteArray());
        }
    }
}
