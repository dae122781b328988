package org.sanban.documents;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.NotFound;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.sanban.people.Organizations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads incoming papers, each only for whom may see it. */
@Service
@Transactional(readOnly = true)
public class IncomingReading {

    /** A paper that looks like the one being registered. */
    public record Twin(long id, @Nullable String number, String title) {}

    private final Papers papers;
    private final IncomingNotes notes;
    private final Whereabouts whereabouts;
    private final GroundHints hints;
    private final Organizations organizations;

    IncomingReading(Papers papers, IncomingNotes notes, Whereabouts whereabouts, GroundHints hints, Organizations organizations) {
        this.papers = papers;
        this.notes = notes;
        this.whereabouts = whereabouts;
        this.hints = hints;
        this.organizations = organizations;
    }

    /** @throws NotFound when there is none or {@code by} may not see it */
    public Paper one(long id, Actor by) {
        Whereabouts.Place place = whereabouts.of(id, by);
        IncomingDocument d = papers.one(id);
        IncomingNotes.Latest written = notes.latest(id);
        return new Paper(
                id, d.version, d.inNo, d.registeredAt, d.registeredBy, d.receipt, d.particulars, d.readersWaived, d.waiverReason,
                d.returnedAt, d.returnedBy, d.closedAt, d.closedBy, d.recalledAt, d.recallReason,
                d.result == null ? null : d.result.name(),
                written.review(), written.assignment(), written.reply(), place.step(), place.state(),
                place.task());
    }

    /** Grounds of return that the paper itself suggests, for whoever reviews it. */
    public List<GroundHints.Hint> hints(Paper paper) {
        Long sender = paper.particulars().senderId();
        Integer tier = sender == null ? null : organizations.byId(sender).map(Organizations.Organization::tier).orElse(null);
        return hints.of(paper.particulars(), tier);
    }

    /** Papers with this number from this sender, shown while somebody registers. Only those that {@code by} may see. */
    public List<Twin> twins(String docNumber, String sender, Actor by) {
        Long body = organizations.byName(sender.strip()).map(Organizations.Organization::id).orElse(null);
        return papers.twins(0, docNumber, body, sender.strip()).stream()
                .filter(twin -> sees(twin.id(), by))
                .map(twin -> new Twin(twin.id(), twin.inNo(), twin.title()))
                .toList();
    }

    /**
     * Particulars with the papers they point at, as one names them: by the office's number, {@code 收〔2026〕1203} in brackets of any
     * kind, or by id. Blank leaves what they point at already.
     *
     * @throws Refused when there is no such paper
     */
    public Particulars linked(Particulars p, @Nullable String previous, @Nullable String duplicate) {
        return p.after(named(previous, p.previousId(), "previousId"), named(duplicate, p.duplicateOf(), "duplicateOf"));
    }

    private @Nullable Long named(@Nullable String typed, @Nullable Long before, String field) {
        if (typed == null || typed.isBlank()) {
            return before;
        }
        return typed.strip().matches("\\d{1,18}") ? Long.valueOf(typed.strip()) : papers.numbered(typed)
                .orElseThrow(() -> new Refused(Objection.of("documents.refusal.no-such-paper").at(field)));
    }

    /** Numbers of the papers that this one points at, by id; the id itself where one has no number yet. */
    public Map<Long, String> pointedAt(Particulars p) {
        List<Long> ids = Stream.of(p.previousId(), p.duplicateOf()).filter(Objects::nonNull).distinct().toList();
        Map<Long, String> numbers = papers.numbers(ids);
        ids.forEach(id -> numbers.putIfAbsent(id, id.toString()));
        return numbers;
    }

    private boolean sees(long id, Actor by) {
        try {
            whereabouts.of(id, by);
            return true;
        } catch (NotFound hidden) {
            return false;
        }
    }

    /** Names of bodies by id, for a page. */
    public Map<Long, String> bodies() {
        return organizations.all().stream().collect(java.util.stream.Collectors.toMap(
                Organizations.Organization::id, Organizations.Organization::name));
    }
}
