package org.sanban.outgoing.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sanban.documents.Direction;
import org.sanban.documents.DocType;
import org.sanban.documents.Medium;
import org.sanban.documents.Openness;
import org.sanban.documents.UrgencyMark;
import org.sanban.outgoing.Draft;
import org.sanban.people.Clearance;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * The editor's form. Names stand one a line, as printed; the lists of annexes always have two rows or more.
 *
 * @param addMain one more recipient, typed beside the list
 * @param over the version that the person saw beside the own words and writes on from; null where there was no such choice
 * @param then {@code show}: afterwards to the paper's page
 */
record DraftForm(
        @Nullable DocType docType, @Nullable Direction direction, @Nullable Medium medium, @Nullable Long issuer, @Nullable List<Long> jointIssuers,
        @Nullable String title, @Nullable String mainRecipients, @Nullable String addMain, @Nullable String ccRecipients, @Nullable String addCc,
        @Nullable String body, @Nullable List<String> annexTitle, @Nullable List<String> annexFile, @Nullable String signatureNames,
        @Nullable String signers, @Nullable String annotation, @Nullable Openness openness, @Nullable String opennessReason,
        @Nullable UrgencyMark urgency, @Nullable Clearance secrecy, @Nullable Boolean normative, @Nullable Boolean important,
        @Nullable Long onBehalfOf, @Nullable Long answersIncoming, @Nullable Long forwardsIncoming, @Nullable Boolean ownOpinion,
        @Nullable Boolean assignedInstruction, @Nullable Boolean governmentConsents, @Nullable String basis,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate neededBy, @Nullable Integer copies, @Nullable List<String> firstCheck,
        @Nullable Integer version, @Nullable Integer over, @Nullable String window, @Nullable String then) {

    int expected() {
        return over != null ? over : Objects.requireNonNullElse(version, -1);
    }

    String windowName() {
        return Objects.requireNonNullElse(window, "");
    }

    boolean leaves() {
        return "show".equals(then);
    }

    /** What was typed, as a draft. */
    Draft draft(DraftNames names) {
        return new Draft(
                docType, direction, medium, issuer, jointIssuers, text(title), names.recipients(text(mainRecipients) + "\n" + text(addMain)),
                names.recipients(text(ccRecipients) + "\n" + text(addCc)), text(body), annexes(), lines(signatureNames), lines(signers),
                text(annotation), openness, text(opennessReason), urgency, secrecy, normative, important, onBehalfOf, answersIncoming, forwardsIncoming,
                ownOpinion, assignedInstruction, governmentConsents, text(basis), neededBy, copies, checked());
    }

    private List<Draft.Annex> annexes() {
        List<Draft.Annex> annexes = new ArrayList<>();
        List<String> titles = annexTitle == null ? List.of() : annexTitle;
        for (int n = 0; n < titles.size(); n++) {
            String file = annexFile != null && n < annexFile.size() ? text(annexFile.get(n)) : "";
            if (!text(titles.get(n)).isBlank() || !file.isEmpty()) {
                annexes.add(new Draft.Annex(annexes.size() + 1, text(titles.get(n)), file.matches("\\d{1,18}") ? Long.valueOf(file) : null));
            }
        }
        return annexes;
    }

    private Map<String, Boolean> checked() {
        Map<String, Boolean> answers = new HashMap<>();
        (firstCheck == null ? List.<String>of() : firstCheck).stream().filter(q -> q != null && !q.isBlank()).forEach(q -> answers.put(q, true));
        return answers;
    }

    static List<String> lines(@Nullable String typed) {
        return text(typed).lines().map(String::strip).filter(line -> !line.isEmpty()).distinct().toList();
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
