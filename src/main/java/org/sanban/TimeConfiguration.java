package org.sanban;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clock of the office: its zone is the office's, so that "today" means the same everywhere. */
@Configuration(proxyBeanMethods = false)
class TimeConfiguration {

    @Bean
    Clock clock(@Value("${sanban.zone}") ZoneId zone) {
        return Clock.system(zone);
    }
}
