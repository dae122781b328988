package org.sanban.visits.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.Flash;
import org.sanban.pages.FormView;
import org.sanban.pages.ListAddress;
import org.sanban.pages.RequestId;
import org.sanban.pages.Shell;
import org.sanban.pages.Submission;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.sanban.visits.Visit;
import org.sanban.visits.VisitFigures;
import org.sanban.visits.Visits;
import org.sanban.visits.web.VisitForms.EnterForm;
import org.sanban.visits.web.VisitForms.FollowForm;
import org.sanban.visits.web.VisitForms.JudgeForm;
import org.sanban.visits.web.VisitForms.SolveForm;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Visits: the list with what came of them, the form for the way, the page of one. */
@Controller
@RequestMapping("/visits")
@Needs(VisitsNavigation.RECORDS)
class VisitsController {

    private static final int PAGE = 30;

    private final Visits visits;
    private final VisitFigures figures;
    private final VisitWords words;
    private final Clock clock;

    VisitsController(Visits visits, VisitFigures figures, VisitWords words, Clock clock) {
        this.visits = visits;
        this.figures = figures;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    String index(@RequestParam(required = false) @Nullable String after, @ModelAttribute("shell") Shell shell, Model model) {
        List<Visit> found = visits.page(after, PAGE + 1);
        List<Visit> shown = found.stream().limit(PAGE).toList();
        String next = found.size() > PAGE ? shown.getLast().on() + "-" + shown.getLast().id() : null;
        model.addAttribute("visits", shown).addAttribute("figures", figures.now()).addAttribute("words", words.in(shell.texts()))
                .addAttribute("pages", ListAddress.of("/visits").pages(after, next));
        return "visits/list";
    }

    @GetMapping("/new")
    ModelAndView ask(@SignedIn Actor by, @ModelAttribute("shell") Shell shell) {
        EnterForm blank = new EnterForm(LocalDate.now(clock), Visit.Mode.ON_SITE, null, null, by.units().stream().sorted().toList(), null, null, null, null, null);
        return entering(FormView.of(blank), shell, HttpStatus.OK);
    }

    @PostMapping("/new")
    ModelAndView enter(
            @ModelAttribute("form") EnterForm form, BindingResult wrong, @RequestParam(required = false) @Nullable String requestId, @SignedIn Actor by,
            @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        long[] made = {0};
        return Submission.refused(wrong, () -> made[0] = visits.enter(form.entry(), by, clock.instant(), key(requestId)))
                .map(status -> entering(FormView.of(wrong), shell, status))
                .orElseGet(() -> {
                    Flash.done(next, "visits.entered");
                    return new ModelAndView("redirect:/visits/" + made[0]);
                });
    }

    @GetMapping("/{id:\\d+}")
    ModelAndView show(@PathVariable long id, @ModelAttribute("shell") Shell shell) {
        return page(id, Map.of(), shell, HttpStatus.OK);
    }

    @PostMapping("/{id:\\d+}/problems/{no:\\d+}/solution")
    ModelAndView solve(@PathVariable long id, @PathVariable int no, @ModelAttribute("form") SolveForm form, BindingResult wrong, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return write(id, "solve-" + no, wrong, shell, next, () -> visits.solve(id, no, Objects.requireNonNullElse(form.how(), ""), by, clock.instant()));
    }

    @PostMapping("/{id:\\d+}/problems/{no:\\d+}/affair")
    ModelAndView follow(@PathVariable long id, @PathVariable int no, @ModelAttribute("form") FollowForm form, BindingResult wrong, @RequestParam(required = false) @Nullable String requestId, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return write(id, "follow-" + no, wrong, shell, next, () -> visits.follow(id, no, form.leadBody(), by, clock.instant(), key(requestId)));
    }

    @PostMapping("/{id:\\d+}/judgement")
    ModelAndView judge(@PathVariable long id, @ModelAttribute("form") JudgeForm form, BindingResult wrong, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return write(id, "judge", wrong, shell, next, () -> visits.judge(id, form.score(), form.said(), by, clock.instant()));
    }

    static String key(@Nullable String sent) {
        return sent == null || sent.isBlank() || sent.length() > 80 ? RequestId.next() : sent;
    }

    private ModelAndView write(long id, String form, BindingResult wrong, Shell shell, RedirectAttributes next, Runnable writing) {
        visits.one(id);
        return Submission.refused(wrong, writing).map(status -> page(id, Map.of(form, FormView.of(wrong)), shell, status)).orElseGet(() -> {
            Flash.done(next, "affairs.saved");
            return new ModelAndView("redirect:/visits/" + id);
        });
    }

    private ModelAndView page(long id, Map<String, FormView> sent, Shell shell, HttpStatus status) {
        Visit visit = visits.one(id);
        ModelAndView page = new ModelAndView("visits/show").addObject("visit", visit).addObject("words", words.in(shell.texts())).addObject("shell", shell)
                .addObject("sent", sent).addObject("solving", FormView.of(new SolveForm(null))).addObject("following", FormView.of(new FollowForm(null)))
                .addObject("judging", sent.getOrDefault("judge", FormView.of(new JudgeForm(visit.score(), visit.said()))));
        page.setStatus(status);
        return page;
    }

    private ModelAndView entering(FormView form, Shell shell, HttpStatus status) {
        ModelAndView page = new ModelAndView("visits/new").addObject("form", form).addObject("words", words.in(shell.texts())).addObject("shell", shell)
                .addObject("rows", VisitForms.ROWS);
        page.setStatus(status);
        return page;
    }
}
