package org.sanban.outgoing;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The seal register (用印登记): which text was sealed, with which seal, how often, on whose approval. */
@Service
public class Seals {

    /** @param approver the person who approved it; {@code serial}: of an electronic seal, or null */
    public record Sealed(long id, long revision, String sha256, String seal, int copies, long approver, @Nullable String serial, long by, Instant at) {}

    private final JdbcClient jdbc;
    private final Outgoings outgoings;
    private final Places places;
    private final Signed signed;
    private final StandingTexts texts;
    private final Directory directory;
    private final ApplicationEventPublisher events;

    Seals(
            JdbcClient jdbc, Outgoings outgoings, Places places, Signed signed, StandingTexts texts, Directory directory,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.outgoings = outgoings;
        this.places = places;
        this.signed = signed;
        this.texts = texts;
        this.directory = directory;
        this.events = events;
    }

    /**
     * Writes a line of the register.
     *
     * @param seal name of the seal
     * @throws Refused without the right to seal, or unless the paper is the signed text and bears its number
     */
    @Transactional
    public void seal(long id, String seal, int copies, long approver, @Nullable String serial, Actor by, Instant at) {
        places.at(id, by, "typeset", "proofread", "seal", "dispatch");
        Refused.unless(by.may("seal.log"), "workflow.refusal.not-allowed");
        refuseWrong(seal, copies, approver, serial);
        Row row = outgoings.lock(id);
        Refused.unless(row.number() != null, "outgoing.refusal.no-number");
        Revision text = signed.of(row).orElseThrow(() -> new Refused(Objection.of("outgoing.refusal.not-the-signed-text")));
        boolean before = of(id).stream().anyMatch(s -> s.revision() == text.id() && s.seal().equals(seal.strip()) && s.copies() == copies
                && s.approver() == approver && Objects.equals(s.serial(), serial));
        if (before) {
            return;
        }
        jdbc.sql("""
                        insert into outgoing_seal (document_id, revision_id, sha256, seal, copies, approver, serial, by_person, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(id, text.id(), text.sha256(), seal.strip(), copies, approver, serial, by.id(), Timestamp.from(at)).update();
        events.publishEvent(new OutgoingChanged(row.subject(), "outgoing.sealed", by.id(), at,
                Map.of("seal", seal.strip(), "copies", copies, "approver", approver, "sha256", text.sha256())));
    }

    private void refuseWrong(String seal, int copies, long approver, @Nullable String serial) {
        List<Objection> wrong = new ArrayList<>();
        if (seal.isBlank()) {
            wrong.add(Objection.of("outgoing.refusal.which-seal").at("seal"));
        }
        DraftLimits.text(seal, "seal", DraftLimits.NAME, wrong);
        DraftLimits.text(Objects.requireNonNullElse(serial, ""), "serial", DraftLimits.NAME, wrong);
        if (copies < 1 || copies > 100_000) {
            wrong.add(Objection.of("outgoing.refusal.copies").at("copies"));
        }
        if (directory.person(approver).filter(Directory.Entry::active).isEmpty()) {
            wrong.add(Objection.of("workflow.refusal.unknown-person").at("approver"));
        }
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
    }

    /** The lines of a paper in order, for whoever sees it. */
    @Transactional(readOnly = true)
    public List<Sealed> of(long id, Actor by) {
        places.of(id, by);
        return of(id);
    }

    /** Lines of the text as it stands. */
    List<Sealed> ofText(Row row) {
        String now = texts.of(row).sha256();
        return of(row.id()).stream().filter(s -> s.sha256().equals(now)).toList();
    }

    private List<Sealed> of(long id) {
        return jdbc.sql("select * from outgoing_seal where document_id = ? order by id").param(id)
                .query((row, n) -> new Sealed(
                        row.getLong("id"), row.getLong("revision_id"), row.getString("sha256"), row.getString("seal"), row.getInt("copies"),
                        row.getLong("approver"), row.getString("serial"), row.getLong("by_person"), row.getTimestamp("at").toInstant()))
                .list();
    }
}
