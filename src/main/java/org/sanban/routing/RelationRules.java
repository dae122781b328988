package org.sanban.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.sanban.documents.Direction;

/** Who may write to whom (行文关系). */
final class RelationRules {

    static final List<Rule> ALL = List.of(
            new Rule("R-02", RelationRules::oneMainRecipient),
            new Rule("R-03", RelationRules::notCopiedDownwards),
            new Rule("R-05", RelationRules::notToAPerson),
            new Rule("R-06", RelationRules::notInTheNameOfAPerson),
            new Rule("R-07", RelationRules::noLevelSkipped),
            new Rule("R-08", RelationRules::otherSuperiorOfTheIssuerCopied),
            new Rule("R-10", RelationRules::ownGovernmentConsents),
            new Rule("R-11", RelationRules::superiorCopied),
            new Rule("R-12", RelationRules::departmentsGiveNoOrdersToGovernments),
            new Rule("R-14", RelationRules::divisionsDoNotWriteOutwards),
            new Rule("R-15", RelationRules::otherSuperiorOfTheRecipientCopied),
            new Rule("R-16", RelationRules::jointlyOnlyAmongEquals));

    private RelationRules() {}

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

    private static List<Flaw> noLevelSkipped(OutgoingFacts f, Terms t) {
        boolean up = f.kind().direction() == Direction.UP;
        List<Flaw> flaws = new ArrayList<>();
        for (Recipient recipient : f.parties().main()) {
            Body other = recipient.body();
            if (other == null) {
                continue;
            }
            Body lower = up ? f.parties().issuer() : other;
            Body upper = up ? other : f.parties().issuer();
            if (new Chain(f.office().bodies()).distance(lower, upper) > t.number("most")) {
                skipped(f, recipient, lower).ifPresent(flaws::add);
            }
        }
        return flaws;
    }

    /** The body passed over is not passed over when it is addressed too; copying it is what the special case demands. */
    private static Optional<Flaw> skipped(OutgoingFacts f, Recipient recipient, Body lower) {
        Optional<Body> between = Optional.ofNullable(lower.superior()).flatMap(f.office().bodies()::byId);
        if (between.isEmpty()) {
            return Optional.of(Flaw.of("far", "mainRecipients", recipient.name()));
        }
        if (contains(f.parties().main(), between.get())) {
            return Optional.empty();
        }
        String kind = contains(f.parties().cc(), between.get()) ? "copied" : "skipped";
        return Optional.of(Flaw.of(kind, "mainRecipients", recipient.name(), between.get().name()));
    }

    private static boolean contains(List<Recipient> recipients, Body body) {
        return recipients.stream().anyMatch(r -> r.is(body));
    }

    private static List<Flaw> otherSuperiorOfTheIssuerCopied(OutgoingFacts f, Terms t) {
        Body issuer = f.parties().issuer();
        Optional<Body> first = Optional.ofNullable(issuer.superior()).flatMap(f.office().bodies()::byId);
        if (issuer.dualSuperior() == null || first.isEmpty()) {
            return List.of();
        }
        List<Flaw> missing = new ArrayList<>();
        for (String superior : List.of(first.get().name(), issuer.dualSuperior())) {
            missing.addAll(Flaw.when(!isToldOf(superior, f.parties()), "uncopied", "ccRecipients", superior));
        }
        return missing;
    }

    private static boolean isToldOf(String name, OutgoingFacts.Parties parties) {
        return Stream.concat(parties.main().stream(), parties.cc().stream()).anyMatch(r -> r.isCalled(name));
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

    private static List<Flaw> superiorCopied(OutgoingFacts f, Terms t) {
        Optional<Body> superior = Optional.ofNullable(f.parties().issuer().superior()).flatMap(f.office().bodies()::byId);
        if (!f.kind().important() || superior.isEmpty()) {
            return List.of();
        }
        return Flaw.when(!contains(f.parties().cc(), superior.get()), "uncopied", "ccRecipients", superior.get().name());
    }

    private static List<Flaw> departmentsGiveNoOrdersToGovernments(OutgoingFacts f, Terms t) {
        Body issuer = f.parties().issuer();
        if (!issuer.is(Body.Type.DEPARTMENT) || t.finds("consent", f.words().body())) {
            return List.of();
        }
        return f.parties().main().stream()
                .filter(to -> isLowerGovernment(to, issuer, t))
                .map(to -> Flaw.of("order", "mainRecipients", to.name()))
                .toList();
    }

    private static boolean isLowerGovernment(Recipient to, Body issuer, Terms t) {
        Body body = to.body();
        return body == null ? t.finds("collective", to.name()) : body.is(Body.Type.GOVERNMENT) && body.tier() > issuer.tier();
    }

    private static List<Flaw> divisionsDoNotWriteOutwards(OutgoingFacts f, Terms t) {
        List<Recipient> all = Stream.concat(f.parties().main().stream(), f.parties().cc().stream()).toList();
        boolean within = !all.isEmpty() && all.stream().allMatch(r -> isWithin(r, t));
        return Stream.concat(Stream.of(f.parties().issuer()), f.parties().joint().stream())
                .filter(issuer -> issuer.is(Body.Type.DIVISION) && !within)
                .map(issuer -> Flaw.of("division", "issuer", issuer.name()))
                .toList();
    }

    private static boolean isWithin(Recipient recipient, Terms t) {
        Body body = recipient.body();
        return body == null ? t.finds("within", recipient.name()) : body.is(Body.Type.DIVISION);
    }

    private static List<Flaw> otherSuperiorOfTheRecipientCopied(OutgoingFacts f, Terms t) {
        return f.parties().main().stream()
                .filter(r -> r.body() != null && r.body().dualSuperior() != null && !isToldOf(r.body().dualSuperior(), f.parties()))
                .map(r -> Flaw.of("uncopied", "ccRecipients", r.name(), r.body().dualSuperior()))
                .toList();
    }

    private static List<Flaw> jointlyOnlyAmongEquals(OutgoingFacts f, Terms t) {
        Body lead = f.parties().issuer();
        return f.parties().joint().stream()
                .filter(with -> with.tier() != lead.tier() || with.isDirectlyAbove(lead) || lead.isDirectlyAbove(with))
                .map(with -> Flaw.of("unequal", "jointIssuers", with.name(), lead.name()))
                .toList();
    }
}
