package org.sanban.outgoing.web;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sanban.outgoing.Draft;

/**
 * Parts of a Word file that go into the draft.
 *
 * @param take names of the elements that are taken
 */
record ImportForm(
        @Nullable List<String> take, @Nullable String title, @Nullable String mainRecipients, @Nullable String body, @Nullable String attachments,
        @Nullable String signatureNames, @Nullable String annotation, @Nullable Integer version, @Nullable String window) {

    Draft onto(Draft d, DraftNames names) {
        return new Draft(
                d.docType(), d.direction(), d.medium(), d.issuer(), d.jointIssuers(), taken("title", title, d.title()),
                takes("mainRecipients") ? names.recipients(text(mainRecipients)) : d.mainRecipients(), d.ccRecipients(), taken("body", body, d.body()),
                takes("attachments") ? annexes() : d.attachments(), takes("signatureNames") ? DraftForm.lines(signatureNames) : d.signatureNames(),
                d.signers(), taken("annotation", annotation, d.annotation()), d.openness(), d.opennessReason(), d.urgency(), d.secrecy(), d.normative(),
                d.important(), d.onBehalfOf(), d.answersIncoming(), d.forwardsIncoming(), d.ownOpinion(), d.assignedInstruction(),
                d.governmentConsents(), d.basis(), d.neededBy(), d.copies(), d.firstCheck());
    }

    private boolean takes(String element) {
        return take != null && take.contains(element);
    }

    private String taken(String element, @Nullable String found, String stands) {
        return takes(element) ? text(found) : stands;
    }

    private List<Draft.Annex> annexes() {
        List<String> titles = DraftForm.lines(attachments);
        return IntStream.range(0, titles.size()).mapToObj(n -> new Draft.Annex(n + 1, titles.get(n), null)).toList();
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
