package org.sanban.people.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sanban.pages.Choice;
import org.sanban.pages.Flash;
import org.sanban.pages.FormView;
import org.sanban.pages.Shell;
import org.sanban.pages.Submission;
import org.sanban.people.AbsenceForm;
import org.sanban.people.Absences;
import org.sanban.people.Actor;
import org.sanban.people.Deadlines;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own absences, with what falls due in them. */
@Controller
@RequestMapping("/me/absence")
@Needs(Needs.SIGNED_IN)
class AbsenceController {

    private final Absences absences;
    private final Clock clock;

    AbsenceController(Absences absences, Clock clock) {
        this.absences = absences;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(@ModelAttribute("shell") Shell shell, @SignedIn Actor by) {
        LocalDate tomorrow = LocalDate.now(clock).plusDays(1);
        AbsenceForm fresh = new AbsenceForm(tomorrow, tomorrow, Absences.Kind.LEAVE, "");
        return page(HttpStatus.OK, FormView.of(fresh), shell, by);
    }

    @PostMapping
    ModelAndView record(
            @Valid AbsenceForm form, BindingResult errors, @ModelAttribute("shell") Shell shell, @SignedIn Actor by,
            RedirectAttributes next) {
        return Submission.refused(errors, () -> absences.record(by.id(), form, by, clock.instant()))
                .map(status -> page(status, FormView.of(errors), shell, by))
                .orElseGet(() -> {
                    int due = absences.dueWithin(by.id(), form.starts(), form.ends()).size();
                    if (due == 0) {
                        Flash.done(next, "people.absence.recorded");
                    } else {
                        Flash.warn(next, "people.absence.recorded-with-due", due);
                    }
                    return new ModelAndView("redirect:/me/absence");
                });
    }

    @PostMapping("/{id}/cancellation")
    String cancel(@PathVariable long id, @SignedIn Actor by, RedirectAttributes next) {
        absences.cancel(by.id(), id, by, clock.instant());
        Flash.done(next, "people.absence.cancelled");
        return "redirect:/me/absence";
    }

    private ModelAndView page(HttpStatus status, FormView form, Shell shell, Actor by) {
        Map<Absences.Absence, List<Deadlines.Due>> lines = new LinkedHashMap<>();
        absences.from(by.id(), LocalDate.now(clock)).forEach(a -> lines.put(a, absences.dueWithin(by.id(), a.starts(), a.ends())));
        List<Choice> kinds = Arrays.stream(Absences.Kind.values()).map(k -> Choice.of(k, shell.t("people.absence.kind." + k))).toList();
        return new ModelAndView(
                "people/absence", new ModelMap("form", form).addAttribute("lines", lines).addAttribute("kinds", kinds), status);
    }
}
