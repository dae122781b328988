package org.sanban.casebook.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sanban.casebook.CaseWords;
import org.sanban.casebook.Circulars;
import org.sanban.casebook.web.CasebookForms.CircularForm;
import org.sanban.errors.Taxonomy;
import org.sanban.pages.Choice;
import org.sanban.pages.FormView;
import org.sanban.pages.Refused;
import org.sanban.pages.RequestId;
import org.sanban.pages.Shell;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.Organizations;
import org.sanban.people.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.ui.ModelMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Circulars on errors: the figures of a period, and the paper that they become. */
@Controller
@Needs(CasebookNavigation.ISSUE)
class CircularsController {

    private final Circulars circulars;
    private final Organizations organizations;
    private final Taxonomy taxonomy;
    private final Clock clock;

    CircularsController(Circulars circulars, Organizations organizations, Taxonomy taxonomy, Clock clock) {
        this.circulars = circulars;
        this.organizations = organizations;
        this.taxonomy = taxonomy;
        this.clock = clock;
    }

    @GetMapping("/casebook/circulars")
    String list(Model model) {
        model.addAttribute("circulars", circulars.all());
        return "casebook/circulars";
    }

    /** The last quarter that is over, unless other days are named. */
    @GetMapping("/casebook/circulars/new")
    ModelAndView blank(
            @RequestParam(required = false) @Nullable LocalDate from, @RequestParam(required = false) @Nullable LocalDate until, @ModelAttribute("shell") Shell shell) {
        LocalDate today = LocalDate.now(clock);
        LocalDate quarter = today.withDayOfMonth(1).minusMonths((today.getMonthValue() - 1) % 3);
        LocalDate begin = from != null ? from : quarter.minusMonths(3);
        LocalDate end = until != null ? until : quarter.minusDays(1);
        Long issuer = offices().findFirst().map(Organizations.Organization::id).orElse(null);
        return page(FormView.of(new CircularForm(begin, end, issuer, shell.t("casebook.circular.to"), null)), begin, end, HttpStatus.OK, shell);
    }

    @PostMapping("/casebook/circulars")
    ModelAndView draft(@Valid @ModelAttribute("form") CircularForm form, BindingResult errors, @SignedIn Actor by, @ModelAttribute("shell") Shell shell) {
        if (!errors.hasErrors()) {
            try {
                Circulars.Circular made = circulars.draft(
                        Objects.requireNonNull(form.from()), Objects.requireNonNull(form.until()), Objects.requireNonNull(form.issuer()), form.to(), by, clock.instant(),
                        Objects.requireNonNullElseGet(form.requestId(), RequestId::next));
                return new ModelAndView("redirect:/documents/outgoing/" + made.document() + "/draft");
            } catch (Refused refused) {
                refused.into(errors);
            }
        }
        return page(FormView.of(errors), form.from(), form.until(), HttpStatus.UNPROCESSABLE_CONTENT, shell);
    }

    private ModelAndView page(FormView form, @Nullable LocalDate from, @Nullable LocalDate until, HttpStatus status, Shell shell) {
        boolean countable = from != null && until != null && !from.isAfter(until) && !from.plusYears(1).isBefore(until);
        List<Choice> issuers = offices().map(o -> Choice.of(o.id(), o.name())).toList();
        ModelMap model = new ModelMap("form", form).addAttribute("issuers", issuers).addAttribute("words", CaseWords.of(taxonomy, shell.texts()));
        model.put("figures", countable ? circulars.figures(from, until) : null);
        return new ModelAndView("casebook/circular", model, status);
    }

    private java.util.stream.Stream<Organizations.Organization> offices() {
        return organizations.all().stream().filter(o -> o.active() && o.type().equals("OFFICE"));
    }
}
