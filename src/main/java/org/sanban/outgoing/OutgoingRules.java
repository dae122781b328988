package org.sanban.outgoing;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sanban.documents.Direction;
import org.sanban.documents.DocType;
import org.sanban.documents.Medium;
import org.sanban.documents.UrgencyMark;

/**
 * What the office itself decides about outgoing papers, see {@code rules/outgoing.yaml}.
 *
 * @param firstCheck codes of the questions of the first check (第一环节)
 * @param unsealed papers that bear no seal
 * @param ownBodies codes of the bodies whose registry is here
 * @param collectives names that stand for several recipients
 */
record OutgoingRules(
        Map<UrgencyMark, String> urgency, List<String> firstCheck, List<Signing> signing, List<Kinds> principalOnly, Kinds unsealed,
        List<String> ownBodies, List<Collective> collectives) {

    OutgoingRules {
        collectives = collectives == null ? List.of() : collectives;
    }

    /**
     * A collective name and whom it means.
     *
     * @param type of the bodies, with their tier; {@code units} means the units of this office instead
     * @param suffix put behind each body's name, 办公室
     * @param some those whom the sender picks of them
     */
    record Collective(
            String name, @Nullable String type, @Nullable Integer tier, @Nullable Boolean units, @Nullable String suffix, @Nullable Boolean some) {

        boolean ofUnits() {
            return Boolean.TRUE.equals(units);
        }

        boolean picked() {
            return Boolean.TRUE.equals(some);
        }
    }

    /** @param body type of the issuing body, or {@code any} */
    record Signing(String body, List<String> roles) {}

    /** Papers of a kind; what is null is not looked at. */
    record Kinds(
            @Nullable Direction direction, @Nullable Boolean important, @Nullable Boolean normative, @Nullable List<DocType> types,
            @Nullable List<Medium> media) {

        /** All that is named fits. */
        boolean fit(Draft d) {
            return (direction == null || direction == d.direction())
                    && (important == null || important.equals(d.important()))
                    && (normative == null || normative.equals(d.normative()))
                    && (types == null || types.contains(d.docType()))
                    && (media == null || media.contains(d.medium()));
        }

        /** Any of types and media fits. */
        boolean names(Draft d) {
            return (types != null && d.docType() != null && types.contains(d.docType())) || (media != null && media.contains(d.medium()));
        }
    }

    /** As printed; empty where the paper bears none. */
    String printed(UrgencyMark mark) {
        return Objects.requireNonNullElse(urgency.get(mark), "");
    }

    /** Does the paper bear a seal? One without a signature bears none. */
    boolean sealed(Draft d) {
        return !unsealed.names(d) && !d.signatureNames().isEmpty();
    }
}
