package org.sanban.documents;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.NotFound;
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
        return new Paper(
                id, d.version, d.inNo, d.registeredAt, d.registeredBy, d.receipt, d.particulars, d.readersWaived, d.waiverReason,
                d.returnedAt, d.returnedBy, d.closedAt, d.closedBy, d.result == null ? null : d.result.name(),
                notes.review(id).orElse(null), notes.assignment(id).orElse(null), notes.reply(id).orElse(null), place.step(), place.state(),
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
