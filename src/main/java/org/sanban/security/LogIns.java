package org.sanban.security;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sanban.people.Directory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Decides who may come in by password. To somebody who does not, an unknown name, a wrong password, a locked and a closed
 * account look the same and take the same time. The password is checked outside any transaction, for that is slow on purpose.
 */
@Service
public class LogIns {

    private static final int LONGEST_LOGIN = 40;

    private final JdbcClient jdbc;
    private final Passwords passwords;
    private final SecuritySettings settings;
    private final Directory directory;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    LogIns(
            JdbcClient jdbc, Passwords passwords, SecuritySettings settings, Directory directory,
            ApplicationEventPublisher events, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.settings = settings;
        this.directory = directory;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    private record Account(
            long person, String hash, int generation, boolean enabled, @Nullable OffsetDateTime lockedUntil) {

        boolean lockedAt(Instant at) {
            return lockedUntil != null && lockedUntil.toInstant().isAfter(at);
        }
    }

    /** @return empty when refused, for whatever reason */
    public Optional<Entrant> enter(String typedLogin, String password, String client, Instant at) {
        String login = typedLogin.strip().toLowerCase(Locale.ROOT);
        Account account = login.length() > LONGEST_LOGIN ? null : transaction.execute(tx -> find(login));
        if (account == null) {
            passwords.pretend(password);
            note(at, login, null, "UNKNOWN", client);
            return Optional.empty();
        }
        boolean right = passwords.matches(password, account.hash());
        boolean open = account.enabled() && directory.person(account.person()).map(Directory.Entry::active).orElse(false);
        if (!open || account.lockedAt(at)) {
            note(at, login, account.person(), open ? "LOCKED_OUT" : "DISABLED", client);
            return Optional.empty();
        }
        return Optional.ofNullable(transaction.execute(
                tx -> right ? entered(login, account, client, at) : refused(login, account, client, at)));
    }

    private @Nullable Account find(String login) {
        return jdbc.sql("""
                        select person_id as person, password_hash as hash, generation, disabled_at is null as enabled, locked_until
                          from account where login = ?""")
                .param(login)
                .query(Account.class)
                .optional()
                .orElse(null);
    }

    /** Only if nobody locked the account while the password was checked. */
    private @Nullable Entrant entered(String login, Account account, String client, Instant at) {
        int entered = jdbc.sql("""
                        update account set failures = 0, failing_since = null, locked_until = null, last_login_at = :at
                         where person_id = :person and generation = :generation and (locked_until is null or locked_until <= :at)""")
                .param("person", account.person())
                .param("generation", account.generation())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        insert(at, login, account.person(), entered == 1 ? "ENTERED" : "LOCKED_OUT", client);
        if (entered == 0) {
            return null;
        }
        events.publishEvent(AccountChanged.of(account.person(), account.person(), at, "account.entered"));
        return new Entrant(account.person(), login, account.generation(), true);
    }

    /** Counts in one statement, so that many attempts at once do not get past the limit. */
    private @Nullable Entrant refused(String login, Account account, String client, Instant at) {
        boolean locked = jdbc.sql("""
                        update account a set failures = f.count % :most,
                               failing_since = case when f.count = 1 then cast(:at as timestamptz) else a.failing_since end,
                               locked_until = case when f.count >= :most then cast(:until as timestamptz) else a.locked_until end
                          from (select person_id, case when failing_since is null or failing_since <= :since then 1 else failures + 1 end as count
                                  from account where person_id = :person for update) f
                         where a.person_id = f.person_id
                        returning coalesce(a.locked_until = :until, false)""")
                .param("person", account.person())
                .param("most", settings.failures())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("since", at.minus(settings.failureWindow()).atOffset(ZoneOffset.UTC))
                .param("until", at.plus(settings.lock()).atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
        insert(at, login, account.person(), locked ? "LOCKED" : "REFUSED", client);
        events.publishEvent(AccountChanged.of(
                account.person(), 0, at, locked ? "account.locked" : "account.refused", Map.of("login", login)));
        return null;
    }

    private void note(Instant at, String login, @Nullable Long person, String outcome, String client) {
        transaction.executeWithoutResult(tx -> insert(at, login, person, outcome, client));
    }

    private void insert(Instant at, String login, @Nullable Long person, String outcome, String client) {
        jdbc.sql("insert into login_event (at, login, person_id, outcome, client) values (?, ?, ?, ?, ?)")
                .params(at.atOffset(ZoneOffset.UTC), login.substring(0, Math.min(login.length(), LONGEST_LOGIN)), person, outcome, client)
                .update();
    }
}
