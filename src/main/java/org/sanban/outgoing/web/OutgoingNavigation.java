package org.sanban.outgoing.web;

import org.sanban.pages.Navigation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where outgoing papers stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class OutgoingNavigation {

    @Bean
    Navigation outgoingPlace() {
        return new Navigation("outgoing.list.nav", "/documents/outgoing", 21, null);
    }
}
