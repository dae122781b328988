package org.sanban.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.NotFound;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Personal access tokens (访问令牌): what a person's program shows instead of a password. Only their hash is kept. */
@Service
public class Tokens {

    /** What every token begins with, so that one that leaked is recognised. */
    public static final String PREFIX = "sbn_";

    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);
    private static final SecureRandom random = new SecureRandom();

    private final JdbcClient jdbc;
    private final SecuritySettings settings;
    private final Directory directory;
    private final ApplicationEventPublisher events;

    Tokens(JdbcClient jdbc, SecuritySettings settings, Directory directory, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.directory = directory;
        this.events = events;
    }

    public record Token(
            long id, String name, boolean writes, Instant createdAt, Instant expiresAt, @Nullable Instant lastUsedAt) {}

    /** Those of a person that still open the door, the newest first. */
    @Transactional(readOnly = true)
    public List<Token> of(long person, Instant now) {
        return jdbc.sql("""
                        select id, name, writes, created_at, expires_at, last_used_at from access_token
                         where person_id = ? and revoked_at is null and expires_at > ? order by created_at desc, id desc""")
                .params(person, now.atOffset(ZoneOffset.UTC))
                .query(Token.class)
                .list();
    }

    /**
     * @param writes false: may only read
     * @param days until it expires
     * @return the token; it is shown once and kept nowhere
     */
    @Transactional
    public String create(Actor by, String name, boolean writes, int days, Instant at) {
        if (days < 1 || days > settings.tokenLife().toDays()) {
            throw new Refused(Objection.of("security.refusal.token-days", settings.tokenLife().toDays()).at("days"));
        }
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        String token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        jdbc.sql("insert into access_token (person_id, name, token_hash, writes, created_at, expires_at) values (?, ?, ?, ?, ?, ?)")
                .params(by.id(), name, hash(token), writes, at.atOffset(ZoneOffset.UTC), at.plus(Duration.ofDays(days)).atOffset(ZoneOffset.UTC))
                .update();
        events.publishEvent(AccountChanged.of(
                by.id(), by.id(), at, "account.token-created", Map.of("name", name, "writes", writes, "days", days)));
        return token;
    }

    /** @throws NotFound if the person has no such token */
    @Transactional
    public void revoke(Actor by, long id, Instant at) {
        String name = jdbc.sql("update access_token set revoked_at = ? where id = ? and person_id = ? and revoked_at is null returning name")
                .params(at.atOffset(ZoneOffset.UTC), id, by.id())
                .query(String.class)
                .optional()
                .orElseThrow(NotFound::new);
        events.publishEvent(AccountChanged.of(by.id(), by.id(), at, "account.token-revoked", Map.of("name", name)));
    }

    private record Holder(long id, long person, String login, int generation, boolean writes, boolean noteUse) {}

    /** Who the token belongs to; empty if it is unknown, expired or revoked, or if its person may not come in. */
    @Transactional
    public Optional<Entrant> enter(String token, Instant at) {
        Optional<Holder> holder = jdbc.sql("""
                        select t.id, t.person_id as person, a.login, a.generation, t.writes,
                               t.last_used_at is null or t.last_used_at < :noted as note_use
                          from access_token t join account a on a.person_id = t.person_id
                         where t.token_hash = :hash and t.revoked_at is null and t.expires_at > :at
                           and a.disabled_at is null and not a.must_change""")
                .param("hash", hash(token))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("noted", at.minus(USE_NOTED_EVERY).atOffset(ZoneOffset.UTC))
                .query(Holder.class)
                .optional()
                .filter(h -> directory.person(h.person()).map(Directory.Entry::active).orElse(false));
        holder.filter(Holder::noteUse).ifPresent(h -> jdbc.sql("update access_token set last_used_at = ? where id = ?")
                .params(at.atOffset(ZoneOffset.UTC), h.id())
                .update());
        return holder.map(h -> new Entrant(h.person(), h.login(), h.generation(), h.writes()));
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
