package org.sanban.demo;

import java.time.Instant;
import java.util.function.LongFunction;
import org.sanban.archive.ArrangeForm;
import org.sanban.archive.Arranging;
import org.sanban.archive.ItemView;
import org.sanban.archive.Items;
import org.sanban.archive.Place;
import org.sanban.archive.Retention;
import org.sanban.archive.StoreForm;
import org.sanban.audit.SubjectRef;
import org.sanban.people.Actor;
import org.springframework.stereotype.Component;

/** Brings a finished sample paper into the archive: handed over, arranged, stored. */
@Component
class DemoShelf {

    private static final String ARCHIVIST = "S010";

    private final Items items;
    private final Arranging arranging;
    private final Play play;

    DemoShelf(Items items, Arranging arranging, Play play) {
        this.items = items;
        this.arranging = arranging;
        this.play = play;
    }

    void store(SubjectRef subject, String holder, LongFunction<Instant> later) {
        play.finish(subject, holder, "transferred", null, null, later.apply(15));
        takeIn(subject, later);
    }

    /** What was handed over is arranged and stored. */
    void takeIn(SubjectRef subject, LongFunction<Instant> later) {
        Instant at = later.apply(20);
        Actor archivist = play.actor(ARCHIVIST, at);
        ItemView item = items.of(subject, archivist).orElseThrow();
        ArrangeForm form = new ArrangeForm(Retention.D30, item.year(), item.organ(), Math.max(1, item.pages()), item.responsible(), item.dated(), null);
        arranging.arrange(item.id(), form, item.version(), archivist, at);
        play.finish(subject, ARCHIVIST, "arranged", null, null, at);
        Instant stored = later.apply(15);
        ItemView arranged = items.of(subject, archivist).orElseThrow();
        arranging.locate(item.id(), new StoreForm(Place.SHELF, "A区3列2架"), arranged.version(), archivist, stored);
        play.finish(subject, ARCHIVIST, "stored", null, null, stored);
    }
}
