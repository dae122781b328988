package org.sanban;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sanban.people.Actor;
import org.sanban.people.PersonForm;
import org.sanban.people.Persons;
import org.sanban.people.Roles;
import org.sanban.security.Accounts;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The command {@code --sanban.setup-admins}: gives a new, empty office its three administrators (三员), each with a one-time
 * password that is printed once. Refused as soon as anybody has an account: there is no way in past the people who are in.
 */
@Component
@Order(1)
class SetUpAdministrators implements ApplicationRunner {

    static final String OPTION = "sanban.setup-admins";
    private static final Map<String, String> ROLES = Map.of("SYS1", "SYS_ADMIN", "SEC1", "SEC_ADMIN", "AUD1", "AUDIT_ADMIN");

    private final Persons persons;
    private final Roles roles;
    private final Accounts accounts;
    private final TransactionTemplate transaction;
    private final ApplicationContext context;
    private final Clock clock;

    SetUpAdministrators(
            Persons persons, Roles roles, Accounts accounts, TransactionTemplate transaction, ApplicationContext context, Clock clock) {
        this.persons = persons;
        this.roles = roles;
        this.accounts = accounts;
        this.transaction = transaction;
        this.context = context;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (arguments.containsOption(OPTION)) {
            List<String> lines = transaction.execute(tx -> setUp(clock.instant()));
            boolean done = lines != null && !lines.isEmpty();
            System.out.println(done
                    ? "The three administrators; each password works once and must then be changed:\n" + String.join("\n", lines)
                    : "Refused: there are accounts already. The system administrator creates the others on the page of accounts.");
            System.exit(SpringApplication.exit(context, () -> done ? 0 : 1));
        }
    }

    /** Empty where there is an account already. */
    List<String> setUp(Instant now) {
        if (accounts.list("", now).stream().anyMatch(line -> line.login() != null)) {
            return List.of();
        }
        return ROLES.keySet().stream().sorted().map(code -> "  " + code.toLowerCase(Locale.ROOT) + "  " + administrator(code, now)).toList();
    }

    private String administrator(String code, Instant now) {
        PersonForm form = new PersonForm(code, code, false, null, 900, null, null, 0);
        long person = persons.byCode(code).map(Persons.Person::id).orElseGet(() -> persons.create(form, Actor.SYSTEM, now));
        if (roles.granted(person).isEmpty()) {
            roles.grant(person, ROLES.get(code), 0, Actor.SYSTEM, now);
        }
        return accounts.issue(person, Actor.SYSTEM, now);
    }
}
