package org.sanban.visits.web;

import org.sanban.pages.Navigation;
import org.sanban.pages.SubjectLink;
import org.sanban.visits.Visit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where visits stand in the navigation, and where their pages are. */
@Configuration(proxyBeanMethods = false)
class VisitsNavigation {

    static final String RECORDS = "visit.record";

    private record Link(String kind, String path) implements SubjectLink {
        @Override
        public String href(long id) {
            return path + id;
        }
    }

    @Bean
    Navigation visitsPlace() {
        return new Navigation("visits.nav", "/visits", 42, RECORDS);
    }

    @Bean
    SubjectLink visitLink() {
        return new Link(Visit.KIND, "/visits/");
    }
}
