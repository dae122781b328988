package org.sanban.errors.web;

import java.util.Map;
import org.sanban.errors.Restricted;
import org.sanban.pages.Navigation;
import org.sanban.pages.NavigationCount;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the register stands in the navigation; beside it, how many errors wait for one's own word. */
@Configuration(proxyBeanMethods = false)
class ErrorsNavigation {

    static final String PROPOSALS = "error.verify";
    static final String TAXONOMY = "error.taxonomy.edit";
    private static final String HREF = "/errors";

    @Bean
    Navigation errorsPlace() {
        return new Navigation("errors.nav", HREF, 45, null);
    }

    /** From everywhere: report an error by the sign that a reviewer puts beside it. */
    @Bean
    Navigation errorsAct() {
        return Navigation.act("X", "errors.report.open", "/errors/new", null);
    }

    @Bean
    NavigationCount errorsAboutMe() {
        return new NavigationCount() {
            @Override
            public String href() {
                return HREF;
            }

            @Override
            public String sql() {
                return Restricted.WAITING;
            }

            @Override
            public Map<String, Object> values(long person) {
                return Map.of("named", person);
            }
        };
    }
}
