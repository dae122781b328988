package org.sanban.meetings.web;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sanban.meetings.YearPlan;
import org.sanban.pages.NotFound;
import org.sanban.pages.Shell;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The yearly plan of meetings on one page, to be read and printed. */
@Controller
@Needs(Needs.SIGNED_IN)
class YearPlanController {

    private final YearPlan plan;
    private final MeetingPages pages;
    private final Clock clock;

    YearPlanController(YearPlan plan, MeetingPages pages, Clock clock) {
        this.plan = plan;
        this.pages = pages;
        this.clock = clock;
    }

    /** @param year this one where none is named */
    @GetMapping("/meetings/year")
    String show(@RequestParam(required = false) @Nullable Integer year, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, Model model) {
        int of = year == null ? LocalDate.now(clock).getYear() : year;
        if (of < 1990 || of > 2200) {
            throw new NotFound();
        }
        model.addAttribute("plan", plan.of(of, by)).addAttribute("words", pages.words(shell.texts())).addAttribute("plans", PlanController.plans(by)).addAttribute("shell", shell);
        return "meetings/year";
    }
}
