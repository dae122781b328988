package org.sanban.outgoing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sanban.pages.Objection;
import org.sanban.people.Organizations;
import org.springframework.stereotype.Component;

/** Has everybody countersigned who was asked, for the text as it stands? */
@Component
class Countersigned {

    private final ApprovalRows rows;
    private final Reasons reasons;
    private final Organizations organizations;

    Countersigned(ApprovalRows rows, Reasons reasons, Organizations organizations) {
        this.rows = rows;
        this.reasons = reasons;
        this.organizations = organizations;
    }

    /** Whose word is missing for the text as it stands: void, or against it without a ruling; of joint bodies also who was never asked. */
    List<Objection> missing(Row row) {
        Map<String, Approval> latest = new LinkedHashMap<>();
        rows.of(row.id()).stream().filter(a -> a.kind() == Approval.Kind.COUNTERSIGN).forEach(a -> latest.put(asked(a), a));
        boolean arbitrated = reasons.of(row.id()).containsKey(Reasons.ARBITRATION);
        List<Objection> missing = new ArrayList<>();
        latest.values().forEach(a -> {
            if (!a.living()) {
                missing.add(Objection.of("outgoing.refusal.countersign-void", a.name()).at("countersigns"));
            } else if (a.verdict() == Approval.Verdict.DISAGREE && !arbitrated) {
                missing.add(Objection.of("outgoing.refusal.countersign-against", a.name()).at("countersigns"));
            }
        });
        row.draft().jointIssuers().stream().filter(body -> !latest.containsKey("body " + body)).forEach(body -> {
            Optional<Organizations.Organization> known = organizations.byId(body);
            missing.add(Objection.of("outgoing.refusal.joint-missing", known.map(Organizations.Organization::name).orElse("")).at("countersigns"));
        });
        return missing;
    }

    /** One word a body, one a unit of this office. */
    private static String asked(Approval a) {
        return a.organization() != null ? "body " + a.organization() : a.unit() != null ? "unit " + a.unit() : "person " + a.person();
    }
}
