package org.sanban.documents.web;

import org.sanban.pages.Navigation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where incoming papers stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class IncomingNavigation {

    @Bean
    Navigation incomingPlace() {
        return new Navigation("documents.nav.incoming", "/documents/incoming", 20, null);
    }

    @Bean
    Navigation incomingAct() {
        return Navigation.act("N", "documents.nav.new", "/documents/incoming/new", "register.create");
    }
}
