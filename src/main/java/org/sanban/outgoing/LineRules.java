package org.sanban.outgoing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.sanban.files.SecrecyGate;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.springframework.stereotype.Component;

/** What a dispatch line must be, and which lines a paper asks for. */
@Component
class LineRules {

    private final DraftRules rules;
    private final Delivery delivery;
    private final Collectives collectives;
    private final SecrecyGate secrecy;

    LineRules(DraftRules rules, Delivery delivery, Collectives collectives, SecrecyGate secrecy) {
        this.rules = rules;
        this.delivery = delivery;
        this.collectives = collectives;
        this.secrecy = secrecy;
    }

    /** A line for every recipient of the paper, collective ones spread; a body that is named twice gets one. */
    Stream<Dispatching.NewLine> named(Draft d) {
        Set<String> names = new HashSet<>();
        return Stream.concat(
                        d.mainRecipients().stream().flatMap(r -> lines(DispatchLine.Kind.MAIN, r, d)),
                        d.ccRecipients().stream().flatMap(r -> lines(DispatchLine.Kind.CC, r, d)))
                .filter(line -> names.add(line.name()));
    }

    private Stream<Dispatching.NewLine> lines(DispatchLine.Kind kind, Draft.Recipient recipient, Draft d) {
        return collectives.of(recipient).stream().flatMap(spread -> spread.members().stream().map(member -> {
            Dispatching.NewLine line = line(kind, member, d);
            return spread.collective().isEmpty()
                    ? line
                    : new Dispatching.NewLine(
                            kind, line.name(), line.organization(), line.unit(), spread.whole() ? 1 : 0, line.channel(), spread.collective(), !spread.whole());
        }));
    }

    private Dispatching.NewLine line(DispatchLine.Kind kind, Draft.Recipient r, Draft d) {
        DispatchLine.Channel channel = delivery.isHere(r.organization(), r.unit())
                ? DispatchLine.Channel.INTERNAL
                : switch (d.medium()) {
                    case PAPER -> DispatchLine.Channel.PAPER_EXCHANGE;
                    case ELECTRONIC -> DispatchLine.Channel.E_EXCHANGE;
                    case TELEGRAM_PLAIN -> DispatchLine.Channel.TELEGRAM_PLAIN;
                };
        return new Dispatching.NewLine(kind, r.name(), r.organization(), r.unit(), 1, channel);
    }

    void refuseWrong(Dispatching.NewLine line) {
        List<Objection> wrong = new ArrayList<>();
        if (line.name().isBlank()) {
            wrong.add(Objection.of("outgoing.refusal.recipient-missing").at("name"));
        }
        DraftLimits.text(line.name(), "name", DraftLimits.NAME, wrong);
        if (!rules.exists(line.organization(), line.unit())) {
            wrong.add(Objection.of("outgoing.refusal.recipient-gone", line.name()).at(line.unit() == null ? "organization" : "unit"));
        }
        if (line.copies() < 0 || line.copies() > 100_000) {
            wrong.add(Objection.of("outgoing.refusal.copies").at("copies"));
        }
        if (line.channel() == DispatchLine.Channel.INTERNAL && !delivery.isHere(line.organization(), line.unit())) {
            wrong.add(Objection.of("outgoing.refusal.not-here", line.name()).at("channel"));
        }
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
    }

    /** Nothing is sent to whom there is no longer. */
    void refuseGone(DispatchLine line) {
        if (!rules.exists(line.organization(), line.unit())) {
            throw new Refused(Objection.of("outgoing.refusal.recipient-gone", line.name()).at("lines[" + line.id() + "]"));
        }
    }

    void refuseReason(Row row, String reason, Actor by, Instant at) {
        List<Objection> wrong = new ArrayList<>();
        if (reason.isBlank()) {
            wrong.add(Objection.of("outgoing.refusal.reason-missing").at("reason"));
        }
        DraftLimits.text(reason, "reason", DraftLimits.NOTE, wrong);
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
        secrecy.refuseClassified(row.subject(), by, at, SecrecyGate.Field.text("reason", reason));
    }
}
