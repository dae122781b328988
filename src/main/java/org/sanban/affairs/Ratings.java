package org.sanban.affairs;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sanban.links.Secret;
import org.sanban.pages.NotFound;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Rating and comment by those who were served, through a link without an account: random, kept as a hash, good for thirty days and for one answer. */
@Service
@Transactional
public class Ratings {

    private static final Duration GOOD_FOR = Duration.ofDays(30);

    /** What is said of an affair. */
    public record Rating(int score, @Nullable String words, Instant at) {}

    /** What the page behind the link shows: never more than what the affair is called outside. */
    public record Asked(String category, @Nullable String number, Instant expires) {}

    private final JdbcClient jdbc;
    private final AffairRows rows;
    private final ApplicationEventPublisher events;

    Ratings(JdbcClient jdbc, AffairRows rows, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.events = events;
    }

    /** Makes a link for one who may read the affair, once it is closed or to be confirmed. @return the token; it stands nowhere else */
    public String invite(long id, Actor by, Instant at) {
        Affair affair = rows.seen(id, by).orElseThrow(NotFound::new);
        Refused.unless(affair.state().closed() || affair.state() == State.FEEDBACK_SUBMITTED || affair.state() == State.APPROVED, "affairs.refusal.rate-later");
        String token = Secret.next();
        jdbc.sql("insert into affair_rating (affair_id, token_hash, made_by, made_at, expires_at) values (?, ?, ?, ?, ?)")
                .params(id, Secret.hex(token), by.id(), Timestamp.from(at), Timestamp.from(at.plus(GOOD_FOR))).update();
        events.publishEvent(new AffairChanged(affair.ref(), "affair.rating-asked", by.id(), at, Map.of()));
        return token;
    }

    /** Empty for a token that is unknown, expired or used. */
    @Transactional(readOnly = true)
    public Optional<Asked> asked(String token, Instant at) {
        return jdbc.sql("select a.category, coalesce(a.no, a.origin_no) as number, r.expires_at from affair_rating r join affair a on a.id = r.affair_id"
                        + " where r.token_hash = ? and r.expires_at > ? and r.rated_at is null")
                .params(Secret.hex(token), Timestamp.from(at))
                .query((row, n) -> new Asked(row.getString(1), row.getString(2), row.getTimestamp(3).toInstant())).optional();
    }

    /** @throws NotFound for a token that is unknown, expired or used; @throws Refused beside the field */
    public void rate(String token, @Nullable Integer score, @Nullable String words, Instant at) {
        asked(token, at).orElseThrow(NotFound::new);
        List<Objection> wrong = new ArrayList<>();
        if (score == null || score < 1 || score > 5) {
            wrong.add(Objection.of("affairs.refusal.score").at("score"));
        }
        Words.fit(words, "words", EntryRules.LINE, wrong);
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
        long affair = jdbc.sql("update affair_rating set score = :score, words = cast(:words as text), rated_at = :at where token_hash = :hash and rated_at is null and expires_at > :at returning affair_id")
                .param("score", score).param("words", Words.orNull(words)).param("at", Timestamp.from(at)).param("hash", Secret.hex(token)).query(Long.class).optional().orElseThrow(NotFound::new);
        events.publishEvent(new AffairChanged(AffairKind.ref(affair), "affair.rated", 0, at, Map.of("score", String.valueOf(score))));
    }

    @Transactional(readOnly = true)
    public List<Rating> of(long affair) {
        return jdbc.sql("select score, words, rated_at from affair_rating where affair_id = ? and rated_at is not null order by rated_at").param(affair)
                .query((row, n) -> new Rating(row.getInt(1), row.getString(2), row.getTimestamp(3).toInstant())).list();
    }
}
