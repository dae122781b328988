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
import org.sanban.reports.ErrorFacts;
import org.sanban.reports.ErrorReports;
import org.sanban.reports.ErrorRow;
import org.sanban.reports.Sphere;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The report on errors, the lists behind its figures, and its workbook. */
@Controller
@Needs(ReportsNavigation.READ)
class ErrorReportController {

    private static final int PAGE = 50;

    private final ErrorReports reports;
    private final ErrorFacts errors;
    private final Wordings wordings;
    private final Typesetting typesetting;
    private final Clock clock;

    ErrorReportController(ErrorReports reports, ErrorFacts errors, Wordings wordings, Typesetting typesetting, Clock clock) {
        this.reports = reports;
        this.errors = errors;
        this.wordings = wordings;
        this.typesetting = typesetting;
        this.clock = clock;
    }

    @GetMapping("/reports")
    String show(ErrorsForm form, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, Model model) {
        Words words = wordings.words(shell);
        model.addAttribute("view", view(form, by, words)).addAttribute("filter", FormView.of(form)).addAttribute("units", wordings.units(Sphere.of(by)))
                .addAttribute("kinds", wordings.kinds(words));
        return "reports/errors";
    }

    private ErrorsView view(ErrorsForm form, Actor by, Words words) {
        return new ErrorsView(reports.of(form.span(today()), form.cut(), Sphere.of(by), clock.instant()), words, form);
    }

    @GetMapping("/reports/errors.xlsx")
    void excel(ErrorsForm form, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, HttpServletResponse response) throws IOException {
        Downloads.excel(response, Printout.of(view(form, by, wordings.words(shell))), clock.getZone());
    }

    @GetMapping("/reports/errors.pdf")
    void pdf(ErrorsForm form, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, HttpServletResponse response) throws IOException {
        Downloads.pdf(response, Printout.of(view(form, by, wordings.words(shell))), typesetting);
    }

    @GetMapping("/reports/errors/list")
    String list(ErrorsForm form, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, Model model) {
        List<ErrorRow> rows = rows(form, by);
        int from = Math.clamp(form.after() == null ? 0 : form.after(), 0, rows.size() / PAGE) * PAGE;
        List<ErrorRow> shown = rows.subList(from, Math.min(from + PAGE, rows.size()));
        model.addAttribute("form", form).addAttribute("words", wordings.words(shell)).addAttribute("rows", shown).addAttribute("count", rows.size())
                .addAttribute("pages", form.address("/reports/errors/list").with("figure", form.shown()).pages(from > 0 ? "0" : null, from + PAGE < rows.size() ? from / PAGE + 1 : null));
        return "reports/error-list";
    }

    @GetMapping("/reports/errors/list.xlsx")
    void listExcel(ErrorsForm form, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, HttpServletResponse response) throws IOException {
        Downloads.excel(response, "errors-list", new Tables(wordings.words(shell)).errors(form.shown(), rows(form, by)), clock.getZone());
    }

    private List<ErrorRow> rows(ErrorsForm form, Actor by) {
        return reports.list(form.shown(), form.span(today()), form.cut(), Sphere.of(by), clock.instant());
    }

    @GetMapping("/reports/errors/actions")
    String actions(ErrorsForm form, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, Model model) {
        model.addAttribute("form", form).addAttribute("words", wordings.words(shell)).addAttribute("zone", clock.getZone())
                .addAttribute("actions", errors.actions(form.span(today()), form.cut(), Sphere.of(by), today()));
        return "reports/actions";
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
