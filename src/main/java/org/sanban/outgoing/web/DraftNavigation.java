package org.sanban.outgoing.web;

import org.sanban.pages.Navigation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Drafting is offered on every page. */
@Configuration(proxyBeanMethods = false)
class DraftNavigation {

    @Bean
    Navigation draftAct() {
        return Navigation.act("D", "outgoing.draft.nav", "/documents/outgoing/new", "draft.create");
    }
}
