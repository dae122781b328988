package org.sanban.people.web;

import java.util.Set;
import org.sanban.pages.Navigation;
import org.sanban.pages.SubjectLink;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where this module stands in the navigation, and where its subjects are shown. */
@Configuration(proxyBeanMethods = false)
class PeopleNavigation {

    @Bean
    Navigation directoryEntry() {
        return new Navigation("people.nav.directory", "/directory", 80, null);
    }

    @Bean
    Navigation absenceEntry() {
        return new Navigation("people.nav.absence", "/me/absence", 85, null, Set.of("/me/absence", "/me/delegation"));
    }

    @Bean
    Navigation unitsEntry() {
        return new Navigation("people.nav.units", "/admin/units", 110, "people.manage");
    }

    @Bean
    Navigation personsEntry() {
        return new Navigation("people.nav.persons", "/admin/persons", 111, "people.manage");
    }

    @Bean
    Navigation grantsEntry() {
        return new Navigation("people.nav.grants", "/admin/persons", 111, "role.grant");
    }

    @Bean
    Navigation rolesEntry() {
        return new Navigation("people.nav.roles", "/admin/roles", 112, "role.grant");
    }

    @Bean
    Navigation organizationsEntry() {
        return new Navigation("people.nav.organizations", "/admin/organizations", 112, "people.manage");
    }

    @Bean
    Navigation calendarEntry() {
        return new Navigation("people.nav.calendar", "/admin/calendar", 113, "config.manage");
    }

    @Bean
    SubjectLink personLink() {
        return new Link("person", "/admin/persons/");
    }

    @Bean
    SubjectLink unitLink() {
        return new Link("unit", "/admin/units/");
    }

    @Bean
    SubjectLink organizationLink() {
        return new Link("organization", "/admin/organizations/");
    }

    @Bean
    SubjectLink calendarLink() {
        return new Link("calendar", "/admin/calendar/");
    }

    private record Link(String kind, String path) implements SubjectLink {
        @Override
        public String href(long id) {
            return path + id;
        }
    }
}
