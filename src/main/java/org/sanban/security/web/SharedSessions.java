package org.sanban.security.web;

import org.sanban.security.SecuritySettings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/**
 * Sessions in the database, for an office of two nodes or more: a node that dies takes nobody's session along. One node keeps them in
 * its memory and asks the database for none.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "sanban.security.sessions", havingValue = "database")
@EnableJdbcHttpSession(tableName = SharedSessions.TABLE)
class SharedSessions {

    static final String TABLE = "entry_session";

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> idleAsElsewhere(SecuritySettings settings) {
        return sessions -> sessions.setDefaultMaxInactiveInterval(settings.sessionIdle());
    }

    /** The same cookie as with one node. */
    @Bean
    CookieSerializer sessionCookie(
            @Value("${server.servlet.session.cookie.name}") String name, @Value("${server.servlet.session.cookie.secure:false}") boolean secure) {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName(name);
        cookie.setUseHttpOnlyCookie(true);
        cookie.setUseSecureCookie(secure);
        cookie.setSameSite("Lax");
        return cookie;
    }
}
