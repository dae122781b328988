package org.sanban.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sanban.documents.Direction;

/** Who may write to whom, in whichever direction (行文关系). */
final class RelationRules {

    static final List<Rule> ALL = List.of(
            new Rule("R-07", RelationRules::noLevelSkipped),
            new Rule("R-11", RelationRules::superiorCopied),
            new Rule("R-12", RelationRules::departmentsGiveNoOrdersToGovernments),
            new Rule("R-14", RelationRules::divisionsDoNotWriteOutwards),
            new Rule("R-15", RelationRules::otherSuperiorOfTheRecipientCopied),
            new Rule("R-16", RelationRules::jointlyOnlyAmongEquals));

    private RelationRules() {}

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
                .filter(r -> r.body() != null && r.body().dualSuperior() != null && !f.parties().tells(r.body().dualSuperior()))
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
