package org.sanban.jobs.web;

import java.time.Clock;
import java.util.List;
import org.sanban.jobs.FailedWork;
import org.sanban.jobs.FailedWorks;
import org.sanban.jobs.Schedule;
import org.sanban.jobs.Settling;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Background work, for programs that watch the house. */
@RestController
@RequestMapping("/api/admin/work")
@Needs("config.manage")
class WorkApi {

    /** The jobs and what is open; the count is of all, the list of the latest 200. */
    public record Work(List<Schedule.Line> jobs, int open, List<FailedWork> failed) {}

    /** Why failed work is settled without being done. */
    public record SettlingReason(String reason) {}

    private static final int SHOWN = 200;

    private final FailedWorks failed;
    private final Schedule schedule;
    private final Settling settling;
    private final Clock clock;

    WorkApi(FailedWorks failed, Schedule schedule, Settling settling, Clock clock) {
        this.failed = failed;
        this.schedule = schedule;
        this.settling = settling;
        this.clock = clock;
    }

    @GetMapping
    Work show() {
        return new Work(schedule.lines(), failed.count(), failed.open(SHOWN));
    }

    @PostMapping("/{id}/retry")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retry(@PathVariable long id, @SignedIn Actor by) {
        settling.retry(id, by, clock.instant());
    }

    @PostMapping("/{id}/settling")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void settle(@PathVariable long id, @RequestBody SettlingReason reason, @SignedIn Actor by) {
        settling.settle(id, reason.reason(), by, clock.instant());
    }
}
