package org.sanban.routing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.Objection;

/**
 * A rule that the paper breaks.
 *
 * @param rule
 * @param kind which way it is broken; with the rule it names the texts {@code routing.<rule>.<kind>.wrong} and {@code .mend}
 * @param field the element of the draft: title, body, mainRecipients, ccRecipients, attachments, attachmentNotes, signatureNames,
 *     signers, number, urgency, secrecy, openness, opennessReason, issuer, jointIssuers, issuedOn, neededBy, countersigns,
 *     answersIncoming, legalReview, ownOpinion, annotation
 * @param span where in the text of that field, null when it is about the field as a whole
 * @param args of both texts
 */
public record Finding(String rule, Severity severity, String kind, String field, @Nullable Span span, List<Object> args) {

    /** What is wrong, beside its field. */
    public Objection wrong() {
        return new Objection(key() + ".wrong", field, args);
    }

    /** What to do about it. */
    public Objection mend() {
        return new Objection(key() + ".mend", field, args);
    }

    /** Message key of the rule's name. */
    public String name() {
        return "routing." + rule + ".name";
    }

    /** Message key of the paragraph or custom the rule stands on. */
    public String basis() {
        return "routing." + rule + ".basis";
    }

    public boolean blocks() {
        return severity == Severity.BLOCK;
    }

    private String key() {
        return "routing." + rule + "." + kind;
    }
}
