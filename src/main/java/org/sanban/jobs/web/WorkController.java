package org.sanban.jobs.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.sanban.jobs.FailedWorks;
import org.sanban.jobs.Schedule;
import org.sanban.jobs.Settling;
import org.sanban.pages.Flash;
import org.sanban.pages.FormView;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What runs in the background and what failed there, for the system administrators. */
@Controller
@RequestMapping("/admin/work")
@Needs("config.manage")
class WorkController {

    /** Why failed work is settled without being done. */
    public record SettleForm(String reason) {}

    private static final int SHOWN = 200;

    private final FailedWorks failed;
    private final Schedule schedule;
    private final Settling settling;
    private final Clock clock;

    WorkController(FailedWorks failed, Schedule schedule, Settling settling, Clock clock) {
        this.failed = failed;
        this.schedule = schedule;
        this.settling = settling;
        this.clock = clock;
    }

    @GetMapping
    String index(Model model) {
        return page(FormView.of(new SettleForm("")), model);
    }

    @PostMapping("/{id}/retry")
    String retry(@PathVariable long id, @SignedIn Actor by, RedirectAttributes next) {
        settling.retry(id, by, clock.instant());
        Flash.done(next, "jobs.page.retried");
        return "redirect:/admin/work";
    }

    @PostMapping("/{id}/settling")
    String settle(
            @PathVariable long id, @ModelAttribute("form") SettleForm form, BindingResult errors, @SignedIn Actor by, Model model,
            HttpServletResponse response, RedirectAttributes next) {
        try {
            settling.settle(id, form.reason(), by, clock.instant());
        } catch (Refused refused) {
            refused.into(errors);
            response.setStatus(422);
            return page(FormView.of(errors), model);
        }
        Flash.done(next, "jobs.page.settled");
        return "redirect:/admin/work";
    }

    @PostMapping("/jobs/{name}/run")
    String run(@PathVariable String name, @SignedIn Actor by, RedirectAttributes next) {
        settling.runNow(name, by, clock.instant());
        Flash.done(next, "jobs.page.retried");
        return "redirect:/admin/work";
    }

    private String page(FormView form, Model model) {
        model.addAttribute("failed", failed.open(SHOWN)).addAttribute("jobs", schedule.lines()).addAttribute("form", form);
        return "jobs/work";
    }
}
