package org.sanban.outgoing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sanban.people.Actor;
import org.sanban.workflow.Sight;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads outgoing papers, each only for whom may see it. */
@Service
@Transactional(readOnly = true)
public class OutgoingReading {

    private final Outgoings outgoings;
    private final RevisionRows revisions;
    private final StandingTexts texts;
    private final Signed signed;
    private final DispatchRows lines;
    private final Leases leases;
    private final Places places;
    private final OutgoingRules rules;
    private final Sight sight;
    private final JdbcClient jdbc;

    OutgoingReading(
            Outgoings outgoings, RevisionRows revisions, StandingTexts texts, Signed signed, DispatchRows lines, Leases leases, Places places,
            OutgoingRules rules, Sight sight, JdbcClient jdbc) {
        this.outgoings = outgoings;
        this.revisions = revisions;
        this.texts = texts;
        this.signed = signed;
        this.lines = lines;
        this.leases = leases;
        this.places = places;
        this.rules = rules;
        this.sight = sight;
        this.jdbc = jdbc;
    }

    /**
     * @param window the reader's editing window, so that the answer says whether the pen is there; null for none
     * @throws org.sanban.pages.NotFound when there is none or {@code by} may not see it
     */
    public OutgoingPaper one(long id, @Nullable String window, Actor by, Instant at) {
        Places.Place place = places.of(id, by);
        Row row = outgoings.one(id);
        StandingTexts.Standing now = texts.of(row);
        Optional<Revision> last = revisions.last(id);
        int copies = lines.of(id).stream().filter(DispatchLine::stands).mapToInt(DispatchLine::copies).sum();
        return new OutgoingPaper(
                id, row.textVersion(), row.draft(), row.drafter(), row.ownerUnit(), row.createdAt(), row.writtenBy(), row.writtenAt(), now.sha256(),
                last.map(Revision::no).orElse(0), last.filter(r -> r.sha256().equals(now.sha256())).isPresent(), signed.of(row).isPresent(),
                row.signedOn(), row.series(), row.number(), row.numberedAt(), row.dispatchedAt(), row.publishedAt(), row.publishedWhere(),
                row.missingWaived(), row.waiverReason(), row.recalledAt(), row.recallReason(), row.correctedBy(), row.closedAt(), copies,
                leases.view(row, window, by, at), now.files(), place.step(), place.state(), place.outcome(), place.task(), place.writes());
    }

    /** Codes of the questions of the first check (第一环节), in order. */
    public List<String> firstCheck() {
        return rules.firstCheck();
    }

    /** Codes of the bodies whose registry is here. */
    public List<String> ownBodies() {
        return rules.ownBodies();
    }

    /** A line of the register of outgoing papers. */
    public record Line(long id, String title, @Nullable String number, @Nullable String step, String state, long drafter, Instant createdAt) {}

    /** The register (发文登记簿), newest first, only what {@code by} may see. @param before id of the last line of the page before, or null */
    public List<Line> page(@Nullable Long before, int limit, Actor by) {
        return jdbc.sql("""
                        select d.id, d.title, d.number, h.step, h.state, d.drafter, d.created_at from outgoing_document d
                          join handling h on h.subject_kind = 'outgoing' and h.subject_id = d.id
                         where d.id < :before and %s order by d.id desc limit :limit""".formatted(sight.of("h", by)))
                .param("before", before == null ? Long.MAX_VALUE : before).param("limit", limit).params(sight.params(by))
                .query((row, n) -> new Line(
                        row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5), row.getLong(6),
                        row.getTimestamp(7).toInstant()))
                .list();
    }

    /** Papers that answer an incoming one (批复、复函), only those that {@code by} may see. */
    public List<Line> answersTo(long incoming, Actor by) {
        return jdbc.sql("""
                        select d.id, d.title, d.number, h.step, h.state, d.drafter, d.created_at from outgoing_document d
                          join handling h on h.subject_kind = 'outgoing' and h.subject_id = d.id
                         where d.answers_incoming = :incoming and %s order by d.id""".formatted(sight.of("h", by)))
                .param("incoming", incoming).params(sight.params(by))
                .query((row, n) -> new Line(
                        row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5), row.getLong(6),
                        row.getTimestamp(7).toInstant()))
                .list();
    }
}
