package org.sanban.numbers.web;

import org.sanban.pages.Navigation;
import org.sanban.pages.SubjectLink;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the register of numbers stands in the navigation, and where lines and series are shown. */
@Configuration(proxyBeanMethods = false)
class NumbersNavigation {

    static final String READ = "number.read";
    static final String RESERVE = "number.reserve";
    static final String VOID = "number.void";
    static final String SERIES = "number.series";

    private record Link(String kind, String path) implements SubjectLink {
        @Override
        public String href(long id) {
            return path + id;
        }
    }

    @Bean
    Navigation numbersPlace() {
        return new Navigation("numbers.nav", "/numbers", 40, READ);
    }

    @Bean
    SubjectLink numberLink() {
        return new Link("number", "/numbers/lines/");
    }

    @Bean
    SubjectLink numberSeriesLink() {
        return new Link("number-series", "/numbers/");
    }
}
