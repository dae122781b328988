package org.sanban.workflow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.pages.NotFound;
import org.sanban.people.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a person may do with a subject now: exactly what {@link Handlings#apply} would accept from them. */
@Service
public class Desk {

    private final CourseRows rows;
    private final Rows engine;
    private final Sight sight;
    private final Procedures procedures;
    private final OwnOffers own;
    private final OtherOffers others;
    private final Sheets sheets;

    Desk(CourseRows rows, Rows engine, Sight sight, Procedures procedures, OwnOffers own, OtherOffers others, Sheets sheets) {
        this.rows = rows;
        this.engine = engine;
        this.sight = sight;
        this.procedures = procedures;
        this.own = own;
        this.others = others;
        this.sheets = sheets;
    }

    /**
     * Everything offered, the ways onward first.
     *
     * @throws NotFound when there is no such handling or the actor may not see it
     */
    @Transactional(readOnly = true)
    public List<Offer> of(SubjectRef subject, Actor by, Instant at) {
        Handling handling = rows.seen(subject, by, sight);
        return offers(scene(handling, by, at));
    }

    /**
     * What the form of one act asks for, or null where the act is not open to this person now.
     *
     * @param task the task, or null where only one is meant
     * @param to the way or step chosen, or null for the first
     */
    @Transactional(readOnly = true)
    public @Nullable Sheet sheet(SubjectRef subject, Doing doing, @Nullable Long task, @Nullable String to, @Nullable Long movement, Actor by, Instant at) {
        Scene scene = scene(rows.seen(subject, by, sight), by, at);
        List<Offer> fitting = offers(scene).stream().filter(o -> o.fits(doing, task, to, movement)).toList();
        return fitting.isEmpty() ? null : sheets.of(scene, fitting);
    }

    /** Where a subject stands, for the sentence that says so after an act. */
    public record Standing(Step.@Nullable Name step, String holders, String state) {}

    /** @throws NotFound when there is no such handling */
    @Transactional(readOnly = true)
    public Standing standing(SubjectRef subject) {
        Handling handling = engine.handling(subject).orElseThrow(NotFound::new);
        List<Task> open = engine.liveTasks(handling.id()).stream().filter(t -> t.main() && t.open()).toList();
        return new Standing(
                handling.step == null ? null : procedures.edition(handling.procedureId).step(handling.step).name(),
                sheets.names(open), handling.state.name());
    }

    private Scene scene(Handling handling, Actor by, Instant at) {
        return new Scene(handling, procedures.edition(handling.procedureId), engine.liveTasks(handling.id()), by, at);
    }

    private List<Offer> offers(Scene scene) {
        List<Offer> offers = new ArrayList<>();
        scene.tasks().stream().filter(scene::mine).forEach(t -> own.of(scene, t, offers));
        others.of(scene, offers);
        offers.sort(java.util.Comparator.comparing(Offer::doing));
        return offers;
    }
}
