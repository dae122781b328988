package org.sanban.reports.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.sanban.pages.ListAddress;
import org.sanban.pages.Shell;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.sanban.reports.Steps;
import org.sanban.reports.Supervision;
import org.sanban.reports.TaskFigure;
import org.sanban.reports.TaskFilter;
import org.sanban.reports.TaskRow;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** What I did this year. Nobody is shown anybody else's (promise 14). */
@Controller
@Needs(Needs.SIGNED_IN)
class OwnFiguresController {

    private static final int PAGE = 50;
    private static final List<TaskFigure> SHOWN = List.of(TaskFigure.DONE, TaskFigure.ON_TIME, TaskFigure.COUNTED, TaskFigure.OPEN, TaskFigure.LATE);

    private final Supervision supervision;
    private final Steps steps;
    private final Directory directory;
    private final Clock clock;

    OwnFiguresController(Supervision supervision, Steps steps, Directory directory, Clock clock) {
        this.supervision = supervision;
        this.steps = steps;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping("/me/figures")
    String show(@SignedIn Actor by, Model model) {
        LocalDate year = LocalDate.now(clock).withDayOfYear(1);
        Map<TaskFigure, Integer> counted = supervision.countOwn(SHOWN, year, by, clock.instant());
        model.addAttribute("year", year.getYear()).addAttribute("figures", SHOWN.stream().map(figure -> new Figure(
                figure, counted.get(figure), figure == TaskFigure.ON_TIME ? counted.get(TaskFigure.COUNTED) : -1, "/me/figures/list?figure=" + figure)).toList());
        return "reports/me";
    }

    private int count(TaskFigure figure, Actor by) {
        return supervision.countOwn(filter(figure), by, clock.instant());
    }

    private TaskFilter filter(TaskFigure figure) {
        return TaskFilter.of(figure, LocalDate.now(clock).withDayOfYear(1));
    }

    @GetMapping("/me/figures/list")
    String list(@RequestParam TaskFigure figure, @RequestParam(required = false) String after, @SignedIn Actor by,
            @ModelAttribute("shell") Shell shell, Model model) {
        List<TaskRow> found = supervision.listOwn(filter(figure), after, PAGE + 1, by, clock.instant());
        List<TaskRow> rows = found.stream().limit(PAGE).toList();
        model.addAttribute("filter", filter(figure)).addAttribute("rows", rows).addAttribute("count", count(figure, by))
                .addAttribute("names", new Names(directory, steps.names(), shell)).addAttribute("back", "/me/figures").addAttribute("excel", "")
                .addAttribute("pages", ListAddress.of("/me/figures/list").with("figure", figure)
                        .pages(after, found.size() > PAGE ? rows.getLast().cursor() : null));
        return "reports/list";
    }
}
