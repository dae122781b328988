package org.sanban.outgoing;

import java.util.ArrayList;
import java.util.List;
import org.sanban.pages.Objection;
import org.sanban.people.Directory;
import org.sanban.people.Organizations;
import org.springframework.stereotype.Component;

/** What a draft must have before it leaves its author (domain.md §3.3), besides what the rules of writing ask. */
@Component
class DraftRules {

    private final OutgoingRules rules;
    private final Organizations organizations;
    private final Directory directory;

    DraftRules(OutgoingRules rules, Organizations organizations, Directory directory) {
        this.rules = rules;
        this.organizations = organizations;
        this.directory = directory;
    }

    /** Questions of the first check that are not answered with yes. */
    List<Objection> unanswered(Draft d) {
        return rules.firstCheck().stream().filter(question -> !Boolean.TRUE.equals(d.firstCheck().get(question)))
                .map(question -> Objection.of("outgoing.refusal.first-check." + question).at("firstCheck[" + question + "]"))
                .toList();
    }

    List<Objection> missing(Draft d) {
        List<Objection> missing = new ArrayList<>();
        need(d.docType() != null, "docType", missing);
        need(d.direction() != null, "direction", missing);
        need(d.issuer() != null, "issuer", missing);
        need(!d.title().isBlank(), "title", missing);
        need(!d.body().isBlank(), "body", missing);
        need(d.openness() != null, "openness", missing);
        gone(d.issuer(), "issuer", missing);
        d.jointIssuers().forEach(body -> gone(body, "jointIssuers", missing));
        recipients(d.mainRecipients(), "mainRecipients", missing);
        recipients(d.ccRecipients(), "ccRecipients", missing);
        return missing;
    }

    /** Recipients that were abolished, merged or closed meanwhile: nothing is sent to them. */
    private void recipients(List<Draft.Recipient> all, String field, List<Objection> missing) {
        for (int n = 0; n < all.size(); n++) {
            Draft.Recipient r = all.get(n);
            if (!exists(r.organization(), r.unit())) {
                missing.add(Objection.of("outgoing.refusal.recipient-gone", r.name()).at(field + "[" + n + "]"));
            }
        }
    }

    /** Does the recipient still exist? One without an id is only a name. */
    boolean exists(@org.jspecify.annotations.Nullable Long organization, @org.jspecify.annotations.Nullable Long unit) {
        boolean body = organization == null || organizations.byId(organization).filter(Organizations.Organization::active).isPresent();
        boolean own = unit == null || directory.units().stream().anyMatch(u -> u.id() == unit);
        return body && own;
    }

    private void gone(@org.jspecify.annotations.Nullable Long body, String field, List<Objection> missing) {
        if (body != null) {
            organizations.byId(body).filter(o -> !o.active())
                    .ifPresent(o -> missing.add(Objection.of("outgoing.refusal.body-gone", o.name()).at(field)));
        }
    }

    private static void need(boolean there, String field, List<Objection> missing) {
        if (!there) {
            missing.add(Objection.of("outgoing.refusal.missing." + field).at(field));
        }
    }
}
