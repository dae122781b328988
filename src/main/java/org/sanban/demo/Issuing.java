package org.sanban.demo;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.outgoing.Afterwards;
import org.sanban.outgoing.DispatchLine;
import org.sanban.outgoing.Dispatching;
import org.sanban.outgoing.Proofs;
import org.sanban.outgoing.RenderedProofs;
import org.sanban.outgoing.Seals;
import org.sanban.outgoing.Signing;
import org.sanban.workflow.Act;
import org.springframework.stereotype.Component;

/** What the office does with a text after the signature: proofs, seal, dispatch, publication, receipts, the archive. */
@Component
class Issuing {

    private static final String ISSUER = "S009";
    private static final String PUBLISHER = "S025";

    private final Signing signing;
    private final Proofs proofs;
    private final RenderedProofs rendered;
    private final Seals seals;
    private final Dispatching dispatching;
    private final Afterwards afterwards;
    private final Outgoing outgoing;
    private final DemoShelf shelf;
    private final Play play;

    Issuing(
            Signing signing, Proofs proofs, RenderedProofs rendered, Seals seals, Dispatching dispatching, Afterwards afterwards, Outgoing outgoing,
            DemoShelf shelf, Play play) {
        this.signing = signing;
        this.proofs = proofs;
        this.rendered = rendered;
        this.seals = seals;
        this.dispatching = dispatching;
        this.afterwards = afterwards;
        this.outgoing = outgoing;
        this.shelf = shelf;
        this.play = play;
    }

    void sign(SubjectRef paper, String who, String words, String way, Instant at) {
        play.open(paper, who, at);
        signing.sign(
                paper.id(), outgoing.paper(paper, who, at).sha256(), Act.Opinion.written(words), way, List.of(), play.actor(who, at), at,
                UUID.randomUUID().toString());
    }

    /** Three persons read the proof: the author first. @param last stops before the last reader */
    void proofread(SubjectRef paper, String author, boolean last, LongFunction<Instant> later) {
        String other = author.equals("S008") ? "S007" : "S008";
        if (rendered.ready()) {
            rendered.once(paper.id(), play.actor(ISSUER, later.apply(0)), later.apply(0));
        }
        play.finish(paper, ISSUER, "proofread", null, null, later.apply(20), play.persons(List.of(author, other, ISSUER)));
        read(paper, author, Proofs.Part.FIRST_READER, null, later.apply(25));
        read(paper, other, Proofs.Part.READER, null, later.apply(20));
        if (last) {
            boolean sealed = !outgoing.paper(paper, ISSUER, later.apply(0)).draft().signatureNames().isEmpty();
            read(paper, ISSUER, Proofs.Part.READER, sealed ? "seal" : "dispatch", later.apply(20));
        }
    }

    private void read(SubjectRef paper, String who, Proofs.Part part, @Nullable String way, Instant at) {
        proofs.read(paper.id(), part, true, null, play.actor(who, at), at);
        play.finish(paper, who, way, null, null, at);
    }

    void seal(SubjectRef paper, int copies, String approver, Instant at) {
        var draft = outgoing.paper(paper, ISSUER, at).draft();
        if (!draft.signatureNames().isEmpty()) {
            seals.seal(paper.id(), draft.signatureNames().getFirst(), copies, play.person(approver), null, play.actor(ISSUER, at), at);
            play.finish(paper, ISSUER, "dispatch", null, null, at);
        }
    }

    /**
     * Puts the recipients on the list, with the copies shared out among them.
     *
     * @param handed those in the house get theirs by hand: of what lies long past nobody would register a delivery today
     */
    void lines(SubjectRef paper, String who, int copies, boolean handed, Instant at) {
        List<Dispatching.NewLine> lines = dispatching.proposed(paper.id(), play.actor(who, at));
        for (int n = 0; n < lines.size(); n++) {
            Dispatching.NewLine line = lines.get(n);
            int share = Math.max(1, copies / lines.size() + (n < copies % lines.size() ? 1 : 0));
            boolean byHand = (handed || line.collective() != null) && line.channel() == DispatchLine.Channel.INTERNAL;
            dispatching.add(
                    paper.id(), line.with(share, byHand ? DispatchLine.Channel.HAND : line.channel()), play.actor(who, at), at, UUID.randomUUID().toString());
        }
    }

    void send(SubjectRef paper, String who, String way, Instant at) {
        dispatching.send(paper.id(), List.of(), play.actor(who, at), at);
        if (way.equals("publish")) {
            play.finish(paper, who, way, null, null, at, play.persons(List.of(PUBLISHER)));
            Instant later = at.plusSeconds(1800);
            afterwards.publish(paper.id(), "省政府门户网站政务公开专栏", play.actor(PUBLISHER, later), later);
            play.finish(paper, PUBLISHER, "published", null, null, later);
        } else {
            play.finish(paper, who, way, null, null, at);
        }
    }

    /** Notes who received it, closes it and brings it into the archive. */
    void close(SubjectRef paper, String author, Instant at, LongFunction<Instant> later) {
        for (DispatchLine line : dispatching.of(paper.id(), play.actor(author, at))) {
            if (line.sent() && line.acknowledgedAt() == null) {
                dispatching.acknowledge(paper.id(), line.id(), "机要收发", play.actor(author, at), at);
            }
        }
        play.finish(paper, author, "closed", null, null, at);
        shelf.store(paper, author, later);
    }
}
