package org.sanban.archive.web;

import org.sanban.pages.Navigation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ArchiveNavigation {

    static final String READ = "archive.read";
    static final String ARRANGE = "archive.arrange";
    static final String STORE = "archive.store";

    @Bean
    Navigation archiveLine() {
        return new Navigation("archive.nav", "/archive", 60, READ);
    }
}
