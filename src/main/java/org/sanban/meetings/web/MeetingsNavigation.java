package org.sanban.meetings.web;

import org.sanban.pages.Navigation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where meetings stand in the navigation. */
@Configuration(proxyBeanMethods = false)
class MeetingsNavigation {

    @Bean
    Navigation meetingsPlace() {
        return new Navigation("meetings.nav", "/meetings", 25, null);
    }
}
