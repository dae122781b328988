package org.sanban.affairs.web;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sanban.affairs.Affair;
import org.sanban.affairs.Affairs;
import org.sanban.affairs.Categories;
import org.sanban.affairs.Category;
import org.sanban.affairs.Entry;
import org.sanban.affairs.Lane;
import org.sanban.affairs.SourceType;
import org.sanban.pages.Flash;
import org.sanban.pages.FormView;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asking for a service (后勤、技术、离退休、保卫) in two lines; it goes straight to the unit that serves. */
@Controller
@RequestMapping("/affairs/tickets/new")
@Needs(TicketController.FILES)
class TicketController {

    static final String FILES = "ticket.file";

    public record TicketForm(@Nullable String category, @Nullable String title, @Nullable String need, @Nullable Lane lane, @Nullable String laneReason) {}

    private final Affairs affairs;
    private final Categories categories;
    private final Directory directory;
    private final Organizations organizations;
    private final Clock clock;

    TicketController(Affairs affairs, Categories categories, Directory directory, Organizations organizations, Clock clock) {
        this.affairs = affairs;
        this.categories = categories;
        this.directory = directory;
        this.organizations = organizations;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView ask(@RequestParam(defaultValue = "LOGISTICS") String category, @ModelAttribute("shell") Shell shell) {
        return page(FormView.of(new TicketForm(category, null, null, Lane.NORMAL, null)), shell, HttpStatus.OK);
    }

    @PostMapping
    ModelAndView file(
            @ModelAttribute("form") TicketForm form, BindingResult wrong, @RequestParam(required = false) @Nullable String requestId, @SignedIn Actor by,
            @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        long[] made = {0};
        return Submission.refused(wrong, () -> made[0] = affairs.begin(entry(form), by, clock.instant(), EntryController.key(requestId)))
                .map(status -> page(FormView.of(wrong), shell, status))
                .orElseGet(() -> {
                    Flash.done(next, "affairs.ticket.filed");
                    return new ModelAndView("redirect:/affairs/" + made[0]);
                });
    }

    private Entry entry(TicketForm form) {
        Category category = categories.of(form.category()).filter(Category::service).orElseThrow(() -> new Refused(Objection.of("affairs.refusal.category").at("category")));
        Lane lane = form.lane() == null ? Lane.NORMAL : form.lane();
        return Entry.of(category.code(), AffairForms.text(form.title()), Affair.Source.of(SourceType.SERVICE), form.need())
                .in(lane, form.laneReason()).within(null, categories.proposed(category, lane, clock.instant())).by(null, null, List.of(), List.of());
    }

    private ModelAndView page(FormView form, Shell shell, HttpStatus status) {
        ModelAndView page = new ModelAndView("affairs/ticket").addObject("form", form).addObject("shell", shell)
                .addObject("words", AffairWords.of(categories, directory, organizations, shell.texts()));
        page.setStatus(status);
        return page;
    }
}
