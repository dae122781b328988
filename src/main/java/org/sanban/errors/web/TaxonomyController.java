package org.sanban.errors.web;

import java.time.Clock;
import org.sanban.errors.Taxonomy;
import org.sanban.errors.web.ErrorForms.TypeForm;
import org.sanban.errors.web.ErrorForms.WordForm;
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
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The office's words for errors, for everybody to read and for its keeper to change. */
@Controller
@RequestMapping("/errors/taxonomy")
@Needs(Needs.SIGNED_IN)
class TaxonomyController {

    private final Taxonomy taxonomy;
    private final Directory directory;
    private final Clock clock;

    TaxonomyController(Taxonomy taxonomy, Directory directory, Clock clock) {
        this.taxonomy = taxonomy;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(@SignedIn Actor by, @ModelAttribute("shell") Shell shell) {
        return page(blank(), by, shell, HttpStatus.OK);
    }

    @PostMapping("/types")
    @Needs(ErrorsNavigation.TAXONOMY)
    ModelAndView add(@ModelAttribute("form") TypeForm form, BindingResult wrong, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return Submission.refused(wrong, () -> taxonomy.addType(
                        ErrorForms.text(form.code()).strip(), ErrorForms.text(form.business()), ErrorForms.text(form.stage()), ErrorForms.text(form.name()),
                        ErrorForms.text(form.nameEn()), by, clock.instant()))
                .map(status -> page(FormView.of(wrong), by, shell, status)).orElseGet(() -> done(next));
    }

    @PostMapping("/{words}/{code}")
    @Needs(ErrorsNavigation.TAXONOMY)
    ModelAndView rename(
            @PathVariable Taxonomy.Words words, @PathVariable String code, @ModelAttribute("form") WordForm form, BindingResult wrong, @SignedIn Actor by,
            @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return Submission.refused(wrong, () -> taxonomy.rename(
                        words, code, ErrorForms.text(form.name()), ErrorForms.text(form.nameEn()), Boolean.TRUE.equals(form.active()), ErrorForms.version(form.version()), by, clock.instant()))
                .map(status -> page(blank(), by, shell, status).addObject("renaming", FormView.of(wrong))).orElseGet(() -> done(next));
    }

    private static FormView blank() {
        return FormView.of(new TypeForm(null, null, null, null, null));
    }

    private static ModelAndView done(RedirectAttributes next) {
        Flash.done(next, "errors.saved");
        return new ModelAndView("redirect:/errors/taxonomy");
    }

    private ModelAndView page(FormView form, Actor by, Shell shell, HttpStatus status) {
        ModelAndView page = new ModelAndView("errors/taxonomy").addObject("words", ErrorWords.of(taxonomy, directory, shell.texts())).addObject("form", form)
                .addObject("edits", by.may(ErrorsNavigation.TAXONOMY)).addObject("shell", shell);
        page.setStatus(status);
        return page;
    }
}
