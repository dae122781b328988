package org.sanban.security.web;

import org.sanban.pages.Navigation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This module's lines in the navigation: one for each of the administrators who need it. */
@Configuration(proxyBeanMethods = false)
class AdministrationLinks {

    @Bean
    Navigation accountsForTheSystemAdministrator() {
        return new Navigation("security.accounts.nav", "/admin/accounts", 210, AccountsController.MANAGE);
    }

    @Bean
    Navigation accountsForTheSecurityAdministrator() {
        return new Navigation("security.accounts.nav", "/admin/accounts", 210, AccountsController.RELEASE);
    }

    @Bean
    Navigation trailForTheAuditAdministrator() {
        return new Navigation("audit.page.nav", "/admin/audit", 220, AuditController.RIGHT);
    }
}
