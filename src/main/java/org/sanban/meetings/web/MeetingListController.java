package org.sanban.meetings.web;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sanban.meetings.Meetings;
import org.sanban.pages.Shell;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Meetings as a list: filtered by the address, paged by key; with a year, the yearly plan (年度会议计划). */
@Controller
@Needs(Needs.SIGNED_IN)
class MeetingListController {

    private static final int PAGE = 50;

    private final Meetings meetings;
    private final MeetingPages pages;
    private final Clock clock;

    MeetingListController(Meetings meetings, MeetingPages pages, Clock clock) {
        this.meetings = meetings;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/meetings")
    String list(ListForm form, @RequestParam(required = false) @Nullable String after, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, Model model) {
        List<Meetings.Line> found = meetings.page(form.filter(clock), after, PAGE + 1, by);
        List<Meetings.Line> lines = found.stream().limit(PAGE).toList();
        model.addAttribute("lines", lines).addAttribute("form", form).addAttribute("words", pages.words(shell.texts()))
                .addAttribute("plans", PlanController.plans(by))
                .addAttribute("pages", form.address().pages(after, found.size() > PAGE ? lines.getLast().cursor() : null)).addAttribute("shell", shell);
        return "meetings/list";
    }
}
