package org.sanban.workflow.web;

import java.time.Clock;
import java.time.Instant;
import org.sanban.audit.SubjectRef;
import org.sanban.pages.Shell;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.sanban.workflow.Course;
import org.sanban.workflow.Desk;
import org.sanban.workflow.CourseView;
import org.sanban.workflow.Kinds;
import org.sanban.workflow.Opening;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The engine's part of a subject's page, as fragments by reference. */
@Controller
@Needs(Needs.SIGNED_IN)
class PanelController {

    private static final String FRAGMENT = "HX-Request";

    private final Course course;
    private final Desk desk;
    private final Kinds kinds;
    private final Opening opening;
    private final Clock clock;

    PanelController(Course course, Desk desk, Kinds kinds, Opening opening, Clock clock) {
        this.course = course;
        this.desk = desk;
        this.kinds = kinds;
        this.opening = opening;
        this.clock = clock;
    }

    /** Steps, opinions, readers, history. */
    @GetMapping(path = "/handlings/panel", headers = FRAGMENT)
    ModelAndView panel(@RequestParam String subject, @SignedIn Actor by, @ModelAttribute("shell") Shell shell) {
        return new ModelAndView("workflow/panel").addObject("shell", shell).addObject("course", opened(Subjects.read(subject), by, shell));
    }

    /** What this person may do with it now. */
    @GetMapping(path = "/handlings/actions", headers = FRAGMENT)
    ModelAndView actions(@RequestParam String subject, @SignedIn Actor by, @ModelAttribute("shell") Shell shell) {
        SubjectRef of = Subjects.read(subject);
        return new ModelAndView("workflow/actions").addObject("shell", shell).addObject("bar", Bar.of(of, desk.of(of, by, clock.instant())));
    }

    /** Every page of a subject asks for its course: whoever reads it has opened what lies in their tray (promise 6). */
    private CourseView opened(SubjectRef subject, Actor by, Shell shell) {
        Instant at = clock.instant();
        course.of(subject, by, shell.texts(), at);
        opening.stamp(subject, by, at);
        return course.of(subject, by, shell.texts(), at);
    }

    /** Both on a page of their own, for browsers without scripts. */
    @GetMapping({"/handlings/panel", "/handlings/actions"})
    ModelAndView alone(@RequestParam String subject, @SignedIn Actor by, @ModelAttribute("shell") Shell shell) {
        SubjectRef of = Subjects.read(subject);
        return new ModelAndView("workflow/alone")
                .addObject("shell", shell)
                .addObject("course", opened(of, by, shell))
                .addObject("bar", Bar.of(of, desk.of(of, by, clock.instant())))
                .addObject("href", kinds.href(of));
    }
}
