package org.sanban.reports.web;

import java.time.Clock;
import org.sanban.pages.Shell;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.sanban.reports.MonthlyReports;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** Monthly reports, and one of them with what was restated since. */
@Controller
@Needs(ReportsNavigation.READ)
class MonthlyController {

    private final MonthlyReports reports;
    private final Wordings wordings;
    private final Clock clock;

    MonthlyController(MonthlyReports reports, Wordings wordings, Clock clock) {
        this.reports = reports;
        this.wordings = wordings;
        this.clock = clock;
    }

    @GetMapping("/reports/monthly")
    String list(@SignedIn Actor by, @ModelAttribute("shell") Shell shell, Model model) {
        model.addAttribute("reports", reports.list(by)).addAttribute("words", wordings.words(shell));
        return "reports/monthly-list";
    }

    @GetMapping("/reports/monthly/{id}")
    String show(@PathVariable long id, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, Model model) {
        model.addAttribute("report", reports.one(id, by, clock.instant())).addAttribute("words", wordings.words(shell));
        return "reports/monthly";
    }
}
