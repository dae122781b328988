package org.sanban.workflow.web;

import jakarta.validation.Valid;
import java.time.Clock;
import org.sanban.pages.Flash;
import org.sanban.pages.FormView;
import org.sanban.pages.Refused;
import org.sanban.pages.Shell;
import org.sanban.pages.Stale;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.sanban.workflow.Procedure;
import org.sanban.workflow.Procedures;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Changes to the draft of a procedure, and its publication. {@code version} is the edition that was shown. */
@Controller
@RequestMapping("/admin/procedures/{code}/draft")
@Needs("procedure.manage")
class DraftsController {

    private final Procedures procedures;
    private final ProcedurePages pages;
    private final Clock clock;

    DraftsController(Procedures procedures, ProcedurePages pages, Clock clock) {
        this.procedures = procedures;
        this.pages = pages;
        this.clock = clock;
    }

    @PostMapping("/steps/{step}")
    ModelAndView edit(
            @PathVariable String code, @PathVariable String step, @RequestParam long version, @Valid StepForm form, BindingResult errors,
            @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        try {
            if (!errors.hasErrors()) {
                Procedure draft = shown(code, version);
                return saved(Rewiring.replace(draft, form.onto(draft.step(step))), by, next);
            }
        } catch (Refused refused) {
            refused.into(errors);
        }
        return unfit(pages.step(code, step, FormView.of(errors), shell));
    }

    @PostMapping("/moves")
    ModelAndView move(
            @PathVariable String code, @RequestParam String step, @RequestParam boolean up, @RequestParam long version, @SignedIn Actor by,
            RedirectAttributes next) {
        return saved(Rewiring.move(shown(code, version), step, up), by, next);
    }

    @PostMapping("/definition")
    ModelAndView define(
            @PathVariable String code, @RequestParam long version, @Valid DefinitionForm form, BindingResult errors, @SignedIn Actor by,
            @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        try {
            if (!errors.hasErrors()) {
                shown(code, version);
                Procedure read = procedures.read(String.valueOf(form.definition()));
                Refused.unless(read.code().equals(code), "workflow.procedure.other-code", read.code());
                return saved(read, by, next);
            }
        } catch (Refused refused) {
            refused.into(errors);
        }
        return unfit(pages.draft(code, FormView.of(errors), shell));
    }

    @PostMapping("/publications")
    ModelAndView publish(@PathVariable String code, @RequestParam long version, @SignedIn Actor by, RedirectAttributes next) {
        shown(code, version);
        Procedures.Edition draft = pages.working(code);
        Refused.unless(draft.state().equals("DRAFT"), "workflow.procedure.no-draft");
        procedures.publish(draft, by, clock.instant());
        Flash.done(next, "workflow.procedures.published", draft.number());
        return new ModelAndView("redirect:/admin/procedures/" + draft.id());
    }

    private Procedure shown(String code, long version) {
        Procedures.Edition edition = pages.working(code);
        if (edition.id() != version) {
            throw new Stale();
        }
        return edition.procedure();
    }

    private ModelAndView saved(Procedure procedure, Actor by, RedirectAttributes next) {
        procedures.saveDraft(procedure, by, clock.instant());
        Flash.done(next, "workflow.procedures.saved");
        return new ModelAndView("redirect:/admin/procedures/" + procedure.code() + "/draft");
    }

    private static ModelAndView unfit(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
