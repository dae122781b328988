package org.sanban.workflow;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.pages.NotFound;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The engine: moves subjects through their procedures. Every act locks the handling, is refused with a reason or done
 * whole, and is done once however often its request arrives.
 */
@Service
public class Handlings {

    private final Rows rows;
    private final Sight sight;
    private final Procedures procedures;
    private final Clocks clocks;
    private final Holders holders;
    private final Onward onward;
    private final Back back;
    private final Authority authority;
    private final Errands errands;
    private final Reading reading;
    private final Stops stops;
    private final ApplicationEventPublisher events;
    private final ZoneId zone;

    Handlings(
            Rows rows,
            Sight sight,
            Procedures procedures,
            Clocks clocks,
            Holders holders,
            Onward onward,
            Back back,
            Authority authority,
            Errands errands,
            Reading reading,
            Stops stops,
            ApplicationEventPublisher events,
            @Value("${sanban.zone}") ZoneId zone) {
        this.rows = rows;
        this.sight = sight;
        this.procedures = procedures;
        this.clocks = clocks;
        this.holders = holders;
        this.onward = onward;
        this.back = back;
        this.authority = authority;
        this.errands = errands;
        this.reading = reading;
        this.stops = stops;
        this.events = events;
        this.zone = zone;
    }

    /**
     * Starts a subject on the published edition of a procedure. Call it in the transaction that stores the subject.
     *
     * @param picks holders of the first step, where its rule leaves that open
     * @return the handling's id
     */
    @Transactional
    public long start(SubjectRef subject, String procedure, Card card, List<Act.Pick> picks, Actor by, Instant at, String requestId) {
        Procedures.Edition edition = procedures.published(procedure);
        Handling handling = Handling.start(subject, edition.id(), card, by.id(), at);
        Move move = move(handling, new ArrayList<>(), edition.procedure(), by, at, requestId);
        begin(move, picks);
        tell(move);
        return handling.id();
    }

    void begin(Move move, List<Act.Pick> picks) {
        Entering.enter(move, move.procedure.start(), picks);
        move.note(Movement.START).fromStep = null;
        store(move);
    }

    /**
     * Does one act, once.
     *
     * @param requestId made by the client for this act; the same one again answers the movement already made
     * @return the movement's id
     * @throws NotFound when there is no such handling or the actor may not see it
     * @throws Refused with the reason, nothing changed
     */
    @Transactional
    public long apply(SubjectRef subject, Act act, Actor by, Instant at, String requestId) {
        Rows.Taken taken = rows.take(subject, requestId).orElseThrow(NotFound::new);
        boolean sees = Objects.equals(taken.doneBy(), by.id()) || sight.sees(by, taken.handling(), taken.tasks());
        if (!sees) {
            throw new NotFound();
        }
        if (taken.done() != null) {
            return taken.done();
        }
        Move move = move(taken.handling(), taken.tasks(), procedures.edition(taken.handling().procedureId), by, at, requestId);
        perform(move, act);
        return tell(move);
    }

    void perform(Move move, Act act) {
        if (!(act instanceof Act.Reopen || act instanceof Act.CorrectOpinion || act instanceof Act.Complete)) {
            move.mustRun();
        }
        switch (act) {
            case Act.Complete a -> complete(move, a);
            case Act.Return a -> back.sendBack(move, a);
            case Act.Withdraw a -> back.withdraw(move, a);
            case Act.Jump a -> authority.jump(move, a);
            case Act.Void a -> authority.voidIt(move, a);
            case Act.Reopen a -> authority.reopen(move, a);
            case Act.Forward a -> errands.forward(move, a);
            case Act.HandDown a -> errands.handDown(move, a);
            case Act.Recall a -> errands.recall(move, a);
            case Act.AddSigners a -> errands.addSigners(move, a);
            case Act.RemoveSigner a -> errands.removeSigner(move, a);
            case Act.Urge a -> errands.urge(move, a);
            case Act.Claim a -> errands.claim(move, a);
            case Act.Release a -> errands.release(move, a);
            case Act.Circulate a -> reading.circulate(move, a);
            case Act.Skip a -> reading.skip(move, a);
            case Act.Suspend a -> stops.suspend(move, a);
            case Act.Resume a -> stops.resume(move, a);
            case Act.Extend a -> stops.extend(move, a);
            case Act.Decide a -> stops.decide(move, a);
            case Act.CorrectOpinion a -> correct(move, a);
        }
        store(move);
    }

    /** Every act leaves a movement that says where the handling stands after it. */
    private static void store(Move move) {
        Movement note = Objects.requireNonNull(move.movement, "an act leaves a movement");
        boolean ended = !move.handling.running() && note.fromStep != null;
        note.toStep = ended ? Procedure.END : move.handling.step;
        move.rows.save(note);
    }

    private void complete(Move move, Act.Complete act) {
        Task task = move.mine(act.task());
        switch (task.kind) {
            case OVERRIDE -> reading.seen(move, task);
            case READ -> reading.read(move, task, act);
            case ERRAND, SIGN_BEFORE -> errands.report(move, task, act);
            case EXTENSION -> throw new Refused(Objection.of("workflow.refusal.decide"));
            case MAIN -> onward.complete(move, task, act);
        }
    }

    /** An opinion is never overwritten: a correction is a new one that names the first (promise 3). */
    private static void correct(Move move, Act.CorrectOpinion act) {
        Movement first = move.rows.movement(move.handling.id(), act.movement()).orElseThrow(NotFound::new);
        boolean own = first.actorId == move.by.id() || Objects.equals(first.onBehalfOf, move.by.id());
        Refused.unless(own && first.opinion != null, "workflow.refusal.not-your-opinion");
        Movement note = move.note("CORRECT_OPINION");
        note.onBehalfOf = first.onBehalfOf;
        note.corrects = first.id();
        note.opinion = move.text(act.opinion(), "opinion", Move.LONGEST_OPINION);
        note.opinionKind = first.opinionKind;
    }

    /**
     * The content module says that what the engine shows of a subject has changed.
     *
     * @throws Refused when it becomes more confidential than somebody before whom it lies may read
     */
    @Transactional
    public void describe(SubjectRef subject, Card card) {
        Handling handling = rows.lock(subject).orElseThrow(NotFound::new);
        if (!handling.confidentiality.covers(card.confidentiality())) {
            rows.liveTasks(handling.id()).forEach(t -> holders.refuseUncleared(t.holderId, card.confidentiality()));
        }
        handling.describe(card);
        rows.flush();
    }

    /**
     * Gives everything a person holds to another one, in one action (移交): open and queued tasks of every kind.
     *
     * @return how many tasks went over
     */
    @Transactional
    public int handOver(long from, long to, String reason, Actor by, Instant at, String requestId) {
        holders.active(to);
        Refused.unless(from != to, "workflow.refusal.to-oneself");
        int moved = 0;
        for (long id : rows.handlingsHeldBy(from)) {
            Handling handling = rows.lock(id);
            Move move = move(handling, rows.liveTasks(id), procedures.edition(handling.procedureId), by, at, requestId);
            List<Task> held = move.tasks.stream().filter(t -> t.live() && Objects.equals(t.holderId, from)).toList();
            if (held.isEmpty() || rows.byRequest(id, requestId).isPresent()) {
                continue;
            }
            Movement note = move.note("HAND_OVER");
            note.reason = move.text(reason, "reason", Move.LONGEST_REASON);
            note.detail.put("from", holders.name(from));
            note.detail.put("to", holders.name(to));
            for (Task task : held) {
                move.replace(task, Place.of(to, holders.active(to).unit(), task.part), "HANDED_OVER");
            }
            moved += held.size();
            store(move);
            tell(move);
        }
        return moved;
    }

    private Move move(Handling handling, List<Task> tasks, Procedure procedure, Actor by, Instant at, String requestId) {
        Refused.unless(!requestId.isBlank() && requestId.length() <= 100, "workflow.refusal.request-id");
        return new Move(handling, procedure, tasks, by, at, requestId, rows, clocks, holders, zone);
    }

    /** Flushed here, so that whoever reads by SQL in the same transaction reads what is so. */
    private long tell(Move move) {
        Movement note = Objects.requireNonNull(move.movement);
        Handling handling = move.handling;
        rows.flush();
        boolean voided = handling.state == Handling.State.VOIDED;
        List<Moved.Arrival> arrivals = (voided ? move.tasks.stream().filter(t -> "VOIDED".equals(t.outcome)) : move.arrived.stream().filter(Task::open))
                .map(t -> new Moved.Arrival(t.id(), t.kind.name(), t.holderId, t.role, t.unitId, t.dueAt)).toList();
        events.publishEvent(new Moved(
                handling.subject(), handling.id(), handling.procedureId, note.id(), note.kind, note.fromStep, note.toStep, note.transition,
                note.opinion, note.reason, handling.title, handling.number, handling.urgency, arrivals,
                note.actorId, note.onBehalfOf, note.at));
        return note.id();
    }

    /** Lets nobody move the subject until the caller's transaction ends, so that what is written on it and where it stands agree. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(SubjectRef subject) {
        rows.lock(subject).orElseThrow(NotFound::new);
    }

    /** What the content module may know of where a subject stands. */
    @Transactional(readOnly = true)
    public @Nullable String stepOf(SubjectRef subject) {
        return rows.handling(subject).map(h -> h.step).orElse(null);
    }
}
