package org.sanban.outgoing.web;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sanban.documents.CitedPapers;
import org.sanban.numbers.NumberLine;
import org.sanban.numbers.Series;
import org.sanban.outgoing.Approval;
import org.sanban.outgoing.Corrections;
import org.sanban.outgoing.DispatchLine;
import org.sanban.outgoing.Dispatching;
import org.sanban.outgoing.Draft;
import org.sanban.outgoing.OutgoingPaper;
import org.sanban.outgoing.Proofs;
import org.sanban.outgoing.ReviewSheets;
import org.sanban.outgoing.Seals;
import org.sanban.routing.Finding;
import org.sanban.workflow.CourseView;
import org.sanban.routing.Severity;

/**
 * An outgoing paper with everything that stands on its page.
 *
 * @param cited the incoming paper that it answers, or null
 * @param approvals in order, the void ones too
 * @param review what the reviewers found at the five focuses, in order
 * @param findings of the rules of writing at the next stage; empty where nobody is stopped by them any more
 * @param reasons given for warnings, by rule
 * @param pending changes since the last frozen text
 * @param borne every number that it bore or bears, the latest first
 * @param suggested series that fit it, while the number is chosen
 * @param reserved numbers set aside in one of those series
 * @param proposed dispatch lines for recipients that have none
 * @param persons names by id
 * @param bodies names of organizations by id
 */
public record Dossier(
        OutgoingPaper paper, ProseView prose, CitedPapers.@Nullable Cited cited, List<Approval> approvals, List<ReviewSheets.Entry> review,
        List<Finding> findings,
        Map<String, String> reasons, List<Corrections.Pending> pending, List<NumberLine> borne, List<Series> suggested,
        List<NumberLine> reserved, List<Proofs.Proof> proofs, List<Seals.Sealed> seals, List<DispatchLine> lines,
        List<Dispatching.NewLine> proposed, Map<Long, String> persons, Map<Long, String> bodies) {

    public Draft draft() {
        return paper.draft();
    }

    public long id() {
        return paper.id();
    }

    public String person(@Nullable Long id) {
        return id == null ? "" : persons.getOrDefault(id, "");
    }

    public String body(@Nullable Long id) {
        return id == null ? "" : bodies.getOrDefault(id, "");
    }

    /** Does one of these steps lie before the reader? */
    public boolean mine(String... steps) {
        return paper.task() != null && Stream.of(steps).anyMatch(step -> step.equals(paper.step()));
    }

    /** The number that it bears, as its line of the ledger. */
    public @Nullable NumberLine number() {
        return borne.stream().filter(line -> line.text().equals(paper.number()) && line.voiding() == null).findFirst().orElse(null);
    }

    /** Number of the frozen text with that id; 0 where no approval was given on it. */
    public int no(long revision) {
        return approvals.stream().filter(a -> a.revision() == revision).mapToInt(Approval::no).findFirst().orElse(0);
    }

    /** What stops the paper, or asks for a reason, first. */
    public List<Finding> grave() {
        return findings.stream().filter(f -> f.severity() != Severity.HINT).toList();
    }

    public boolean asksReason(Finding finding) {
        return finding.severity() == Severity.WARN && paper.task() != null;
    }

    /** Somebody who was asked does not agree, and that opinion stands. */
    public boolean disputed() {
        return approvals.stream().anyMatch(a -> a.living() && a.verdict() == Approval.Verdict.DISAGREE);
    }

    /** What was said of the focuses: every word that somebody wrote, and the last of those that were only attested. */
    public List<ReviewSheets.Entry> reviewInBrief() {
        return review.stream().filter(e -> !e.tacit() || e == lastOf(e.focus())).sorted(Comparator.comparing(ReviewSheets.Entry::focus)).toList();
    }

    private ReviewSheets.@Nullable Entry lastOf(ReviewSheets.Focus focus) {
        return review.stream().filter(e -> e.focus() == focus).reduce((a, b) -> b).orElse(null);
    }

    /** The fields of the review sheet as it stands. */
    Map<String, Object> standingReview() {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (ReviewSheets.Focus focus : ReviewSheets.Focus.values()) {
            ReviewSheets.Entry last = lastOf(focus);
            fields.put("focusProblem[" + focus + "]", String.valueOf(last != null && !last.inOrder()));
            fields.put("focusNote[" + focus + "]", last == null || last.note() == null ? "" : last.note());
        }
        return fields;
    }

    /** Names of those who have not acknowledged. */
    public List<String> silent() {
        return lines.stream().filter(l -> l.sent() && l.acknowledgedAt() == null).map(DispatchLine::name)
                .filter(name -> !paper.missingWaived().contains(name)).toList();
    }

    /** Those to whom it was sent as a copy, in one sentence. */
    public String copied() {
        return String.join("，", draft().ccRecipients().stream().map(Draft.Recipient::name).toList());
    }

    /** Names under the text; without any, the issuing bodies. */
    public List<String> issuers() {
        return Stream.concat(Stream.of(body(draft().issuer())), draft().jointIssuers().stream().map(this::body))
                .filter(name -> !name.isEmpty()).toList();
    }

    /** 签发人 on the letterhead: named in the draft, else whoever signed. */
    public List<String> signers() {
        return draft().signers();
    }

    /** Signatures and confirmations that were given, the void ones too. */
    public List<Approval> signatures() {
        return approvals.stream().filter(a -> a.kind() == Approval.Kind.SIGN || a.kind() == Approval.Kind.CONFIRM).toList();
    }

    /** Said by the signer besides signing: a return, a correction of words. */
    public boolean besides(CourseView.Given said) {
        return List.of("sign", "confirm").contains(said.step()) && signatures().stream().noneMatch(a -> Objects.equals(a.movement(), said.movement()));
    }

    /** The living signature of the text as it stands. */
    public @Nullable Approval signature() {
        return approvals.stream().filter(Approval::living)
                .filter(a -> a.kind() == Approval.Kind.SIGN || a.kind() == Approval.Kind.CONFIRM)
                .reduce((a, b) -> b).orElse(null);
    }

    public String copies() {
        return Objects.toString(paper.copies() > 0 ? Integer.valueOf(paper.copies()) : draft().copies(), "—");
    }
}
