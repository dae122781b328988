package org.sanban.reports.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.sanban.layout.Typesetting;
import org.sanban.pages.FormView;
import org.sanban.pages.Shell;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.sanban.reports.FactLists;
import org.sanban.reports.FactRow;
import org.sanban.reports.Sphere;
import org.sanban.reports.TimeReports;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What was late, and why: the report on time, the lists behind its figures, and its workbook. */
@Controller
@Needs(ReportsNavigation.READ)
class TimeController {

    private static final int PAGE = 50;
    private static final int LARGEST = 100_000;

    private final TimeReports reports;
    private final FactLists facts;
    private final Wordings wordings;
    private final Typesetting typesetting;
    private final Clock clock;

    TimeController(TimeReports reports, FactLists facts, Wordings wordings, Typesetting typesetting, Clock clock) {
        this.reports = reports;
        this.facts = facts;
        this.wordings = wordings;
        this.typesetting = typesetting;
        this.clock = clock;
    }

    @GetMapping("/reports/time")
    String show(TimeForm form, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, Model model) {
        Words words = wordings.words(shell);
        model.addAttribute("view", view(form, by, words)).addAttribute("filter", FormView.of(form)).addAttribute("units", wordings.units(Sphere.of(by)))
                .addAttribute("kinds", wordings.kinds(words)).addAttribute("mayBase", by.may(BasesController.SET));
        return "reports/time";
    }

    private TimeView view(TimeForm form, Actor by, Words words) {
        return new TimeView(reports.of(form.span(today()), form.cut(), Sphere.of(by), clock.instant()), words, form);
    }

    @GetMapping("/reports/time.xlsx")
    void excel(TimeForm form, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, HttpServletResponse response) throws IOException {
        Downloads.excel(response, Printout.of(view(form, by, wordings.words(shell))), clock.getZone());
    }

    @GetMapping("/reports/time.pdf")
    void pdf(TimeForm form, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, HttpServletResponse response) throws IOException {
        Downloads.pdf(response, Printout.of(view(form, by, wordings.words(shell))), typesetting);
    }

    @GetMapping("/reports/time/list")
    String list(TimeForm form, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, Model model) {
        List<FactRow> found = facts.rows(form.shown(), form.span(today()), form.cut(), Sphere.of(by), form.after(), PAGE + 1, clock.instant());
        List<FactRow> rows = found.stream().limit(PAGE).toList();
        model.addAttribute("form", form).addAttribute("words", wordings.words(shell)).addAttribute("rows", rows)
                .addAttribute("count", facts.count(form.shown(), form.span(today()), form.cut(), Sphere.of(by), clock.instant()))
                .addAttribute("pages", form.address("/reports/time/list").with("measure", form.shown()).pages(form.after(), found.size() > PAGE ? rows.getLast().cursor() : null));
        return "reports/time-list";
    }

    @GetMapping("/reports/time/list.xlsx")
    void listExcel(TimeForm form, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, HttpServletResponse response) throws IOException {
        Downloads.excel(response, "time-list",
                new Tables(wordings.words(shell)).facts(form.shown(), facts.rows(form.shown(), form.span(today()), form.cut(), Sphere.of(by), null, LARGEST, clock.instant())), clock.getZone());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
