package org.sanban;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.sanban.people.Directory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The last lines of a start for trying out: where to go, and as whom. Nothing of the kind in production. */
@Component
@Profile("!production")
@ConditionalOnProperty(name = "sanban.demo", matchIfMissing = true, havingValue = "true")
class Welcome {

    private static final List<String> ROLES = List.of(
            "RECEIVER", "CLERK", "LEADER", "DIV_CHIEF", "HANDLER", "SUPERVISOR", "ARCHIVIST", "SYS_ADMIN", "SEC_ADMIN", "AUDIT_ADMIN");

    private final Directory directory;
    private final Environment environment;
    private final String password;

    Welcome(Directory directory, Environment environment, @Value("${sanban.demo.password:sanban-demo-2026}") String password) {
        this.directory = directory;
        this.environment = environment;
        this.password = password;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void say() {
        String port = environment.getProperty("local.server.port");
        if (port != null) {
            System.out.println("\n  三办 Sanban   http://localhost:" + port + "\n\n  Demo logins, password " + password + ":\n"
                    + ROLES.stream().map(this::line).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n")) + "\n");
        }
    }

    private String line(String role) {
        return directory.holding(role, 0).stream()
                .findFirst()
                .map(p -> "    %-6s %s %s (%s)".formatted(p.code().toLowerCase(Locale.ROOT), p.name(), p.post(), role))
                .orElse("");
    }
}
