package org.sanban.workflow.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.pages.PageLinks;
import org.sanban.pages.Shell;
import org.sanban.people.Actor;
import org.sanban.workflow.Course;
import org.sanban.workflow.Desk;
import org.sanban.workflow.DoneLine;
import org.sanban.workflow.Kinds;
import org.sanban.workflow.Remaining;
import org.sanban.workflow.TrayCursor;
import org.sanban.workflow.TrayFilter;
import org.sanban.workflow.TrayLine;
import org.sanban.workflow.Trays;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Puts trays into pages. */
@Component
class TrayPages {

    static final int PAGE = 50;

    private final Trays trays;
    private final Course course;
    private final Desk desk;
    private final Kinds kinds;
    private final Remaining remaining;
    private final Clock clock;

    TrayPages(Trays trays, Course course, Desk desk, Kinds kinds, Remaining remaining, Clock clock) {
        this.trays = trays;
        this.course = course;
        this.desk = desk;
        this.kinds = kinds;
        this.remaining = remaining;
        this.clock = clock;
    }

    ModelAndView waiting(TrayFilter filter, @Nullable TrayCursor after, Actor by, Shell shell, Instant at) {
        Instant today = at.atZone(clock.getZone()).toLocalDate().atStartOfDay(clock.getZone()).toInstant();
        Trays.Tray tray = trays.page(by, filter, after, PAGE + 1, today, at);
        boolean more = tray.lines().size() > PAGE;
        List<TrayLine> lines = more ? tray.lines().subList(0, PAGE) : tray.lines();
        String query = filter.tab() == null ? "" : "tab=" + filter.tab() + "&";
        return new ModelAndView("workflow/tray")
                .addObject("shell", shell)
                .addObject("urgent", rows(lines.stream().filter(TrayLine::urgent).toList(), shell, at))
                .addObject("ordinary", rows(lines.stream().filter(l -> !l.urgent()).toList(), shell, at))
                .addObject("tabs", tray.tabs())
                .addObject("tab", filter.tab() == null ? "" : filter.tab())
                .addObject("doneToday", tray.doneToday())
                .addObject("links", new PageLinks(
                        after == null ? null : "/tray?" + query, more ? "/tray?" + query + "after=" + lines.getLast().cursor() : null));
    }

    private List<TrayRow> rows(List<TrayLine> lines, Shell shell, Instant at) {
        return lines.stream()
                .map(l -> new TrayRow(l, shell.t(kinds.nameKey(l.subject().kind())), remaining.of(l.timing(), shell.texts(), at)))
                .toList();
    }

    ModelAndView done(@Nullable TrayCursor after, Actor by, Shell shell, Instant at) {
        return list("done", trays.doneBy(by, after, PAGE + 1, at), after, shell);
    }

    ModelAndView followed(@Nullable TrayCursor after, Actor by, Shell shell, Instant at) {
        return list("followed", trays.followed(by, after, PAGE + 1, at), after, shell);
    }

    private ModelAndView list(String which, List<DoneLine> read, @Nullable TrayCursor after, Shell shell) {
        boolean more = read.size() > PAGE;
        List<DoneLine> lines = more ? read.subList(0, PAGE) : read;
        return new ModelAndView("workflow/tray-list")
                .addObject("shell", shell)
                .addObject("which", which)
                .addObject("lines", lines)
                .addObject("kinds", kinds)
                .addObject("links", new PageLinks(
                        after == null ? null : "/tray/" + which, more ? "/tray/" + which + "?after=" + lines.getLast().cursor() : null));
    }

    /** The number on the badge. */
    String count(Actor by) {
        int count = trays.count(by);
        return count >= Trays.MOST ? Trays.MOST - 1 + "+" : String.valueOf(count);
    }

    ModelAndView preview(SubjectRef subject, Actor by, Shell shell, Instant at) {
        return new ModelAndView("workflow/preview")
                .addObject("shell", shell)
                .addObject("course", course.of(subject, by, shell.texts(), at))
                .addObject("kind", shell.t(kinds.nameKey(subject.kind())))
                .addObject("href", kinds.href(subject))
                .addObject("bar", Bar.of(subject, desk.of(subject, by, at)));
    }
}
