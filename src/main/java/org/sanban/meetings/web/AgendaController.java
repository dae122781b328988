package org.sanban.meetings.web;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.sanban.meetings.Bodies;
import org.sanban.meetings.agenda.Agenda;
import org.sanban.meetings.agenda.Item;
import org.sanban.meetings.agenda.Session;
import org.sanban.meetings.agenda.Topics;
import org.sanban.meetings.web.MeetingForms.ItemForm;
import org.sanban.pages.FormView;
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

/** The agenda of a meeting. */
@Controller
@RequestMapping("/meetings/{id:\\d+}/agenda")
@Needs(Needs.SIGNED_IN)
class AgendaController {

    private final Agenda agenda;
    private final Session session;
    private final Topics topics;
    private final Bodies bodies;
    private final MeetingPages pages;
    private final Clock clock;

    AgendaController(Agenda agenda, Session session, Topics topics, Bodies bodies, MeetingPages pages, Clock clock) {
        this.agenda = agenda;
        this.session = session;
        this.topics = topics;
        this.bodies = bodies;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(@PathVariable long id, @SignedIn Actor by, @ModelAttribute("shell") Shell shell) {
        return tab(id, Map.of(), by, shell, HttpStatus.OK);
    }

    private ModelAndView tab(long id, Map<String, FormView> sent, Actor by, Shell shell, HttpStatus status) {
        ModelAndView page = pages.page("agenda", id, sent, by, shell, status);
        MeetingView view = (MeetingView) Objects.requireNonNull(page.getModel().get("view"));
        return page.addObject("timetable", session.timetable(view.meeting(), clock.instant()))
                .addObject("queue", topics.waiting(view.meeting().type(), by).stream().filter(t -> t.state() == org.sanban.meetings.agenda.Topic.State.CHECKED).toList());
    }

    @PostMapping("/items")
    ModelAndView add(@PathVariable long id, @ModelAttribute("form") ItemForm form, BindingResult wrong, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return pages.write(id, "agenda", "item", wrong, by, shell, next, this::tab, () -> agenda.add(id, entry(form), false, by, clock.instant()));
    }

    @PostMapping("/items/{item:\\d+}")
    ModelAndView edit(@PathVariable long id, @PathVariable long item, @ModelAttribute("form") ItemForm form, BindingResult wrong, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return pages.write(id, "agenda", "item-" + item, wrong, by, shell, next, this::tab, () -> agenda.edit(id, item, entry(form), by, clock.instant()));
    }

    @PostMapping("/first-topic")
    ModelAndView pin(@PathVariable long id, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return pages.press(id, "agenda", by, shell, next, this::tab, () -> agenda.pin(id, 20, by, clock.instant()));
    }

    @PostMapping("/topics")
    ModelAndView take(@PathVariable long id, @RequestParam(defaultValue = "0") long topic, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return pages.press(id, "agenda", by, shell, next, this::tab, () -> agenda.take(id, topic, by, clock.instant()));
    }

    @PostMapping("/items/{item:\\d+}/moves")
    ModelAndView move(@PathVariable long id, @PathVariable long item, @RequestParam(defaultValue = "false") boolean up, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return pages.press(id, "agenda", by, shell, next, this::tab, () -> agenda.move(id, item, up, by, clock.instant()));
    }

    @PostMapping("/items/{item:\\d+}/removal")
    ModelAndView remove(@PathVariable long id, @PathVariable long item, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return pages.press(id, "agenda", by, shell, next, this::tab, () -> agenda.remove(id, item, by, clock.instant()));
    }

    private Item.Entry entry(ItemForm form) {
        return new Item.Entry(MeetingForms.text(form.title()), MeetingForms.orNull(form.reporter()), MeetingForms.needed(form.minutes(), "minutes"), bodies.all(form.attend(), "attend"));
    }
}
