package org.sanban.reports.web;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.Shell;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.sanban.reports.MeetingFigures;
import org.sanban.reports.MeetingMeasure;
import org.sanban.reports.Sphere;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The measures of meetings, and below them the meetings that they were counted from. */
@Controller
@Needs(ReportsNavigation.READ)
class MeetingFiguresController {

    private static final String OTHERWISE = "quarter";

    private final MeetingFigures figures;
    private final Wordings wordings;
    private final Clock clock;

    MeetingFiguresController(MeetingFigures figures, Wordings wordings, Clock clock) {
        this.figures = figures;
        this.wordings = wordings;
        this.clock = clock;
    }

    /** @param measure whose meetings are listed; all where none is named */
    @GetMapping("/reports/meetings")
    String show(
            @RequestParam(required = false) @Nullable String period, @RequestParam(required = false) @Nullable MeetingMeasure measure, @SignedIn Actor by,
            @ModelAttribute("shell") Shell shell, Model model) {
        MeetingFigures.Figures found = figures.of(Periods.of(period, null, null, OTHERWISE, LocalDate.now(clock)), Sphere.of(by), clock.instant());
        model.addAttribute("figures", found).addAttribute("measure", measure).addAttribute("words", wordings.words(shell)).addAttribute("chosen", Periods.chosen(period, OTHERWISE))
                .addAttribute("lines", found.lines().stream().filter(l -> measure == null || measure.counts(l)).toList()).addAttribute("shell", shell);
        return "reports/meetings";
    }
}
