package org.sanban.notices.web;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.sanban.notices.Notice;
import org.sanban.notices.Notices;
import org.sanban.notices.Sentences;
import org.sanban.pages.PageLinks;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a person was told: the bell, the list, and reading it. */
@Controller
@Needs(Needs.SIGNED_IN)
class NoticesController {

    private static final int PAGE = 30;

    private final Notices notices;
    private final Sentences sentences;
    private final Clock clock;

    NoticesController(Notices notices, Sentences sentences, Clock clock) {
        this.notices = notices;
        this.sentences = sentences;
        this.clock = clock;
    }

    @GetMapping("/notices/bell")
    String bell(@SignedIn Actor by, Model model) {
        model.addAttribute("unread", notices.unread(by.id()));
        return "notices/bell";
    }

    @GetMapping("/notices")
    String index(
            @RequestParam(defaultValue = "false") boolean all, @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
            @SignedIn Actor by, Locale locale, Model model) {
        List<Notice> found = notices.of(by.id(), !all, before, PAGE + 1);
        List<NoticeLine> lines = found.stream().limit(PAGE)
                .map(n -> new NoticeLine(n.id(), sentences.of(n, locale), n.subject().toString(), n.at(), n.readAt() != null)).toList();
        String list = "/notices?all=" + all;
        model.addAttribute("lines", lines).addAttribute("all", all)
                .addAttribute("pages", new PageLinks(
                        before == Long.MAX_VALUE ? null : list,
                        found.size() > PAGE ? list + "&before=" + lines.getLast().id() : null));
        return "notices/list";
    }

    /** Reads one notice; the page stays. */
    @PostMapping("/notices/{id}/reading")
    String read(@PathVariable long id, @SignedIn Actor by) {
        notices.markRead(by.id(), id, clock.instant());
        return "redirect:/notices";
    }

    @PostMapping("/notices/readings")
    String readAll(@RequestParam long upTo, @SignedIn Actor by) {
        notices.markReadUpTo(by.id(), upTo, clock.instant());
        return "redirect:/notices";
    }
}
