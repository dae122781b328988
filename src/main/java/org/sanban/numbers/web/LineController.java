package org.sanban.numbers.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import org.sanban.numbers.Ledger;
import org.sanban.numbers.NumberLine;
import org.sanban.numbers.Numbers;
import org.sanban.pages.Flash;
import org.sanban.pages.FormView;
import org.sanban.pages.Shell;
import org.sanban.pages.Submission;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One number with all that became of it, and its voiding. */
@Controller
@Needs(NumbersNavigation.READ)
class LineController {

    private final Ledger ledger;
    private final Numbers numbers;
    private final Directory directory;
    private final Clock clock;

    LineController(Ledger ledger, Numbers numbers, Directory directory, Clock clock) {
        this.ledger = ledger;
        this.numbers = numbers;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping("/numbers/lines/{id:\\d+}")
    ModelAndView show(@PathVariable long id, @SignedIn Actor by, @ModelAttribute("shell") Shell shell) {
        return page(id, FormView.of(new NumberForms.VoidForm("", null)), HttpStatus.OK, by, shell);
    }

    @PostMapping("/numbers/lines/{id:\\d+}/voiding")
    @Needs(NumbersNavigation.VOID)
    ModelAndView voidIt(
            @PathVariable long id, @Valid NumberForms.VoidForm form, BindingResult errors, @SignedIn Actor by, @ModelAttribute("shell") Shell shell,
            RedirectAttributes next) {
        return Submission.refused(errors, () -> numbers.voidNumber(id, form.reason(), form.approver() == null ? 0 : form.approver(), by, clock.instant()))
                .map(status -> page(id, FormView.of(errors), status, by, shell))
                .orElseGet(() -> {
                    Flash.done(next, "numbers.line.voided", ledger.line(id, by).text());
                    return new ModelAndView("redirect:/numbers/lines/" + id);
                });
    }

    private ModelAndView page(long id, FormView form, HttpStatus status, Actor by, Shell shell) {
        NumberLine line = ledger.line(id, by);
        ModelMap model = new ModelMap("line", line)
                .addAttribute("form", form)
                .addAttribute("words", NumberWords.of(List.of(line), directory, shell.texts()))
                .addAttribute("persons", Persons.choices(directory))
                .addAttribute("mayVoid", by.may(NumbersNavigation.VOID) && line.state() != NumberLine.State.VOIDED);
        return new ModelAndView("numbers/line", model, status);
    }
}
