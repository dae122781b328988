package org.sanban.meetings.web;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sanban.files.Attachment;
import org.sanban.files.Upload;
import org.sanban.meetings.Bodies;
import org.sanban.meetings.Meetings;
import org.sanban.meetings.agenda.Agenda;
import org.sanban.meetings.papers.Materials;
import org.sanban.meetings.papers.Plates;
import org.sanban.meetings.papers.Seating;
import org.sanban.meetings.replies.Attendees;
import org.sanban.meetings.web.MeetingForms.FileForm;
import org.sanban.meetings.web.MeetingForms.HoldersForm;
import org.sanban.meetings.web.MeetingForms.MaterialForm;
import org.sanban.pages.FormView;
import org.sanban.pages.NotFound;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.pages.RequestId;
import org.sanban.pages.Shell;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
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

/** What lies on the table: materials, seats, name plates, passes. */
@Controller
@RequestMapping("/meetings/{id:\\d+}/papers")
@Needs(Needs.SIGNED_IN)
class PapersController {

    private static final List<String> PRINTED = List.of("plates", "list", "sign");

    private final Materials materials;
    private final Seating seating;
    private final Plates plates;
    private final Attendees attendees;
    private final Agenda agenda;
    private final Bodies bodies;
    private final Meetings meetings;
    private final MeetingPages pages;
    private final Clock clock;

    PapersController(
            Materials materials, Seating seating, Plates plates, Attendees attendees, Agenda agenda, Bodies bodies, Meetings meetings, MeetingPages pages, Clock clock) {
        this.materials = materials;
        this.seating = seating;
        this.plates = plates;
        this.attendees = attendees;
        this.agenda = agenda;
        this.bodies = bodies;
        this.meetings = meetings;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(@PathVariable long id, @SignedIn Actor by, @ModelAttribute("shell") Shell shell) {
        return tab(id, Map.of(), by, shell, HttpStatus.OK);
    }

    private ModelAndView tab(long id, Map<String, FormView> sent, Actor by, Shell shell, HttpStatus status) {
        return pages.page("papers", id, sent, by, shell, status).addObject("materials", materials.of(id)).addObject("row", Seating.row(seating.seated(id)))
                .addObject("seated", seating.seated(id)).addObject("attendees", attendees.of(id)).addObject("items", agenda.of(id));
    }

    @PostMapping("/materials")
    ModelAndView list(@PathVariable long id, @ModelAttribute("form") MaterialForm form, BindingResult wrong, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return pages.write(id, "papers", "material", wrong, by, shell, next, this::tab, () -> materials.list(
                id, form.item(), MeetingForms.text(form.title()), bodies.one(form.from(), "from"), MeetingForms.instant(form.due(), "due", clock.getZone()),
                Boolean.TRUE.equals(form.takeBack()), by, clock.instant()));
    }

    @PostMapping("/materials/{material:\\d+}/versions")
    ModelAndView receive(
            @PathVariable long id, @PathVariable long material, @ModelAttribute("form") FileForm form, BindingResult wrong, @RequestParam(required = false) @Nullable String requestId,
            @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        String key = requestId == null || requestId.isBlank() || requestId.length() > 100 ? RequestId.next() : requestId;
        return pages.write(id, "papers", "file-" + material, wrong, by, shell, next, this::tab, () -> {
            if (form.file() == null || form.file().isEmpty()) {
                throw new Refused(Objection.of("meetings.refusal.empty").at("file"));
            }
            try (var in = form.file().getInputStream()) {
                materials.receive(id, material, new Upload(Objects.requireNonNullElse(form.file().getOriginalFilename(), ""), in, Attachment.Copy.ATTACHMENT), by, clock.instant(), key);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    @PostMapping("/materials/{material:\\d+}/copies")
    ModelAndView handOut(@PathVariable long id, @PathVariable long material, @ModelAttribute("form") HoldersForm form, BindingResult wrong, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return pages.write(id, "papers", "holders-" + material, wrong, by, shell, next, this::tab,
                () -> materials.handOut(id, material, MeetingForms.lines(form.holders()), by, clock.instant()));
    }

    @PostMapping("/materials/{material:\\d+}/copies/{copy:\\d+}/return")
    ModelAndView takeBack(@PathVariable long id, @PathVariable long material, @PathVariable long copy, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return pages.press(id, "papers", by, shell, next, this::tab, () -> materials.takeBack(id, material, copy, by, clock.instant()));
    }

    @PostMapping("/seats")
    ModelAndView arrange(@PathVariable long id, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return pages.press(id, "papers", by, shell, next, this::tab, () -> seating.arrange(id, by, clock.instant()));
    }

    @PostMapping("/seats/{attendee:\\d+}")
    ModelAndView move(@PathVariable long id, @PathVariable long attendee, @RequestParam(defaultValue = "0") int seat, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return pages.press(id, "papers", by, shell, next, this::tab, () -> seating.move(id, attendee, seat, by, clock.instant()));
    }

    @PostMapping("/plates/check")
    ModelAndView check(@PathVariable long id, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return pages.press(id, "papers", by, shell, next, this::tab, () -> seating.checkPlates(id, by, clock.instant()));
    }

    /** Plates, list and passes to be printed, from the one list of names. @param what {@code plates}, {@code list}, {@code sign} */
    @GetMapping("/print/{what}")
    ResponseEntity<byte[]> print(@PathVariable long id, @PathVariable String what, @SignedIn Actor by, @ModelAttribute("shell") Shell shell) {
        if (!PRINTED.contains(what)) {
            throw new NotFound();
        }
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).header("Content-Disposition", "inline; filename=\"" + what + "-" + id + ".pdf\"")
                .body(plates.pdf(meetings.one(id, by), what));
    }

    @GetMapping("/passes")
    ModelAndView passes(@PathVariable long id, @SignedIn Actor by, @ModelAttribute("shell") Shell shell) {
        ModelAndView page = pages.page("passes", id, Map.of(), by, shell, HttpStatus.OK);
        MeetingView view = (MeetingView) Objects.requireNonNull(page.getModel().get("view"));
        if (!view.runs()) {
            throw new NotFound();
        }
        return page.addObject("attendees", attendees.of(id).stream().filter(a -> a.comes()).toList());
    }
}
