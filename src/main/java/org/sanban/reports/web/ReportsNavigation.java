package org.sanban.reports.web;

import org.sanban.pages.Navigation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReportsNavigation {

    static final String READ = "report.read";

    @Bean
    Navigation supervisionLine() {
        return new Navigation("reports.nav", "/supervision", 70, READ);
    }

    @Bean
    Navigation reportsLine() {
        return new Navigation("reports.reports.nav", "/reports", 71, READ);
    }

    @Bean
    Navigation ownFiguresLine() {
        return new Navigation("reports.me.nav", "/me/figures", 86, null);
    }
}
