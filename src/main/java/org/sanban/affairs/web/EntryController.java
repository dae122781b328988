package org.sanban.affairs.web;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.sanban.affairs.Affair;
import org.sanban.affairs.Affairs;
import org.sanban.affairs.Categories;
import org.sanban.affairs.Lane;
import org.sanban.affairs.web.AffairForms.EntryForm;
import org.sanban.pages.Flash;
import org.sanban.pages.FormView;
import org.sanban.pages.RequestId;
import org.sanban.pages.Shell;
import org.sanban.pages.Submission;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.sanban.people.Needs;
import org.sanban.people.Organizations;
import org.sanban.people.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Registering an affair (立项登记), and writing anew what is asked while it is not entrusted. */
@Controller
class EntryController {

    private final Affairs affairs;
    private final Categories categories;
    private final Directory directory;
    private final Organizations organizations;
    private final Clock clock;

    EntryController(Affairs affairs, Categories categories, Directory directory, Organizations organizations, Clock clock) {
        this.affairs = affairs;
        this.categories = categories;
        this.directory = directory;
        this.organizations = organizations;
        this.clock = clock;
    }

    @GetMapping("/affairs/new")
    @Needs(AffairsNavigation.BEGINS)
    ModelAndView ask(@RequestParam(defaultValue = "SUPERVISION") String category, @SignedIn Actor by, @ModelAttribute("shell") Shell shell) {
        EntryForm begun = new EntryForm(
                category, null, null, null, null, null, null, Lane.NORMAL, null, null, null, null, null,
                categories.of(category).map(c -> AffairForms.local(categories.proposed(c, Lane.NORMAL, clock.instant()), clock.getZone())).orElse(null), by.id(), null);
        return page(null, FormView.of(begun), shell, HttpStatus.OK);
    }

    @PostMapping("/affairs/new")
    @Needs(AffairsNavigation.BEGINS)
    ModelAndView create(
            @ModelAttribute("form") EntryForm form, BindingResult errors, @RequestParam(required = false) @Nullable String requestId, @SignedIn Actor by,
            @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        long[] made = {0};
        return Submission.refused(errors, () -> made[0] = affairs.begin(form.entry(categories.of(form.category()).orElse(null), null, clock.getZone()), by, clock.instant(), key(requestId)))
                .map(status -> page(null, FormView.of(errors), shell, status))
                .orElseGet(() -> {
                    Flash.done(next, "affairs.entry.begun");
                    return new ModelAndView("redirect:/affairs/" + made[0]);
                });
    }

    @GetMapping("/affairs/{id:\\d+}/entry")
    @Needs(Needs.SIGNED_IN)
    ModelAndView edit(@PathVariable long id, @SignedIn Actor by, @ModelAttribute("shell") Shell shell) {
        Affair affair = affairs.one(id, by);
        return page(affair, FormView.of(EntryForm.of(affair, clock.getZone())).at(affair.version()), shell, HttpStatus.OK);
    }

    @PostMapping("/affairs/{id:\\d+}/entry")
    @Needs(Needs.SIGNED_IN)
    ModelAndView update(
            @PathVariable long id, @ModelAttribute("form") EntryForm form, BindingResult errors, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        Affair affair = affairs.one(id, by);
        return Submission.refused(errors, () -> affairs.change(
                        id, AffairForms.version(form.version()), form.entry(categories.of(form.category()).orElse(null), affair.source(), clock.getZone()), by, clock.instant()))
                .map(status -> page(affair, FormView.of(errors).at(affair.version()), shell, status))
                .orElseGet(() -> {
                    Flash.done(next, "affairs.saved");
                    return new ModelAndView("redirect:/affairs/" + id);
                });
    }

    static String key(@Nullable String sent) {
        return sent == null || sent.isBlank() || sent.length() > 80 ? RequestId.next() : sent;
    }

    private ModelAndView page(@Nullable Affair affair, FormView form, Shell shell, HttpStatus status) {
        ModelAndView page = new ModelAndView("affairs/entry").addObject("form", form).addObject("affair", affair).addObject("shell", shell)
                .addObject("words", AffairWords.of(categories, directory, organizations, shell.texts()));
        page.setStatus(status);
        return page;
    }
}
