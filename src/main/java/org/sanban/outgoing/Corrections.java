package org.sanban.outgoing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sanban.files.SecrecyGate;
import org.sanban.pages.NotFound;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.pages.Stale;
import org.sanban.people.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Corrections in the text (花脸稿): what the reviewer is about to send, with its kinds; what the author got, with the answers. */
@Service
public class Corrections {

    /**
     * A change that is not sent yet.
     *
     * @param kind the guess, or what was chosen
     */
    public record Pending(
            String element, Correction.Place place, String was, String is, Correction.Kind guessed, Correction.Kind kind, boolean substantive) {}

    /**
     * What somebody says of a change that is not sent yet; the change is known by its place in the last revision and its new words.
     *
     * @param kind null leaves the kind
     * @param substantive null leaves the weight
     */
    public record Choice(
            int revision, String element, int from, int to, String is, Correction.@Nullable Kind kind, @Nullable Boolean substantive) {}

    private final CorrectionRows rows;
    private final RevisionRows revisions;
    private final TextChanges changes;
    private final StandingTexts texts;
    private final Outgoings outgoings;
    private final Places places;
    private final SecrecyGate secrecy;
    private final ApplicationEventPublisher events;

    Corrections(
            CorrectionRows rows, RevisionRows revisions, TextChanges changes, StandingTexts texts, Outgoings outgoings, Places places,
            SecrecyGate secrecy, ApplicationEventPublisher events) {
        this.rows = rows;
        this.revisions = revisions;
        this.changes = changes;
        this.texts = texts;
        this.outgoings = outgoings;
        this.places = places;
        this.secrecy = secrecy;
        this.events = events;
    }

    /** All corrections of a paper in order, for whoever sees it. */
    @Transactional(readOnly = true)
    public List<Correction> of(long id, Actor by) {
        places.of(id, by);
        return rows.of(id);
    }

    /** What was changed since the last revision and not sent yet. */
    @Transactional(readOnly = true)
    public List<Pending> pending(long id, Actor by) {
        places.of(id, by);
        return pending(outgoings.one(id));
    }

    private List<Pending> pending(Row row) {
        Optional<Revision> last = revisions.last(row.id());
        if (last.isEmpty()) {
            return List.of();
        }
        StandingTexts.Standing now = texts.of(row);
        List<CorrectionRows.Choice> chosen = rows.choices(row.id(), last.get().id());
        return changes.between(last.get().elements(), Elements.of(now.draft(), now.files())).stream().map(span -> {
            List<CorrectionRows.Choice> own = chosen.stream()
                    .filter(c -> c.concerns(span.element(), span.place().from(), span.place().to(), span.is())).toList();
            Correction.Kind kind = own.stream().map(CorrectionRows.Choice::kind).filter(java.util.Objects::nonNull).findFirst().orElse(span.guessed());
            Boolean weight = own.stream().map(CorrectionRows.Choice::substantive).filter(java.util.Objects::nonNull).findFirst().orElse(span.substantive());
            return new Pending(span.element(), span.place(), span.was(), span.is(), span.guessed(), kind, weight);
        }).toList();
    }

    /**
     * Says of which kind a change is, before it is sent; what nobody says stays as guessed.
     *
     * @throws Stale when the revision is no longer the last one, or the text has no such change any more
     */
    @Transactional
    public void classify(long id, Choice choice, Actor by, Instant at) {
        places.writing(id, by);
        Row row = outgoings.lock(id);
        Revision last = revisions.last(id).orElseThrow(Stale::new);
        boolean there = last.no() == choice.revision() && pending(row).stream().anyMatch(p -> p.element().equals(choice.element())
                && p.place().from() == choice.from() && p.place().to() == choice.to() && p.is().equals(choice.is()));
        if (!there) {
            throw new Stale();
        }
        rows.choose(id, last.id(),
                new CorrectionRows.Choice(choice.element(), choice.from(), choice.to(), choice.is(), choice.kind(), choice.substantive()), by.id(), at);
    }

    /**
     * Answers a correction: accepts it, or says why not. Once; the first answer stands.
     *
     * @throws Refused unless the paper lies before {@code by} to be written on by its author
     */
    @Transactional
    public void answer(long id, long correction, boolean accepted, @Nullable String words, Actor by, Instant at) {
        places.mineAt(id, by, "draft");
        Row row = outgoings.lock(id);
        Correction known = rows.of(id).stream().filter(c -> c.id() == correction).findFirst().orElseThrow(NotFound::new);
        String said = words == null || words.isBlank() ? null : words.strip();
        List<Objection> wrong = new ArrayList<>();
        if (!accepted && said == null) {
            wrong.add(Objection.of("outgoing.refusal.why-not-accepted").at("words"));
        }
        DraftLimits.text(said == null ? "" : said, "words", DraftLimits.NOTE, wrong);
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
        Refused.unless(!known.byAuthor(), "outgoing.refusal.own-change");
        secrecy.refuseClassified(row.subject(), by, at, SecrecyGate.Field.text("words", said));
        if (rows.answer(correction, accepted, said, by.id(), at)) {
            events.publishEvent(new OutgoingChanged(row.subject(), "outgoing.answered", by.id(), at, Map.of("correction", correction, "accepted", accepted)));
        }
    }

    /** Accepts every correction that has no answer yet. */
    @Transactional
    public int acceptAll(long id, Actor by, Instant at) {
        places.mineAt(id, by, "draft");
        List<Correction> open = rows.of(id).stream().filter(Correction::open).toList();
        open.forEach(c -> answer(id, c.id(), true, null, by, at));
        return open.size();
    }
}
