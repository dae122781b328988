package org.sanban.reports.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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

/** The supervisor's page: figures, the matrix, the pace, and the list behind each of them. */
@Controller
@Needs(ReportsNavigation.READ)
class SupervisionController {

    private static final int PAGE = 50;
    private static final int LARGEST = 1_000_000;

    private final Supervision supervision;
    private final Steps steps;
    private final Directory directory;
    private final Clock clock;

    SupervisionController(Supervision supervision, Steps steps, Directory directory, Clock clock) {
        this.supervision = supervision;
        this.steps = steps;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping("/supervision")
    String show(ReportForm form, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, Model model) {
        Instant at = clock.instant();
        LocalDate since = form.since(LocalDate.now(clock));
        TaskFigure chosen = form.chosen(TaskFigure.NOT_MOVING);
        int counted = supervision.count(TaskFilter.of(TaskFigure.COUNTED, since), by, at);
        model.addAttribute("form", form).addAttribute("chosen", chosen).addAttribute("names", new Names(directory, steps.names(), shell))
                .addAttribute("now", List.of(figure(TaskFigure.NOT_MOVING, -1, form, by), figure(TaskFigure.LATE, -1, form, by),
                        figure(TaskFigure.WAITING, -1, form, by), figure(TaskFigure.DUE_THIS_WEEK, -1, form, by), figure(TaskFigure.OPEN, -1, form, by)))
                .addAttribute("done", List.of(figure(TaskFigure.ON_TIME, counted, form, by), figure(TaskFigure.COUNTED, -1, form, by),
                        figure(TaskFigure.DONE, -1, form, by), figure(TaskFigure.DONE_LATE, -1, form, by)))
                .addAttribute("matrix", Matrix.of(chosen, form.chosenPeriod(), supervision.cells(TaskFilter.of(chosen, since), by, at)))
                .addAttribute("pace", supervision.pace(since, by, at));
        return "reports/page";
    }

    private Figure figure(TaskFigure figure, int of, ReportForm form, Actor by) {
        int count = supervision.count(TaskFilter.of(figure, form.since(LocalDate.now(clock))), by, clock.instant());
        return new Figure(figure, count, of, "/supervision/list?figure=" + figure + "&period=" + form.chosenPeriod());
    }

    @GetMapping("/supervision/list")
    String list(ReportForm form, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, Model model) {
        TaskFilter filter = form.filter(LocalDate.now(clock));
        Supervision.Listed listed = supervision.page(filter, form.after(), PAGE + 1, by, clock.instant());
        List<TaskRow> found = listed.rows();
        List<TaskRow> rows = found.stream().limit(PAGE).toList();
        model.addAttribute("filter", filter).addAttribute("rows", rows).addAttribute("count", listed.count())
                .addAttribute("names", new Names(directory, steps.names(), shell)).addAttribute("back", "/supervision")
                .addAttribute("excel", "/supervision/list.xlsx?" + form.address().query())
                .addAttribute("pages", form.address().pages(form.after(), found.size() > PAGE ? rows.getLast().cursor() : null));
        return "reports/list";
    }

    @GetMapping("/supervision/list.xlsx")
    void excel(ReportForm form, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, HttpServletResponse response) throws IOException {
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader("Content-Disposition", "attachment; filename=\"supervision.xlsx\"");
        new TaskSheet(new Names(directory, steps.names(), shell), clock.getZone())
                .write(supervision.list(form.filter(LocalDate.now(clock)), null, LARGEST, by, clock.instant()), response.getOutputStream());
    }
}
