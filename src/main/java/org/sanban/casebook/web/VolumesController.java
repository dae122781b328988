package org.sanban.casebook.web;

import jakarta.validation.Valid;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sanban.casebook.Case;
import org.sanban.casebook.CasePrint;
import org.sanban.casebook.CaseWords;
import org.sanban.casebook.Volume;
import org.sanban.casebook.Volumes;
import org.sanban.casebook.web.CasebookForms.VolumeForm;
import org.sanban.errors.Taxonomy;
import org.sanban.pages.Choice;
import org.sanban.pages.Flash;
import org.sanban.pages.FormView;
import org.sanban.pages.Refused;
import org.sanban.pages.RequestId;
import org.sanban.pages.Shell;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.ui.ModelMap;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Volumes: read as a book, printed, bound anew. */
@Controller
@Needs(Needs.SIGNED_IN)
class VolumesController {

    private static final MediaType DOCX = MediaType.valueOf("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final Volumes volumes;
    private final CasePrint print;
    private final Taxonomy taxonomy;
    private final Clock clock;

    VolumesController(Volumes volumes, CasePrint print, Taxonomy taxonomy, Clock clock) {
        this.volumes = volumes;
        this.print = print;
        this.taxonomy = taxonomy;
        this.clock = clock;
    }

    @GetMapping("/casebook/volumes")
    String list(@SignedIn Actor by, Model model) {
        model.addAttribute("volumes", volumes.all()).addAttribute("edits", by.may(CasebookNavigation.EDIT));
        return "casebook/volumes";
    }

    @GetMapping("/casebook/volumes/{id:\\d+}")
    String show(@PathVariable long id, @ModelAttribute("shell") Shell shell, Model model) {
        model.addAttribute("volume", volumes.one(id)).addAttribute("cases", volumes.cases(id)).addAttribute("words", CaseWords.of(taxonomy, shell.texts()));
        return "casebook/volume";
    }

    @GetMapping("/casebook/volumes/{id:\\d+}/pdf")
    ResponseEntity<byte[]> pdf(@PathVariable long id, @ModelAttribute("shell") Shell shell) {
        Volume volume = volumes.one(id);
        return file(volume, print.pdf(volume, volumes.cases(id), shell.texts()), "pdf", MediaType.APPLICATION_PDF);
    }

    @GetMapping("/casebook/volumes/{id:\\d+}/docx")
    ResponseEntity<byte[]> docx(@PathVariable long id, @ModelAttribute("shell") Shell shell) {
        Volume volume = volumes.one(id);
        return file(volume, print.docx(volume, volumes.cases(id), shell.texts()), "docx", DOCX);
    }

    private static ResponseEntity<byte[]> file(Volume volume, byte[] content, String ending, MediaType type) {
        ContentDisposition attachment = ContentDisposition.attachment().filename(volume.title() + "." + ending, StandardCharsets.UTF_8).build();
        return ResponseEntity.ok().contentType(type).headers(h -> h.setContentDisposition(attachment)).body(content);
    }

    /** The days are asked for first: they say which cases are proposed. The last half-year unless others are named. */
    @GetMapping("/casebook/volumes/new")
    @Needs(CasebookNavigation.EDIT)
    ModelAndView blank(@RequestParam(required = false) @Nullable LocalDate from, @RequestParam(required = false) @Nullable LocalDate until) {
        LocalDate today = LocalDate.now(clock);
        LocalDate end = until != null ? until : today.withDayOfYear(1).plusMonths(today.getMonthValue() > 6 ? 6 : 0).minusDays(1);
        LocalDate begin = from != null ? from : end.plusDays(1).minusMonths(6);
        List<Long> proposed = volumes.proposed(start(begin), start(end.plusDays(1))).stream().map(Case::id).toList();
        return page(FormView.of(new VolumeForm("", begin, end, "", proposed, null)), HttpStatus.OK);
    }

    @PostMapping("/casebook/volumes")
    @Needs(CasebookNavigation.EDIT)
    ModelAndView bind(@Valid @ModelAttribute("form") VolumeForm form, BindingResult errors, @SignedIn Actor by, RedirectAttributes next) {
        if (!errors.hasErrors()) {
            try {
                Volume bound = volumes.publish(form.binding(), by, clock.instant(), Objects.requireNonNullElseGet(form.requestId(), RequestId::next));
                Flash.done(next, "casebook.done.bound", bound.title(), bound.cases());
                return new ModelAndView("redirect:/casebook/volumes/" + bound.id());
            } catch (Refused refused) {
                refused.into(errors);
            }
        }
        return page(FormView.of(errors), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView page(FormView form, HttpStatus status) {
        List<Choice> cases = volumes.proposed(java.time.Instant.EPOCH, clock.instant().plusSeconds(1)).stream()
                .map(c -> Choice.of(c.id(), c.ref() + "　" + c.text().title())).toList();
        return new ModelAndView("casebook/bind", new ModelMap("form", form).addAttribute("cases", cases), status);
    }

    private java.time.Instant start(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }
}
