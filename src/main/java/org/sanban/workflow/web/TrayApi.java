package org.sanban.workflow.web;

import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.sanban.workflow.DoneLine;
import org.sanban.workflow.TrayCursor;
import org.sanban.workflow.TrayFilter;
import org.sanban.workflow.TrayLine;
import org.sanban.workflow.Trays;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The signed-in person's tray, for programs. Pages by cursor: {@code next} goes back as {@code after}. */
@RestController
@RequestMapping("/api/tray")
@Needs(Needs.SIGNED_IN)
class TrayApi {

    private static final int LARGEST = 200;

    /** @param next null at the end */
    public record Page<T>(List<T> items, @Nullable String next) {

        static <T> Page<T> of(List<T> read, int size, Function<T, TrayCursor> cursor) {
            List<T> items = read.stream().limit(size).toList();
            return new Page<>(items, read.size() > size ? cursor.apply(items.getLast()).toString() : null);
        }
    }

    /** @param count up to 100, which means 100 or more */
    public record Count(int count) {}

    private final Trays trays;
    private final Clock clock;

    TrayApi(Trays trays, Clock clock) {
        this.trays = trays;
        this.clock = clock;
    }

    @GetMapping
    Page<TrayLine> waiting(
            @RequestParam(required = false) @Nullable String tab, @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String after, @RequestParam(defaultValue = "50") int limit, @SignedIn Actor by) {
        int size = Math.clamp(limit, 1, LARGEST);
        return Page.of(trays.waitingFor(by, new TrayFilter(tab, kind), TrayCursor.of(after), size + 1, clock.instant()), size, TrayLine::cursor);
    }

    @GetMapping("/count")
    Count count(@SignedIn Actor by) {
        return new Count(trays.count(by));
    }

    @GetMapping("/done")
    Page<DoneLine> done(
            @RequestParam(required = false) @Nullable String after, @RequestParam(defaultValue = "50") int limit, @SignedIn Actor by) {
        int size = Math.clamp(limit, 1, LARGEST);
        return Page.of(trays.doneBy(by, TrayCursor.of(after), size + 1, clock.instant()), size, DoneLine::cursor);
    }

    @GetMapping("/followed")
    Page<DoneLine> followed(
            @RequestParam(required = false) @Nullable String after, @RequestParam(defaultValue = "50") int limit, @SignedIn Actor by) {
        int size = Math.clamp(limit, 1, LARGEST);
        return Page.of(trays.followed(by, TrayCursor.of(after), size + 1, clock.instant()), size, DoneLine::cursor);
    }
}
