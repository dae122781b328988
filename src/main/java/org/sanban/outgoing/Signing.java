package org.sanban.outgoing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.Stale;
import org.sanban.people.Actor;
import org.sanban.workflow.Act;
import org.sanban.workflow.Handlings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Signing (签发) and confirming: a signature is put under the text that the signer has before him, or not at all. */
@Service
public class Signing {

    private final Outgoings outgoings;
    private final StandingTexts texts;
    private final Places places;
    private final Handlings handlings;

    Signing(Outgoings outgoings, StandingTexts texts, Places places, Handlings handlings) {
        this.outgoings = outgoings;
        this.texts = texts;
        this.places = places;
        this.handlings = handlings;
    }

    /**
     * Signs, or confirms, the text that the signer read.
     *
     * @param sha256 of the text that was shown
     * @param opinion null for a bare signature or a circle, which count as consent
     * @param transition the way onward; null takes the first that is open
     * @throws Stale when the text is another one meanwhile
     */
    @Transactional
    public void sign(
            long id, String sha256, Act.@Nullable Opinion opinion, @Nullable String transition, List<Act.Pick> picks, Actor by, Instant at,
            String requestId) {
        sign(id, null, sha256, opinion, transition, picks, by, at, requestId);
    }

    /** @param task the signer's, for whoever enters the signature for him (领导秘书代录); null for the actor's own */
    @Transactional
    public void sign(
            long id, @Nullable Long task, String sha256, Act.@Nullable Opinion opinion, @Nullable String transition, List<Act.Pick> picks, Actor by,
            Instant at, String requestId) {
        places.of(id, by);
        handlings.hold(OutgoingKind.ref(id));
        Row row = outgoings.lock(id);
        Places.Place place = places.of(id, by);
        if (!texts.of(row).sha256().equals(sha256)) {
            throw new Stale();
        }
        Long own = place.mine("sign", "confirm") ? place.task() : null;
        long signed = task != null ? task : own != null ? own : 0;
        handlings.apply(row.subject(), new Act.Complete(signed, transition, opinion, picks, null, null, null), by, at, requestId);
    }
}
