package org.sanban.meetings.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sanban.meetings.Meetings;
import org.sanban.meetings.event.Guest;
import org.sanban.meetings.event.Guests;
import org.sanban.meetings.web.EventForms.CellForm;
import org.sanban.meetings.web.EventForms.GuestsForm;
import org.sanban.pages.FormView;
import org.sanban.pages.ListAddress;
import org.sanban.pages.NotFound;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.pages.Shell;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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

/** Guests of a large event: for those who run it alone, since they are persons' data. */
@Controller
@RequestMapping("/meetings/{id:\\d+}/guests")
@Needs(Needs.SIGNED_IN)
class GuestsController {

    private static final int PAGE = 100;

    private final Guests guests;
    private final Meetings meetings;
    private final MeetingPages pages;
    private final Clock clock;

    GuestsController(Guests guests, Meetings meetings, MeetingPages pages, Clock clock) {
        this.guests = guests;
        this.meetings = meetings;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(
            @PathVariable long id, @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String after, @RequestParam(required = false) @Nullable Long edit,
            @SignedIn Actor by, @ModelAttribute("shell") Shell shell) {
        return tab(id, Map.of(), by, shell, HttpStatus.OK, q, after, edit);
    }

    private ModelAndView tab(long id, Map<String, FormView> sent, Actor by, Shell shell, HttpStatus status) {
        return tab(id, sent, by, shell, status, "", "", null);
    }

    private ModelAndView tab(long id, Map<String, FormView> sent, Actor by, Shell shell, HttpStatus status, String q, String after, @Nullable Long edit) {
        ModelAndView page = pages.page("guests", id, sent, by, shell, status);
        runs(page);
        List<Guest> found = guests.page(id, q.strip(), after, PAGE + 1);
        List<Guest> lines = found.stream().limit(PAGE).toList();
        return page.addObject("guests", lines).addObject("count", guests.count(id)).addObject("q", q).addObject("unseen", guests.unseen(id, by)).addObject("behind", guests.behind(id))
                .addObject("edit", edit)
                .addObject("pages", ListAddress.of("/meetings/" + id + "/guests").with("q", q).pages(after.isEmpty() ? null : after, found.size() > PAGE ? lines.getLast().no() : null));
    }

    private static void runs(ModelAndView page) {
        if (!(page.getModel().get("view") instanceof MeetingView view && view.runs())) {
            throw new NotFound();
        }
    }

    @PostMapping
    ModelAndView take(@PathVariable long id, @ModelAttribute("form") GuestsForm form, BindingResult wrong, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return pages.write(id, "guests", "guests", wrong, by, shell, next, this::tab, () -> {
            if (form.file() == null || form.file().isEmpty()) {
                throw new Refused(Objection.of("meetings.refusal.empty").at("file"));
            }
            try (var in = form.file().getInputStream()) {
                guests.take(id, in, by, clock.instant());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @PostMapping("/{guest:\\d+}")
    ModelAndView change(@PathVariable long id, @PathVariable long guest, @ModelAttribute("form") CellForm form, BindingResult wrong, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        MeetingPages.Tab again = (m, sent, who, around, status) -> tab(m, sent, who, around, status, "", "", guest);
        return pages.write(id, "guests", "cell", wrong, by, shell, next, again,
                () -> guests.change(id, guest, MeetingForms.version(form.version()), MeetingForms.text(form.column()), MeetingForms.text(form.value()), by, clock.instant()));
    }

    @PostMapping("/seen")
    ModelAndView seen(@PathVariable long id, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return pages.press(id, "guests", by, shell, next, this::tab, () -> guests.seen(id, by, clock.instant()));
    }

    /** The list as a workbook. Whoever takes it is told of every change from then on. */
    @PostMapping("/copies")
    ResponseEntity<byte[]> export(@PathVariable long id, @SignedIn Actor by, @ModelAttribute("shell") Shell shell) throws IOException {
        runs(pages.page("guests", id, Map.of(), by, shell, HttpStatus.OK));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        guests.export(meetings.one(id, by).id(), shell.texts().locale(), out, by, clock.instant());
        return ResponseEntity.ok().header("Content-Type", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .header("Content-Disposition", "attachment; filename=\"guests-" + id + ".xlsx\"").body(out.toByteArray());
    }
}
