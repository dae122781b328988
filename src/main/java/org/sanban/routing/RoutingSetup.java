package org.sanban.routing;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;

/** Loads the rules; an office may name a file with its own severities and parameters. A broken one stops the start. */
@Configuration(proxyBeanMethods = false)
class RoutingSetup {

    @Bean
    Routing routing(
            @Value("classpath:rules/routing.yaml") Resource shipped, @Value("${sanban.routing.rules:#{null}}") @Nullable Resource changed)
            throws IOException {
        try (InputStream ours = shipped.getInputStream();
                InputStream theirs = changed == null ? null : changed.getInputStream()) {
            return Routing.read(ours, theirs);
        }
    }
}
