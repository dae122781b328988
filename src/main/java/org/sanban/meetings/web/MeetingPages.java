package org.sanban.meetings.web;

import java.time.Clock;
import java.util.HashSet;
import java.util.Map;
import org.sanban.meetings.Bodies;
import org.sanban.meetings.Meeting;
import org.sanban.meetings.MeetingDesk;
import org.sanban.meetings.MeetingTypes;
import org.sanban.meetings.Meetings;
import org.sanban.pages.Flash;
import org.sanban.pages.FormView;
import org.sanban.pages.Shell;
import org.sanban.pages.Submission;
import org.sanban.pages.Texts;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.sanban.workflow.Opening;
import org.sanban.workflow.Handlings;
import org.sanban.workflow.Positions;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the pages of a meeting have in common: its frame, and how a sent form is answered. */
@Component
class MeetingPages {

    /** Shows one page of a meeting. @param sent the forms that were refused, by name */
    interface Tab {
        ModelAndView show(long id, Map<String, FormView> sent, Actor by, Shell shell, HttpStatus status);
    }

    private final Meetings meetings;
    private final MeetingDesk desk;
    private final MeetingTypes types;
    private final Bodies bodies;
    private final Directory directory;
    private final Handlings handlings;
    private final Positions positions;
    private final Opening opening;
    private final Clock clock;

    MeetingPages(
            Meetings meetings, MeetingDesk desk, MeetingTypes types, Bodies bodies, Directory directory, Handlings handlings, Positions positions, Opening opening, Clock clock) {
        this.meetings = meetings;
        this.desk = desk;
        this.types = types;
        this.bodies = bodies;
        this.directory = directory;
        this.handlings = handlings;
        this.positions = positions;
        this.opening = opening;
        this.clock = clock;
    }

    MeetingWords words(Texts texts) {
        return new MeetingWords(texts, directory, types.all(), bodies);
    }

    ModelAndView page(String tab, long id, Map<String, FormView> sent, Actor by, Shell shell, HttpStatus status) {
        Meeting m = meetings.one(id, by);
        opening.stamp(m.ref(), by, clock.instant());
        String step = handlings.stepOf(m.ref());
        MeetingView view = new MeetingView(
                m, words(shell.texts()), tab, step == null ? "" : step, desk.runs(m, by), positions.of(m.ref(), by).isPresent(), sent, new HashSet<>());
        ModelAndView page = new ModelAndView("meetings/" + tab).addObject("view", view).addObject("shell", shell);
        page.setStatus(status);
        return page;
    }

    /** Does what was asked and goes back to the page, or shows it again with what was typed and why not. */
    ModelAndView write(
            long id, String tab, String form, BindingResult wrong, Actor by, Shell shell, RedirectAttributes next, Tab page, Runnable writing) {
        meetings.one(id, by);
        return Submission.refused(wrong, writing)
                .map(status -> page.show(id, Map.of(form, FormView.of(wrong)), by, shell, status))
                .orElseGet(() -> {
                    Flash.done(next, "meetings.saved");
                    return new ModelAndView("redirect:/meetings/" + id + (tab.equals("show") ? "" : "/" + tab));
                });
    }

    /** As {@link #write} for a button without a form: what stands against it is said above the page. */
    ModelAndView press(long id, String tab, Actor by, Shell shell, RedirectAttributes next, Tab page, Runnable writing) {
        return write(id, tab, "button", (BindingResult) FormView.of(new MeetingForms.CodeForm(null)).binding(), by, shell, next, page, writing);
    }
}
