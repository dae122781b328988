package org.sanban.reports.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.sanban.reports.Supervision;
import org.sanban.reports.TaskFigure;
import org.sanban.reports.TaskFilter;
import org.sanban.reports.TaskRow;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The supervisor's figures for programs: the same counts, cells and lists as on the page. */
@RestController
@RequestMapping("/api/supervision")
@Needs(ReportsNavigation.READ)
class SupervisionApi {

    /** @param figures in the order of the page */
    public record Overview(LocalDate since, Map<TaskFigure, Integer> figures, List<Supervision.Cell> cells, List<Supervision.Pace> pace) {}

    /** @param next cursor of the next page; null at the end */
    public record Page(List<TaskRow> items, int count, @Nullable String next) {}

    private static final int LARGEST = 200;

    private final Supervision supervision;
    private final Clock clock;

    SupervisionApi(Supervision supervision, Clock clock) {
        this.supervision = supervision;
        this.clock = clock;
    }

    @GetMapping
    Overview overview(ReportForm form, @SignedIn Actor by) {
        Instant at = clock.instant();
        LocalDate since = form.since(LocalDate.now(clock));
        Map<TaskFigure, Integer> figures = new LinkedHashMap<>();
        for (TaskFigure figure : TaskFigure.values()) {
            figures.put(figure, supervision.count(TaskFilter.of(figure, since), by, at));
        }
        return new Overview(since, figures, supervision.cells(TaskFilter.of(form.chosen(TaskFigure.NOT_MOVING), since), by, at),
                supervision.pace(since, by, at));
    }

    @GetMapping("/tasks")
    Page tasks(ReportForm form, @RequestParam(defaultValue = "50") int limit, @SignedIn Actor by) {
        int size = Math.clamp(limit, 1, LARGEST);
        TaskFilter filter = form.filter(LocalDate.now(clock));
        Supervision.Listed listed = supervision.page(filter, form.after(), size + 1, by, clock.instant());
        List<TaskRow> found = listed.rows();
        List<TaskRow> rows = found.stream().limit(size).toList();
        return new Page(rows, listed.count(), found.size() > size ? rows.getLast().cursor() : null);
    }
}
