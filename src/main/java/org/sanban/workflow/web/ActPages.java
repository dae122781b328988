package org.sanban.workflow.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.pages.Flash;
import org.sanban.pages.FormView;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.pages.Shell;
import org.sanban.people.Actor;
import org.sanban.workflow.Course;
import org.sanban.workflow.CourseView;
import org.sanban.workflow.Desk;
import org.sanban.workflow.Doing;
import org.sanban.workflow.Kinds;
import org.sanban.workflow.Sheet;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages on which an act is asked for, asked for again after a refusal, or no longer open. */
@Component
class ActPages {

    private static final Set<Doing> MOVES = Set.of(Doing.COMPLETION, Doing.RETURN, Doing.WITHDRAWAL, Doing.FORWARDING, Doing.JUMP, Doing.REOPENING);

    private final Desk desk;
    private final Course course;
    private final Kinds kinds;

    ActPages(Desk desk, Course course, Kinds kinds) {
        this.desk = desk;
        this.course = course;
        this.kinds = kinds;
    }

    ModelAndView ask(
            SubjectRef subject, Doing doing, @Nullable Long task, @Nullable String to, @Nullable Long movement, Actor by, Shell shell, Instant at) {
        Sheet sheet = desk.sheet(subject, doing, task, to, movement, by, at);
        CourseView view = course.of(subject, by, shell.texts(), at);
        if (sheet == null) {
            return page("workflow/gone", view, doing, shell).addObject("form", FormView.of(new Object())).addObject("typed", "");
        }
        return sheet.offers().size() > 1
                ? page("workflow/choose", view, doing, shell).addObject("sheet", sheet)
                : page("workflow/act", view, doing, shell).addObject("sheet", sheet).addObject("form", FormView.of(ActForm.of(sheet)));
    }

    /** After a refusal: the same form with the objections; where the act is gone, what was typed beside the reason. */
    ModelAndView again(SubjectRef subject, Doing doing, ActForm typed, FormView form, Actor by, Shell shell, Instant at) {
        Sheet sheet = desk.sheet(subject, doing, typed.task(), typed.to(), typed.movement(), by, at);
        CourseView view = course.of(subject, by, shell.texts(), at);
        return sheet == null
                ? page("workflow/gone", view, doing, shell).addObject("form", form).addObject("typed", typed.typed())
                : page("workflow/act", view, doing, shell).addObject("form", form).addObject("sheet", sheet);
    }

    /** Everything that keeps the act from being done: what the engine refused, and whatever else the form still lacks. */
    Refused whole(SubjectRef subject, Doing doing, ActForm typed, Refused refused, Actor by, Instant at) {
        Sheet sheet = desk.sheet(subject, doing, typed.task(), typed.to(), typed.movement(), by, at);
        boolean leads = sheet != null && sheet.picks().name().startsWith("LEAD");
        List<Objection> all = new ArrayList<>(Objections.besideTheirFields(refused, leads ? "lead" : "picks"));
        if (sheet != null && doing == Doing.COMPLETION) {
            Objections.missing(sheet, typed).stream().filter(o -> all.stream().noneMatch(said -> Objects.equals(said.field(), o.field()))).forEach(all::add);
        }
        return new Refused(all);
    }

    private ModelAndView page(String view, CourseView course, Doing doing, Shell shell) {
        return new ModelAndView(view).addObject("course", course).addObject("doing", doing).addObject("shell", shell)
                .addObject("href", kinds.href(course.subject()));
    }

    String href(SubjectRef subject) {
        return kinds.href(subject);
    }

    /** Says where it went. */
    void tell(SubjectRef subject, Doing doing, Shell shell, RedirectAttributes next) {
        Desk.Standing now = desk.standing(subject);
        if (!MOVES.contains(doing)) {
            Flash.done(next, "workflow.flash.done", shell.t(doing.key()));
        } else if (doing == Doing.WITHDRAWAL && now.step() != null) {
            Flash.done(next, "workflow.flash.withdrawn", now.step().in(shell.texts().chinese()));
        } else if (now.step() == null) {
            Flash.done(next, "workflow.flash." + now.state());
        } else {
            Flash.done(next, "workflow.flash.sent", now.holders(), now.step().in(shell.texts().chinese()));
        }
    }
}
