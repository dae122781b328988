package org.sanban.search.web;

import org.sanban.pages.Navigation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The line to the search; with it the search box stands in the header of every page. */
@Configuration(proxyBeanMethods = false)
class SearchNavigation {

    @Bean
    Navigation searchEntry() {
        return new Navigation("search.page.title", "/search", 65, null);
    }
}
