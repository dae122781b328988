package org.sanban.people;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How this module changes anything: one change at a time, and told to the trail. */
@Component
class Changes {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Changes(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Waits for other changes of people, so that what is checked from here to the commit stays true. They are rare and short. */
    void begin() {
        jdbc.sql("select version from people_version for update").query(Long.class).single();
    }

    void tell(String kind, long id, Actor by, Instant at, String what, Map<String, ?> detail) {
        events.publishEvent(PeopleChanged.of(kind, id, by, at, what, detail));
    }

    boolean exists(String sql, Object... parameters) {
        return jdbc.sql("select exists (" + sql + ")").params(parameters).query(Boolean.class).single();
    }

    /** Is the person one of the three administrators? As {@link Directory.Entry#business}, but within the change under way. */
    boolean withoutBusiness(long person) {
        return exists("""
                select 1 from role_grant g join role r on r.code = g.role
                 where g.person = ? and g.revoked_at is null and r.no_business""", person);
    }

    /** The person as creator or granter in a row: null for the system. */
    static @Nullable Long author(Actor by) {
        return by.id() == 0 ? null : by.id();
    }
}
