package org.sanban.outgoing;

import java.util.List;
import java.util.stream.Stream;
import org.sanban.pages.Objection;
import org.springframework.stereotype.Component;

/** Did everybody get the paper, and has everybody said so? */
@Component
class DispatchCheck {

    private final DispatchRows rows;

    private final Collectives collectives;

    DispatchCheck(DispatchRows rows, Collectives collectives) {
        this.rows = rows;
        this.collectives = collectives;
    }

    /** Recipients without a line, and lines that were not sent. */
    List<Objection> unsent(Row row) {
        List<DispatchLine> lines = rows.of(row.id());
        List<String> names = Stream.concat(
                        without(row.draft(), lines),
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

    /** Names of the recipients without a line; where the sender picks from several, the collective name as long as nobody was picked. */
    private Stream<String> without(Draft d, List<DispatchLine> lines) {
        return Stream.concat(d.mainRecipients().stream(), d.ccRecipients().stream()).flatMap(r -> collectives.of(r).stream()).flatMap(spread -> spread.whole()
                ? spread.members().stream().map(Draft.Recipient::name).filter(name -> lines.stream().noneMatch(l -> l.name().equals(name)))
                : Stream.of(spread.collective()).filter(name -> lines.stream().noneMatch(l -> name.equals(l.collective()))));
    }
}
