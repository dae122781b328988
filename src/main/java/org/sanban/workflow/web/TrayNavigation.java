package org.sanban.workflow.web;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.sanban.pages.Navigation;
import org.sanban.pages.NavigationCount;
import org.sanban.people.Actors;
import org.sanban.workflow.Trays;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The tray stands first, with the number that waits; procedures stand among what administrators keep. */
@Configuration(proxyBeanMethods = false)
class TrayNavigation {

    @Bean
    Navigation trayLine() {
        return new Navigation("workflow.nav.tray", "/tray", 1, null, Set.of("/tray", "/handlings", "/"));
    }

    @Bean
    Navigation proceduresLine() {
        return new Navigation("workflow.nav.procedures", "/admin/procedures", 220, "procedure.manage");
    }

    @Bean
    NavigationCount trayCount(Actors actors, Clock clock) {
        return new NavigationCount() {
            @Override
            public String href() {
                return "/tray";
            }

            @Override
            public String sql() {
                return Trays.COUNT;
            }

            @Override
            public Map<String, Object> values(long person) {
                return Trays.of(actors.of(person, clock.instant()));
            }

            @Override
            public boolean hot() {
                return true;
            }
        };
    }
}
