package org.sanban.outgoing;

import java.util.List;
import java.util.stream.Stream;
import org.sanban.pages.Objection;
import org.springframework.stereotype.Component;

/** Did everybody get the paper, and has everybody said so? */
@Component
class DispatchCheck {

    private final DispatchRows rows;

    DispatchCheck(DispatchRows rows) {
        this.rows = rows;
    }

    /** Recipients without a line, and lines that were not sent. */
    List<Objection> unsent(Row row) {
        List<DispatchLine> lines = rows.of(row.id());
        List<String> names = Stream.concat(
                        named(row.draft()).filter(name -> lines.stream().noneMatch(l -> l.name().equals(name))),
                        lines.stream().filter(l -> l.stands() && !l.sent()).map(DispatchLine::name))
                .distinct().toList();
        boolean nothing = lines.stream().noneMatch(DispatchLine::sent);
        return !names.isEmpty()
                ? List.of(Objection.of("outgoing.refusal.unsent", String.join("、", names)).at("lines"))
                : nothing ? List.of(Objection.of("outgoing.refusal.nothing-sent").at("lines")) : List.of();
    }

    /** Recipients who have not acknowledged and were not waived. */
    List<Objection> unacknowledged(Row row) {
        List<String> names = rows.of(row.id()).stream().filter(l -> l.sent() && l.acknowledgedAt() == null).map(DispatchLine::name)
                .filter(name -> !row.missingWaived().contains(name)).toList();
        return names.isEmpty() ? List.of() : List.of(Objection.of("outgoing.refusal.unacknowledged", String.join("、", names)).at("waiverReason"));
    }

    private static Stream<String> named(Draft d) {
        return Stream.concat(d.mainRecipients().stream(), d.ccRecipients().stream()).map(Draft.Recipient::name);
    }
}
