package org.sanban.meetings.web;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sanban.meetings.Bodies;
import org.sanban.meetings.Meeting;
import org.sanban.meetings.agenda.Agenda;
import org.sanban.meetings.outcome.Decision;
import org.sanban.meetings.outcome.Decisions;
import org.sanban.meetings.outcome.Minutes;
import org.sanban.meetings.outcome.Press;
import org.sanban.meetings.web.MeetingForms.DecisionForm;
import org.sanban.meetings.web.MeetingForms.PressDecisionForm;
import org.sanban.meetings.web.MeetingForms.PressForm;
import org.sanban.pages.FormView;
import org.sanban.pages.RequestId;
import org.sanban.pages.Shell;
import org.sanban.people.Actor;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What came of a meeting: decisions, minutes, the press release. */
@Controller
@RequestMapping("/meetings/{id:\\d+}/outcome")
@Needs(Needs.SIGNED_IN)
class OutcomeController {

    private final Decisions decisions;
    private final Minutes minutes;
    private final Press press;
    private final Agenda agenda;
    private final Bodies bodies;
    private final MeetingPages pages;
    private final Clock clock;

    OutcomeController(Decisions decisions, Minutes minutes, Press press, Agenda agenda, Bodies bodies, MeetingPages pages, Clock clock) {
        this.decisions = decisions;
        this.minutes = minutes;
        this.press = press;
        this.agenda = agenda;
        this.bodies = bodies;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(@PathVariable long id, @RequestParam(required = false) @Nullable Long edit, @SignedIn Actor by, @ModelAttribute("shell") Shell shell) {
        return tab(id, Map.of(), by, shell, HttpStatus.OK).addObject("edit", edit);
    }

    private ModelAndView tab(long id, Map<String, FormView> sent, Actor by, Shell shell, HttpStatus status) {
        ModelAndView page = pages.page("outcome", id, sent, by, shell, status);
        Meeting m = ((MeetingView) Objects.requireNonNull(page.getModel().get("view"))).meeting();
        return page.addObject("decisions", decisions.of(id)).addObject("printer", minutes).addObject("standing", minutes.of(m, clock.instant()))
                .addObject("press", press.of(id).orElse(null)).addObject("approves", press.decides(by)).addObject("items", agenda.of(id)).addObject("edit", null)
                .addObject("now", clock.instant()).addObject("zone", clock.getZone());
    }

    @PostMapping("/decisions")
    ModelAndView add(@PathVariable long id, @ModelAttribute("form") DecisionForm form, BindingResult wrong, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return pages.write(id, "outcome", "decision", wrong, by, shell, next, this::tab, () -> decisions.add(id, entry(form), by, clock.instant()));
    }

    @PostMapping("/decisions/{decision:\\d+}")
    ModelAndView edit(
            @PathVariable long id, @PathVariable long decision, @ModelAttribute("form") DecisionForm form, BindingResult wrong, @SignedIn Actor by, @ModelAttribute("shell") Shell shell,
            RedirectAttributes next) {
        MeetingPages.Tab again = (m, sent, who, around, status) -> tab(m, sent, who, around, status).addObject("edit", decision);
        return pages.write(id, "outcome", "edit", wrong, by, shell, next, again,
                () -> decisions.edit(id, decision, MeetingForms.version(form.version()), entry(form), by, clock.instant()));
    }

    @PostMapping("/decisions/{decision:\\d+}/strike")
    ModelAndView strike(@PathVariable long id, @PathVariable long decision, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return pages.press(id, "outcome", by, shell, next, this::tab, () -> decisions.strike(id, decision, by, clock.instant()));
    }

    @PostMapping("/decisions/assignment")
    ModelAndView assign(@PathVariable long id, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return pages.press(id, "outcome", by, shell, next, this::tab, () -> decisions.assign(id, by, clock.instant()));
    }

    @PostMapping("/minutes")
    ModelAndView draft(@PathVariable long id, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return pages.press(id, "outcome", by, shell, next, this::tab, () -> minutes.draft(id, null, by, clock.instant(), RequestId.next()));
    }

    @PostMapping("/press")
    ModelAndView write(@PathVariable long id, @ModelAttribute("form") PressForm form, BindingResult wrong, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return pages.write(id, "outcome", "press", wrong, by, shell, next, this::tab,
                () -> press.write(id, MeetingForms.version(form.version()), MeetingForms.text(form.pressTitle()), MeetingForms.text(form.pressText()), by, clock.instant()));
    }

    @PostMapping("/press/rounds")
    ModelAndView submit(@PathVariable long id, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return pages.press(id, "outcome", by, shell, next, this::tab, () -> press.submit(id, by, clock.instant()));
    }

    @PostMapping("/press/decision")
    ModelAndView decide(@PathVariable long id, @ModelAttribute("form") PressDecisionForm form, BindingResult wrong, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return pages.write(id, "outcome", "press-decision", wrong, by, shell, next, this::tab,
                () -> press.decide(id, Boolean.TRUE.equals(form.approved()), MeetingForms.text(form.pressOpinion()), by, clock.instant()));
    }

    private Decision.Entry entry(DecisionForm form) {
        return new Decision.Entry(
                MeetingForms.text(form.text()), form.item(), bodies.one(form.lead(), "lead"), bodies.all(form.support(), "support"),
                MeetingForms.instant(form.due(), "due", clock.getZone()), MeetingForms.orNull(form.noFollow()));
    }
}
