package org.sanban.outgoing;

import java.util.List;
import java.util.function.BiFunction;
import org.sanban.collation.Comparisons;
import org.sanban.pages.Objection;
import org.sanban.workflow.spi.Attempt;
import org.sanban.workflow.spi.Gate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What must be there after the signature (发文办理): the signed text itself, its number, proofs, seal, and a line for every recipient. */
@Configuration(proxyBeanMethods = false)
class IssuingGates {

    private final Outgoings outgoings;
    private final Signed signed;
    private final Substance substance;
    private final Proofs proofs;
    private final Seals seals;
    private final DispatchCheck dispatched;
    private final OutgoingRules rules;
    private final Comparisons comparisons;
    private final RenderedProofs rendered;

    IssuingGates(
            Outgoings outgoings, Signed signed, Substance substance, Proofs proofs, Seals seals, DispatchCheck dispatched, OutgoingRules rules,
            Comparisons comparisons, RenderedProofs rendered) {
        this.outgoings = outgoings;
        this.signed = signed;
        this.substance = substance;
        this.proofs = proofs;
        this.seals = seals;
        this.dispatched = dispatched;
        this.rules = rules;
        this.comparisons = comparisons;
        this.rendered = rendered;
    }

    /** Promise 4: the text is, by its hash, what somebody signed who may. */
    @Bean
    Gate outgoingSignedText() {
        return check("outgoing.signed-text", (row, a) -> signed.of(row).isPresent() ? List.of() : List.of(Objection.of("outgoing.refusal.not-the-signed-text")));
    }

    /** Only corrections that leave the substance go to the signer for confirmation; others need a new signature. */
    @Bean
    Gate outgoingNotSubstantive() {
        return check("outgoing.not-substantive", (row, a) -> substance.changedSinceSigned(row)
                ? List.of(Objection.of("outgoing.refusal.substantive"))
                : List.of());
    }

    /** A number given to a text of other substance is voided before the paper goes on. */
    @Bean
    Gate outgoingNumberFits() {
        return check("outgoing.number-fits", (row, a) -> row.number() != null && substance.changedSinceNumbered(row)
                ? List.of(Objection.of("outgoing.refusal.number-of-other-text", row.number()).at("number"))
                : List.of());
    }

    @Bean
    Gate outgoingNumbered() {
        return check("outgoing.numbered", (row, a) -> {
            if (row.number() == null) {
                return List.of(Objection.of("outgoing.refusal.no-number").at("number"));
            }
            return substance.changedSinceNumbered(row)
                    ? List.of(Objection.of("outgoing.refusal.number-of-other-text", row.number()).at("number"))
                    : List.of();
        });
    }

    /** A first reader and two readers, two different persons, found the print to be the signed text. */
    @Bean
    Gate outgoingProofread() {
        return new OutgoingGates.Check("outgoing.proofread", true, outgoings, (row, a) -> proofs.missing(row));
    }

    /** Promise 4: there is a proof, and it says what was signed, or two persons have confirmed each difference. */
    @Bean
    Gate outgoingCollated() {
        return check("outgoing.collated", (row, a) -> comparisons.objections(row.subject(), Collating.PURPOSE, rendered.required()));
    }

    /** The seal register says that this text was sealed. */
    @Bean
    Gate outgoingSealed() {
        return check("outgoing.sealed", (row, a) -> rules.sealed(row.draft()) && seals.ofText(row).isEmpty()
                ? List.of(Objection.of("outgoing.refusal.no-seal").at("seal"))
                : List.of());
    }

    /** Every recipient has its line, and every line was sent or struck out with a reason. */
    @Bean
    Gate outgoingSent() {
        return check("outgoing.sent", (row, a) -> dispatched.unsent(row));
    }

    /** Recipients who have not acknowledged are named; closing without them takes a reason (promise 6). */
    @Bean
    Gate outgoingDispatched() {
        return check("outgoing.dispatched", (row, a) -> dispatched.unacknowledged(row));
    }

    @Bean
    Gate outgoingPublished() {
        return check("outgoing.published", (row, a) -> row.publishedAt() == null
                ? List.of(Objection.of("outgoing.refusal.not-published").at("published"))
                : List.of());
    }

    private Gate check(String code, BiFunction<Row, Attempt, List<Objection>> looks) {
        return new OutgoingGates.Check(code, false, outgoings, looks);
    }
}
