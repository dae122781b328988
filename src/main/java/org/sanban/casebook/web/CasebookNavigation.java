package org.sanban.casebook.web;

import org.sanban.casebook.Case;
import org.sanban.casebook.Volume;
import org.sanban.pages.Navigation;
import org.sanban.pages.SubjectLink;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the casebook stands in the navigation, and where its parts are shown. */
@Configuration(proxyBeanMethods = false)
class CasebookNavigation {

    static final String EDIT = "casebook.edit";
    static final String ISSUE = "circular.issue";

    private record Link(String kind, String path) implements SubjectLink {
        @Override
        public String href(long id) {
            return path + id;
        }
    }

    @Bean
    Navigation casebookPlace() {
        return new Navigation("casebook.nav", "/casebook", 46, null);
    }

    @Bean
    SubjectLink casebookCaseLink() {
        return new Link(Case.KIND, "/casebook/cases/");
    }

    @Bean
    SubjectLink casebookVolumeLink() {
        return new Link(Volume.KIND, "/casebook/volumes/");
    }
}
