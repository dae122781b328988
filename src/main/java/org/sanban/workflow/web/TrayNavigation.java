package org.sanban.workflow.web;

import java.util.Set;
import org.sanban.pages.Navigation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The tray stands first. */
@Configuration(proxyBeanMethods = false)
class TrayNavigation {

    @Bean
    Navigation tray() {
        return new Navigation("workflow.nav.tray", "/tray", 1, null, Set.of("/tray", "/handlings"));
    }
}
