package org.sanban.demo;

import java.time.Clock;
import java.time.Instant;
import org.sanban.people.Directory;
import org.sanban.security.Accounts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everyone in the fictional office can log in with the code of the person and one password. */
@Component
@Profile("!production")
@ConditionalOnProperty(name = "sanban.demo", matchIfMissing = true, havingValue = "true")
@Order(20)
class DemoAccounts implements ApplicationRunner {

    private final Directory directory;
    private final Accounts accounts;
    private final Clock clock;
    private final String password;

    DemoAccounts(
            Directory directory, Accounts accounts, Clock clock,
            @Value("${sanban.demo.password:sanban-demo-2026}") String password) {
        this.directory = directory;
        this.accounts = accounts;
        this.clock = clock;
        this.password = password;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        Instant now = clock.instant();
        if (accounts.list("", now).stream().anyMatch(line -> line.login() != null)) {
            return;
        }
        String hash = accounts.hash(password);
        directory.active().forEach(person -> accounts.demo(person.id(), person.code(), hash, now));
    }
}
