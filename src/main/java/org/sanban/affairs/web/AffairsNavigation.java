package org.sanban.affairs.web;

import org.sanban.pages.Navigation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where affairs stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class AffairsNavigation {

    static final String BEGINS = "affair.begin";

    @Bean
    Navigation affairsPlace() {
        return new Navigation("affairs.nav", "/affairs", 40, null);
    }
}
