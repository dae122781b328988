package org.sanban.outgoing;

import java.util.List;
import java.util.Locale;
import org.sanban.collation.Discrepancy;
import org.sanban.collation.Kind;
import org.sanban.collation.ProofCompared;
import org.sanban.collation.Reference;
import org.sanban.errors.Proposed;
import org.sanban.pages.Texts;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the register of errors where a proof did not say what was signed. The same difference in the next proof is told once. */
@Component
class ProofsProposed {

    /** A proof that differs in more places went wrong as a whole: that is one proposal. */
    static final int SINGLY = 20;

    private static final int LONGEST = 60;

    private final ApplicationEventPublisher events;
    private final Texts words;

    ProofsProposed(ApplicationEventPublisher events, MessageSource messages) {
        this.events = events;
        this.words = new Texts(messages, Locale.SIMPLIFIED_CHINESE);
    }

    @EventListener
    void on(ProofCompared compared) {
        if (!compared.subject().kind().equals(OutgoingKind.KIND) || !compared.purpose().equals(Collating.PURPOSE)) {
            return;
        }
        List<Discrepancy> found = compared.discrepancies();
        if (found.size() > SINGLY) {
            String said = words.of("collation.proposal.many", found.size());
            events.publishEvent(proposed(compared, "proof/" + compared.comparison(), said).sort("MANY").as("WRONG", "E-DO-04"));
            return;
        }
        found.forEach(d -> tell(compared, d));
    }

    private void tell(ProofCompared compared, Discrepancy d) {
        boolean missing = d.kind() == Kind.MISSING;
        String key = "proof/" + compared.subject().id() + "/" + Reference.text(d.sameness()).sha256();
        events.publishEvent(proposed(compared, key, said(d)).sort(d.kind().name())
                .as(missing ? "OMITTED" : "WRONG", missing ? "E-DO-05" : "E-DO-04").instead(d.reference().words().isEmpty() ? null : d.reference().words()));
    }

    private static Proposed proposed(ProofCompared compared, String key, String said) {
        return Proposed.of(Proposed.Origin.PROOF_DIFFERS, compared.subject(), key, said, compared.at()).made("typeset", null).found("proofread");
    }

    private String said(Discrepancy d) {
        String should = cut(d.reference().words());
        String is = cut(d.proof().words());
        String place = words.of("collation.element." + d.element());
        String around = d.reference().before() + should + d.reference().after();
        return words.of("collation.proposal." + d.kind(), place, should, is, around);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
