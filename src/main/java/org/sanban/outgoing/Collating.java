package org.sanban.outgoing;

import org.sanban.collation.Collated;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.springframework.stereotype.Component;

/** Proofs of an outgoing paper against its signed text (promise 4), at typesetting and proofreading. */
@Component
class Collating implements Collated {

    static final String PURPOSE = "print";

    private final Outgoings outgoings;
    private final Signed signed;
    private final Places places;
    private final ProofReference reference;
    private final Proofs proofs;

    Collating(Outgoings outgoings, Signed signed, Places places, ProofReference reference, Proofs proofs) {
        this.outgoings = outgoings;
        this.signed = signed;
        this.places = places;
        this.reference = reference;
        this.proofs = proofs;
    }

    @Override
    public String kind() {
        return OutgoingKind.KIND;
    }

    @Override
    public String purpose() {
        return PURPOSE;
    }

    @Override
    public Standing standing(long subject) {
        Row row = outgoings.one(subject);
        Revision text = signed.of(row).orElseThrow(() -> new Refused(Objection.of("collation.refusal.no-text")));
        return new Standing(reference.of(row, text), String.valueOf(text.no()));
    }

    /** Who typesets or reads the proof, who has read this text already, and the printing room at any time of these steps. */
    @Override
    public boolean mayCompare(long subject, Actor by) {
        Places.Place place = places.of(subject, by);
        return place.at("typeset", "proofread") && (place.task() != null || by.may("print.manage") || proofs.hasRead(outgoings.one(subject), by));
    }
}
