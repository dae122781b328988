package org.sanban.routing;

import java.util.ArrayList;
import java.util.List;
import org.sanban.routing.OutgoingFacts.Countersign;
import org.sanban.routing.OutgoingFacts.Signer;

/** Whose word must stand behind the paper (协商、审核、签发). */
final class ApprovalRules {

    static final List<Rule> ALL = List.of(
            new Rule("R-09", ApprovalRules::ownOpinionBesideAForwardedRequest),
            new Rule("R-13", ApprovalRules::departmentsAgree),
            new Rule("R-17", ApprovalRules::signedByThePrincipalHead),
            new Rule("R-32", ApprovalRules::legallyReviewed));

    private ApprovalRules() {}

    private static List<Flaw> ownOpinionBesideAForwardedRequest(OutgoingFacts f, Terms t) {
        boolean forwards = f.grounds().forwards() != null || t.finds("forwards", f.words().body());
        boolean opinion = f.grounds().ownOpinion() || t.finds("opinion", f.words().body());
        String lower = f.grounds().forwards() == null ? "" : f.grounds().forwards().title();
        return Flaw.when(forwards && !opinion, "opinion", "ownOpinion", lower);
    }

    private static List<Flaw> departmentsAgree(OutgoingFacts f, Terms t) {
        List<Flaw> flaws = new ArrayList<>();
        for (Countersign one : f.signing().countersigns()) {
            switch (one.answer()) {
                case DISAGREE -> flaws.addAll(Flaw.when(!one.arbitrated(), "disagrees", "countersigns", one.by()));
                case PENDING -> flaws.addAll(Flaw.when(!one.arbitrated(), "pending", "countersigns", one.by()));
                case AGREE_WITH_CHANGES -> flaws.add(Flaw.of("changes", "countersigns", one.by()));
                case AGREE, NO_COMMENT -> {}
            }
        }
        return flaws;
    }

    private static List<Flaw> signedByThePrincipalHead(OutgoingFacts f, Terms t) {
        List<Signer> signers = f.signing().signers();
        if (signers.isEmpty()) {
            return List.of(Flaw.of("missing", "signers"));
        }
        return signers.stream()
                .filter(signer -> !signer.principalHead())
                .map(signer -> Flaw.of("deputy", "signers", signer.name()))
                .toList();
    }

    private static List<Flaw> legallyReviewed(OutgoingFacts f, Terms t) {
        return Flaw.when(f.kind().normative() && !f.signing().legalReview(), "missing", "legalReview");
    }
}
