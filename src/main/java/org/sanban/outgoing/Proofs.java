package org.sanban.outgoing;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sanban.files.SecrecyGate;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Proofreading (校对): the first reader (第一读者) of the drafting unit, then two readers who are two persons. */
@Service
public class Proofs {

    /** 第一读者, 校对人. */
    public enum Part {
        FIRST_READER,
        READER
    }

    /** @param differences what differs from the signed text; null where nothing does */
    public record Proof(long id, long revision, Part part, boolean clean, @Nullable String differences, long by, Instant at) {}

    private final JdbcClient jdbc;
    private final Outgoings outgoings;
    private final Places places;
    private final Signed signed;
    private final SecrecyGate secrecy;
    private final ApplicationEventPublisher events;

    Proofs(JdbcClient jdbc, Outgoings outgoings, Places places, Signed signed, SecrecyGate secrecy, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.outgoings = outgoings;
        this.places = places;
        this.signed = signed;
        this.secrecy = secrecy;
        this.events = events;
    }

    /** Records a proof read, of the signed text. Reading it twice with the same result is one record. */
    @Transactional
    public void read(long id, Part part, boolean clean, @Nullable String differences, Actor by, Instant at) {
        places.mineAt(id, by, "typeset", "proofread");
        String words = differences == null || differences.isBlank() ? null : differences.strip();
        List<Objection> wrong = new ArrayList<>();
        if (!clean && words == null) {
            wrong.add(Objection.of("outgoing.refusal.differences").at("differences"));
        }
        DraftLimits.text(Objects.requireNonNullElse(words, ""), "differences", DraftLimits.NOTE, wrong);
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
        secrecy.refuseClassified(OutgoingKind.ref(id), by, at, SecrecyGate.Field.text("differences", words));
        Row row = outgoings.lock(id);
        Revision text = signed.of(row).orElseThrow(() -> new Refused(Objection.of("outgoing.refusal.not-the-signed-text")));
        boolean before = of(id).stream().anyMatch(p -> p.revision() == text.id() && p.part() == part && p.by() == by.id() && p.clean() == clean
                && Objects.equals(p.differences(), words));
        if (before) {
            return;
        }
        jdbc.sql("insert into outgoing_proof (document_id, revision_id, part, clean, differences, by_person, at) values (?, ?, ?, ?, ?, ?, ?)")
                .params(id, text.id(), part.name(), clean, words, by.id(), Timestamp.from(at)).update();
        events.publishEvent(new OutgoingChanged(row.subject(), "outgoing.proofread", by.id(), at,
                Map.of("part", part.name(), "clean", clean, "revision", text.no())));
    }

    /** All proofs in order, for whoever sees the paper. */
    @Transactional(readOnly = true)
    public List<Proof> of(long id, Actor by) {
        places.of(id, by);
        return of(id);
    }

    private List<Proof> of(long id) {
        return jdbc.sql("select * from outgoing_proof where document_id = ? order by id").param(id)
                .query((row, n) -> new Proof(
                        row.getLong("id"), row.getLong("revision_id"), Part.valueOf(row.getString("part")), row.getBoolean("clean"),
                        row.getString("differences"), row.getLong("by_person"), row.getTimestamp("at").toInstant()))
                .list();
    }

    /** Who has still to read the text as it stands. */
    List<Objection> missing(Row row) {
        long text = signed.of(row).map(Revision::id).orElse(0L);
        List<Proof> read = of(row.id()).stream().filter(p -> p.revision() == text).toList();
        List<Objection> missing = new ArrayList<>();
        if (read.stream().noneMatch(p -> p.part() == Part.FIRST_READER && clean(p, read))) {
            missing.add(Objection.of("outgoing.refusal.first-reader").at("proofs"));
        }
        if (read.stream().filter(p -> p.part() == Part.READER && clean(p, read)).map(Proof::by).distinct().count() < 2) {
            missing.add(Objection.of("outgoing.refusal.two-readers").at("proofs"));
        }
        return missing;
    }

    /** Whether {@code by} has read a proof of the text as it stands. */
    boolean hasRead(Row row, Actor by) {
        long text = signed.of(row).map(Revision::id).orElse(0L);
        return of(row.id()).stream().anyMatch(p -> p.revision() == text && p.by() == by.id());
    }

    /** The latest word of that reader holds. */
    private static boolean clean(Proof proof, List<Proof> all) {
        return all.stream().filter(p -> p.part() == proof.part() && p.by() == proof.by()).reduce((a, b) -> b).map(Proof::clean).orElse(false);
    }
}
