package org.sanban.casebook.web;

import jakarta.validation.Valid;
import java.time.Clock;
import org.sanban.casebook.Case;
import org.sanban.casebook.CaseWords;
import org.sanban.casebook.Cases;
import org.sanban.casebook.web.CasebookForms.ReasonForm;
import org.sanban.casebook.web.CasebookForms.TextForm;
import org.sanban.errors.Taxonomy;
import org.sanban.pages.Flash;
import org.sanban.pages.FormView;
import org.sanban.pages.Refused;
import org.sanban.pages.Shell;
import org.sanban.pages.Stale;
import org.sanban.people.Actor;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Writing a case: begun from an error, saved, published, taken out. */
@Controller
@Needs(CasebookNavigation.EDIT)
class CaseWritingController {

    private final Cases cases;
    private final Taxonomy taxonomy;
    private final Clock clock;

    CaseWritingController(Cases cases, Taxonomy taxonomy, Clock clock) {
        this.cases = cases;
        this.taxonomy = taxonomy;
        this.clock = clock;
    }

    @PostMapping("/casebook/cases")
    String begin(@RequestParam long error, @SignedIn Actor by) {
        return "redirect:/casebook/cases/" + cases.begin(error, by, clock.instant()).id() + "/draft";
    }

    @GetMapping("/casebook/cases/{id:\\d+}/draft")
    ModelAndView write(@PathVariable long id, @ModelAttribute("shell") Shell shell) {
        Case one = cases.drafted(id);
        return page(one, FormView.of(TextForm.of(one)).at(one.version()), HttpStatus.OK, shell);
    }

    /** Saves; with {@code publish} the next edition goes out, if nothing is missing. What was typed is saved in either case. */
    @PostMapping("/casebook/cases/{id:\\d+}/draft")
    ModelAndView save(
            @PathVariable long id, @Valid @ModelAttribute("form") TextForm form, BindingResult errors, @RequestParam(defaultValue = "false") boolean publish, @SignedIn Actor by,
            @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        long version = form.version();
        HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;
        if (!errors.hasErrors()) {
            try {
                Case saved = cases.edit(id, form.text(), form.version(), by, clock.instant());
                version = saved.version();
                if (!publish) {
                    Flash.done(next, "casebook.done.saved");
                    return new ModelAndView("redirect:/casebook/cases/" + id + "/draft");
                }
                Case published = cases.publish(id, saved.version(), by, clock.instant());
                Flash.done(next, "casebook.done.published", published.ref(), published.edition());
                return new ModelAndView("redirect:/casebook/cases/" + id);
            } catch (Refused refused) {
                refused.into(errors);
            } catch (Stale stale) {
                errors.reject("pages.refusal.stale");
                status = HttpStatus.CONFLICT;
            }
        }
        return page(cases.drafted(id), FormView.of(errors).at(version), status, shell);
    }

    @GetMapping("/casebook/cases/{id:\\d+}/removal")
    ModelAndView removing(@PathVariable long id) {
        return removal(id, FormView.of(new ReasonForm("")), HttpStatus.OK);
    }

    @PostMapping("/casebook/cases/{id:\\d+}/removal")
    ModelAndView remove(@PathVariable long id, @Valid @ModelAttribute("form") ReasonForm form, BindingResult errors, @SignedIn Actor by, RedirectAttributes next) {
        if (!errors.hasErrors()) {
            try {
                cases.remove(id, form.reason(), by, clock.instant());
                Flash.done(next, "casebook.done.removed", cases.drafted(id).ref());
                return new ModelAndView("redirect:/casebook");
            } catch (Refused refused) {
                refused.into(errors);
            }
        }
        return removal(id, FormView.of(errors), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** Somebody looked after years: it stays. */
    @PostMapping("/casebook/cases/{id:\\d+}/reviews")
    String keep(@PathVariable long id, @SignedIn Actor by, RedirectAttributes next) {
        cases.keep(id, by, clock.instant());
        Flash.done(next, "casebook.done.kept");
        return "redirect:/casebook/cases/" + id;
    }

    private ModelAndView page(Case one, FormView form, HttpStatus status, Shell shell) {
        return new ModelAndView(
                "casebook/write", new ModelMap("one", one).addAttribute("form", form).addAttribute("words", CaseWords.of(taxonomy, shell.texts())), status);
    }

    private ModelAndView removal(long id, FormView form, HttpStatus status) {
        return new ModelAndView("casebook/remove", new ModelMap("one", cases.drafted(id)).addAttribute("form", form), status);
    }
}
