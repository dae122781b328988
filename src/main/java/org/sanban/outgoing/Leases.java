package org.sanban.outgoing;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.pages.Stale;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.sanban.workflow.Handlings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One editor at a time: who writes in a draft holds its pen, everybody sees who does, and taking it over is an act of its own. */
@Service
public class Leases {

    private final Outgoings outgoings;
    private final Places places;
    private final Handlings handlings;
    private final Directory directory;
    private final ApplicationEventPublisher events;
    private final Duration lasts;

    Leases(
            Outgoings outgoings, Places places, Handlings handlings, Directory directory, ApplicationEventPublisher events,
            @Value("${sanban.outgoing.lease:PT2M}") Duration lasts) {
        this.outgoings = outgoings;
        this.places = places;
        this.handlings = handlings;
        this.directory = directory;
        this.events = events;
        this.lasts = lasts;
    }

    /**
     * Takes the pen, where nobody else holds it.
     *
     * @param window a word that the editing window made for itself; another window of the same person is another editor
     * @throws Refused naming who writes, where somebody does
     */
    @Transactional
    public Lease take(long id, String window, Actor by, Instant at) {
        Row row = open(id, window, by);
        if (row.leasedAt(at) && !row.leasedTo(by.id(), window, at)) {
            throw new Refused(Objection.of("outgoing.refusal.being-written", name(row.leaseHolder())).at("lease"));
        }
        return give(row, window, by, at);
    }

    /** Takes the pen from whoever holds it; the other window learns it at its next save or heartbeat. */
    @Transactional
    public Lease takeOver(long id, String window, Actor by, Instant at) {
        Row row = open(id, window, by);
        if (row.leasedAt(at) && !row.leasedTo(by.id(), window, at)) {
            events.publishEvent(new OutgoingChanged(row.subject(), "outgoing.taken-over", by.id(), at,
                    Map.of("from", Objects.requireNonNull(row.leaseHolder()))));
        }
        return give(row, window, by, at);
    }

    /**
     * The window still writes.
     *
     * @throws Stale when the pen was taken over, or given back
     */
    @Transactional
    public Lease heartbeat(long id, String window, Actor by, Instant at) {
        Row row = open(id, window, by);
        boolean free = !row.leasedAt(at) && Objects.equals(row.leaseHolder(), by.id()) && window.equals(row.leaseWindow());
        if (!free && !row.leasedTo(by.id(), window, at)) {
            throw new Stale();
        }
        return give(row, window, by, at);
    }

    /** Gives the pen back. Nothing happens where the window does not hold it. */
    @Transactional
    public void release(long id, String window, Actor by, Instant at) {
        places.of(id, by);
        Row row = outgoings.lock(id);
        if (row.leasedTo(by.id(), window, at)) {
            outgoings.lease(id, null, null, null, null);
        }
    }

    /** Who writes now, for whoever sees the paper. */
    @Transactional(readOnly = true)
    public Lease of(long id, @Nullable String window, Actor by, Instant at) {
        places.of(id, by);
        return view(outgoings.one(id), window, by, at);
    }

    Lease view(Row row, @Nullable String window, Actor by, Instant at) {
        return row.leasedAt(at)
                ? new Lease(row.leaseHolder(), name(row.leaseHolder()), row.leaseSince(), row.leaseUntil(), window != null && row.leasedTo(by.id(), window, at))
                : Lease.NOBODY;
    }

    /** Prolongs the pen of a window that writes, inside the transaction of its save. */
    Lease give(Row row, String window, Actor by, Instant at) {
        boolean goesOn = row.leasedTo(by.id(), window, at);
        Instant since = goesOn ? Objects.requireNonNull(row.leaseSince()) : at;
        Instant until = at.plus(lasts);
        outgoings.lease(row.id(), by.id(), window, since, until);
        return new Lease(by.id(), by.name(), since, until, true);
    }

    private Row open(long id, String window, Actor by) {
        places.of(id, by);
        refuseUnfit(window);
        handlings.hold(OutgoingKind.ref(id));
        Row row = outgoings.lock(id);
        places.writing(id, by);
        return row;
    }

    static void refuseUnfit(@Nullable String window) {
        if (window == null || !window.matches("[0-9A-Za-z-]{8,64}")) {
            throw new Refused(Objection.of("outgoing.refusal.window").at("window"));
        }
    }

    private String name(@Nullable Long person) {
        return person == null ? "" : directory.person(person).map(Directory.Entry::name).orElse("");
    }
}
