package org.sanban.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What a paper to a superior (上行文) must mind. */
final class UpwardRules {

    static final List<Rule> ALL = List.of(
            new Rule("R-02", UpwardRules::oneMainRecipient),
            new Rule("R-03", UpwardRules::notCopiedDownwards),
            new Rule("R-05", UpwardRules::notToAPerson),
            new Rule("R-06", UpwardRules::notInTheNameOfAPerson),
            new Rule("R-08", UpwardRules::otherSuperiorOfTheIssuerCopied),
            new Rule("R-10", UpwardRules::ownGovernmentConsents));

    private UpwardRules() {}

    private static List<Flaw> oneMainRecipient(OutgoingFacts f, Terms t) {
        int many = f.parties().main().size();
        return Flaw.when(many > t.number("most"), "several", "mainRecipients", many, t.number("most"));
    }

    private static List<Flaw> notCopiedDownwards(OutgoingFacts f, Terms t) {
        return f.parties().cc().stream()
                .filter(copied -> isBelow(copied, f.parties().issuer(), t))
                .map(copied -> Flaw.of("below", "ccRecipients", copied.name()))
                .toList();
    }

    private static boolean isBelow(Recipient recipient, Body issuer, Terms t) {
        Body body = recipient.body();
        if (body == null) {
            return t.finds("collective", recipient.name());
        }
        return !body.is(Body.Type.DIVISION) && (body.tier() > issuer.tier() || issuer.isDirectlyAbove(body));
    }

    private static List<Flaw> notToAPerson(OutgoingFacts f, Terms t) {
        if (f.grounds().assignedInstruction()) {
            return List.of();
        }
        return Stream.concat(persons(f.parties().main(), "mainRecipients", f, t), persons(f.parties().cc(), "ccRecipients", f, t))
                .toList();
    }

    private static Stream<Flaw> persons(List<Recipient> recipients, String field, OutgoingFacts f, Terms t) {
        return recipients.stream()
                .filter(r -> r.person() || (r.body() == null && namesAPerson(r.name(), f, t)))
                .map(r -> Flaw.of("person", field, r.name()));
    }

    private static boolean namesAPerson(String name, OutgoingFacts f, Terms t) {
        return t.finds("titles", name) || f.office().leaders().stream().anyMatch(name::contains);
    }

    private static List<Flaw> notInTheNameOfAPerson(OutgoingFacts f, Terms t) {
        return f.words().signatures().stream()
                .filter(name -> f.office().bodies().named(name).isEmpty() && namesAPerson(name, f, t))
                .map(name -> Flaw.of("person", "signatureNames", name))
                .toList();
    }

    private static List<Flaw> otherSuperiorOfTheIssuerCopied(OutgoingFacts f, Terms t) {
        Body issuer = f.parties().issuer();
        Optional<Body> first = Optional.ofNullable(issuer.superior()).flatMap(f.office().bodies()::byId);
        if (issuer.dualSuperior() == null || first.isEmpty()) {
            return List.of();
        }
        List<Flaw> missing = new ArrayList<>();
        for (String superior : List.of(first.get().name(), issuer.dualSuperior())) {
            missing.addAll(Flaw.when(!f.parties().tells(superior), "uncopied", "ccRecipients", superior));
        }
        return missing;
    }

    private static List<Flaw> ownGovernmentConsents(OutgoingFacts f, Terms t) {
        Body issuer = f.parties().issuer();
        boolean major = f.kind().important() || t.words("major").contains(f.kind().type().name());
        boolean noted = f.grounds().ownGovernmentConsents() || t.finds("consent", f.words().body());
        if (!issuer.is(Body.Type.DEPARTMENT) || !major || noted) {
            return List.of();
        }
        return f.parties().main().stream()
                .map(Recipient::body)
                .filter(Objects::nonNull)
                .filter(to -> to.is(Body.Type.DEPARTMENT) || to.is(Body.Type.STATE_BODY))
                .filter(to -> to.tier() < issuer.tier())
                .map(to -> Flaw.of("consent", "body", to.name()))
                .toList();
    }
}
