package org.sanban.notices.web;

import org.sanban.pages.Navigation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The line to the notices; with it the bell stands in the header. */
@Configuration(proxyBeanMethods = false)
class NoticesLinks {

    @Bean
    Navigation noticesInTheNavigation() {
        return new Navigation("notices.list.title", "/notices", 90, null);
    }
}
