package org.sanban.jobs.web;

import java.util.Map;
import org.sanban.jobs.FailedWorks;
import org.sanban.pages.Navigation;
import org.sanban.pages.NavigationCount;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The administrators' line to failed work, with its count: their tray for what nobody else sees. */
@Configuration(proxyBeanMethods = false)
class WorkLinks {

    private static final String PAGE = "/admin/work";

    @Bean
    Navigation workInTheNavigation() {
        return new Navigation("jobs.nav", PAGE, 240, "config.manage");
    }

    @Bean
    NavigationCount failedWorkCounted() {
        return new NavigationCount() {
            @Override
            public String href() {
                return PAGE;
            }

            @Override
            public String sql() {
                return FailedWorks.COUNT;
            }

            @Override
            public Map<String, Object> values(long person) {
                return Map.of();
            }

            @Override
            public boolean hot() {
                return true;
            }
        };
    }
}
