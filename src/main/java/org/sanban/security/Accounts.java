package org.sanban.security;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.NotFound;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.sanban.people.Persons;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The accounts (账户) of persons: made and closed by the system administrator, unlocked by the security administrator, with a
 * password only the person knows.
 */
@Service
public class Accounts {

    private final JdbcClient jdbc;
    private final Passwords passwords;
    private final SecuritySettings settings;
    private final Directory directory;
    private final Persons persons;
    private final ApplicationEventPublisher events;

    Accounts(
            JdbcClient jdbc, Passwords passwords, SecuritySettings settings, Directory directory, Persons persons,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.settings = settings;
        this.directory = directory;
        this.persons = persons;
        this.events = events;
    }

    /** @param login null where the person has no account */
    public record Line(
            long person, String code, String name, boolean active, @Nullable String login, boolean mustChange, boolean locked,
            boolean disabled, @Nullable Instant lastLoginAt) {

        /** What counts most of all that is said of the account: NONE, LEFT, DISABLED, LOCKED, ONE_TIME or OPEN. */
        public String state() {
            if (login == null) {
                return "NONE";
            }
            if (!active) {
                return "LEFT";
            }
            return disabled ? "DISABLED" : locked ? "LOCKED" : mustChange ? "ONE_TIME" : "OPEN";
        }
    }

    private record Row(
            long person, String login, boolean mustChange, boolean locked, boolean disabled, @Nullable Instant lastLoginAt) {}

    /** Everyone whose name or code contains {@code words}, by rank, those who left last. */
    @Transactional(readOnly = true)
    public List<Line> list(String words, Instant now) {
        Map<Long, Row> accounts = rows("true", 0, now).stream().collect(Collectors.toMap(Row::person, row -> row));
        String looked = words.toLowerCase(Locale.ROOT);
        return persons.all().stream()
                .filter(p -> p.name().contains(words) || p.code().toLowerCase(Locale.ROOT).contains(looked))
                .map(p -> line(p, accounts.get(p.id())))
                .toList();
    }

    /** @throws NotFound if there is no such person */
    @Transactional(readOnly = true)
    public Line of(long person, Instant now) {
        return line(persons.byId(person), rows("person_id = :person", person, now).stream().findFirst().orElse(null));
    }

    private List<Row> rows(String which, long person, Instant now) {
        return jdbc.sql("""
                        select person_id as person, login, must_change, coalesce(locked_until > :now, false) as locked,
                               disabled_at is not null as disabled, last_login_at
                          from account where\s""" + which)
                .param("person", person)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Row.class)
                .list();
    }

    private static Line line(Persons.Person p, @Nullable Row row) {
        boolean active = p.leftAt() == null;
        return row == null
                ? new Line(p.id(), p.code(), p.name(), active, null, false, false, false, null)
                : new Line(p.id(), p.code(), p.name(), active, row.login(), row.mustChange(), row.locked(), row.disabled(), row.lastLoginAt());
    }

    /** Empty where the person has no account. */
    @Transactional(readOnly = true)
    public Optional<Standing> standing(long person) {
        boolean works = works(person);
        return jdbc.sql("select generation, disabled_at is null, must_change from account where person_id = ?")
                .param(person)
                .query((row, n) -> new Standing(row.getInt(1), row.getBoolean(2) && works, row.getBoolean(3)))
                .optional();
    }

    private boolean works(long person) {
        return directory.person(person).map(Directory.Entry::active).orElse(false);
    }

    /**
     * Gives the person an account, or a new password where there is one, and ends every session. A lock stays, which is the security
     * administrator's to release, and so does a closed account.
     *
     * @return the one-time password, to be handed over and changed at the first log-in; it is kept nowhere
     */
    @Transactional
    public String issue(long person, Actor by, Instant at) {
        Line line = of(person, at);
        Refused.unless(line.active(), "security.refusal.left");
        Refused.unless(by.id() != person, "security.refusal.own-account");
        String login = line.code().toLowerCase(Locale.ROOT);
        refuseTaken(login, person);
        String oneTime = passwords.oneTime();
        put(person, login, passwords.hash(oneTime), true, false, at);
        events.publishEvent(AccountChanged.of(person, by.id(), at, line.login() == null ? "account.created" : "account.password-reset"));
        return oneTime;
    }

    /** A code may have been another's before, who still logs in by it. */
    private void refuseTaken(String login, long person) {
        boolean taken = jdbc.sql("select exists (select 1 from account where login = ? and person_id <> ?)").params(login, person).query(Boolean.class).single();
        Refused.unless(!taken, "security.refusal.login-taken", login);
    }

    /** The account of a person of the demo office, unless there is one. */
    @Transactional
    public void demo(long person, String code, String hash, Instant at) {
        if (of(person, at).login() == null) {
            put(person, code.toLowerCase(Locale.ROOT), hash, false, true, at);
            events.publishEvent(AccountChanged.of(person, 0, at, "account.created", Map.of("demo", true)));
        }
    }

    /** Hash of a password for {@link #demo}; made once for all of them, for it takes its time. */
    public String hash(String password) {
        return passwords.hash(password);
    }

    private void put(long person, String login, String hash, boolean mustChange, boolean demo, Instant at) {
        jdbc.sql("""
                        insert into account (person_id, login, password_hash, must_change, demo, changed_at, created_at)
                        values (:person, :login, :hash, :mustChange, :demo, :at, :at)
                        on conflict (person_id) do update set login = :login, password_hash = :hash, must_change = :mustChange, demo = :demo,
                          changed_at = :at, generation = account.generation + 1""")
                .param("person", person)
                .param("login", login)
                .param("hash", hash)
                .param("mustChange", mustChange)
                .param("demo", demo)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Closes the account; every session and token ends at once. */
    @Transactional
    public void disable(long person, Actor by, Instant at) {
        Refused.unless(by.id() != person, "security.refusal.own-account");
        change("update account set disabled_at = :at, generation = generation + 1 where person_id = :person and disabled_at is null",
                person, by, at, "account.disabled");
    }

    @Transactional
    public void enable(long person, Actor by, Instant at) {
        Refused.unless(by.id() != person, "security.refusal.own-account");
        change("update account set disabled_at = null where person_id = :person and disabled_at < :at",
                person, by, at, "account.enabled");
    }

    /** Lets a person in again before the lock runs out. */
    @Transactional
    public void release(long person, Actor by, Instant at) {
        change("update account set locked_until = null, failures = 0 where person_id = :person and locked_until > :at",
                person, by, at, "account.released");
    }

    private void change(String sql, long person, Actor by, Instant at, String what) {
        int changed = jdbc.sql(sql).param("person", person).param("at", at.atOffset(ZoneOffset.UTC)).update();
        Refused.unless(changed == 1, "security.refusal.account-state");
        events.publishEvent(AccountChanged.of(person, by.id(), at, what));
    }

    /**
     * A person changes the own password; other sessions of the person end.
     *
     * @return the generation the present session goes on under
     */
    @Transactional
    public int changePassword(long person, String present, String password, Instant at) {
        Credentials now = credentials(person);
        if (!passwords.matches(present, now.hash())) {
            throw new Refused(Objection.of("security.refusal.password-present").at("present"));
        }
        List<String> earlier = jdbc.sql("select password_hash from former_password where person_id = ? order by changed_at desc limit ?")
                .params(person, settings.remembered() - 1)
                .query(String.class)
                .list();
        List<Objection> objections = passwords.objections(
                password, now.login(), Stream.concat(Stream.of(now.hash()), earlier.stream()).toList());
        if (!objections.isEmpty()) {
            throw new Refused(objections);
        }
        jdbc.sql("insert into former_password (person_id, changed_at, password_hash) values (?, ?, ?)")
                .params(person, at.atOffset(ZoneOffset.UTC), now.hash())
                .update();
        put(person, now.login(), passwords.hash(password), false, false, at);
        events.publishEvent(AccountChanged.of(person, person, at, "account.password-changed"));
        return standing(person).orElseThrow().generation();
    }

    private record Credentials(String login, String hash) {}

    private Credentials credentials(long person) {
        return jdbc.sql("select login, password_hash as hash from account where person_id = ? for update")
                .param(person)
                .query(Credentials.class)
                .optional()
                .orElseThrow(NotFound::new);
    }
}
