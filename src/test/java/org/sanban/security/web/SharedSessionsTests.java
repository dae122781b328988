package org.sanban.security.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sanban.security.Entrant;
import org.sanban.testing.OfficeTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two nodes with one table of sessions, each with its own reader of it. */
class SharedSessionsTests extends OfficeTest {

    private static final String CONTEXT = "SPRING_SECURITY_CONTEXT";

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void whoCameInByOneNodeIsKnownToTheOtherUntilTheyLeave() {
        Entrant entrant = new Entrant(office.person("S008"), "s008", 1, true);
        String id = begun(node(), entrant);

        Session there = node().findById(id);
        SecurityContext context = there.getRequiredAttribute(CONTEXT);
        assertThat(context.getAuthentication().getPrincipal()).isEqualTo(entrant);
        assertThat(there.<Instant>getRequiredAttribute("sanban.began")).isEqualTo(office.now());

        node().deleteById(id);
        assertThat(node().findById(id)).isNull();
        assertThat(jdbc.queryForObject("select count(*) from entry_session_attributes a where not exists (select 1 from entry_session s where s.primary_id = a.session_primary_id)", Integer.class)).isZero();
    }

    @Test
    void aSessionThatNobodyUsesEndsOnBoth() {
        JdbcIndexedSessionRepository brief = node();
        brief.setDefaultMaxInactiveInterval(Duration.ZERO);
        String id = begun(brief, new Entrant(office.person("S009"), "s009", 1, true));

        assertThat(node().findById(id)).isNull();
    }

    private <S extends Session> String begun(SessionRepository<S> node, Entrant entrant) {
        S session = node.createSession();
        session.setAttribute(CONTEXT, new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(entrant, null, List.of())));
        session.setAttribute("sanban.began", office.now());
        node.save(session);
        return session.getId();
    }

    private JdbcIndexedSessionRepository node() {
        JdbcIndexedSessionRepository node = new JdbcIndexedSessionRepository(jdbc, new TransactionTemplate(transactions));
        node.setTableName(SharedSessions.TABLE);
        return node;
    }
}
