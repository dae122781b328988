package org.sanban.outgoing.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.sanban.collation.Comparison;
import org.sanban.layout.Page;
import org.sanban.layout.Typesetting;
import org.sanban.outgoing.OfficialForm;
import org.sanban.outgoing.RenderedProofs;
import org.sanban.pages.Flash;
import org.sanban.pages.FormView;
import org.sanban.pages.NotFound;
import org.sanban.pages.Shell;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.springframework.http.CacheControl;
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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The paper in its official form (版式): its pages as pictures, and as PDF, OFD and DOCX. */
@Controller
@RequestMapping("/documents/outgoing/{id:\\d+}/form")
@Needs(Needs.SIGNED_IN)
class FormController {

    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml");

    /** @param requestId by which the same request is known again */
    record Making(RenderedProofs.@Nullable As as, @Nullable String requestId) {}

    private final OfficialForm form;
    private final RenderedProofs proofs;
    private final Typesetting typesetting;
    private final Clock clock;

    FormController(OfficialForm form, RenderedProofs proofs, Typesetting typesetting, Clock clock) {
        this.form = form;
        this.proofs = proofs;
        this.typesetting = typesetting;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(@PathVariable long id, @SignedIn Actor by, @ModelAttribute("shell") Shell shell) {
        return page(id, FormView.of(new Making(null, null)), by, shell, HttpStatus.OK);
    }

    /** A proof, compared at once; what differs is on the page of the comparison. */
    @PostMapping("/proofs")
    ModelAndView proof(
            @PathVariable long id, @ModelAttribute("form") Making making, BindingResult errors, @SignedIn Actor by, @ModelAttribute("shell") Shell shell,
            RedirectAttributes next) {
        AtomicReference<Comparison> made = new AtomicReference<>();
        form.of(id, by);
        return Submission.refused("proof", errors, () -> made.set(proofs.proof(id, StepForms.need(making.as(), "as"), by, clock.instant(), StepForms.request(making.requestId()))))
                .map(status -> page(id, FormView.of(errors), by, shell, status))
                .orElseGet(() -> {
                    Flash.done(next, made.get().differences().isEmpty() ? "outgoing.form.same" : "outgoing.form.differs");
                    return new ModelAndView("redirect:/collations/outgoing/" + id + "/print");
                });
    }

    private ModelAndView page(long id, FormView making, Actor by, Shell shell, HttpStatus status) {
        ModelAndView page = new ModelAndView("outgoing/form", status);
        OfficialForm.Formed formed = form.of(id, by);
        return page.addObject("shell", shell).addObject("id", id).addObject("formed", formed).addObject("form", making)
                .addObject("proves", formed.signed() && proofs.may(id, by));
    }

    @GetMapping("/pages/{number}")
    ResponseEntity<byte[]> page(@PathVariable long id, @PathVariable int number, @SignedIn Actor by) {
        Page page = form.of(id, by).sheet().pages().stream().filter(one -> one.number() == number).findFirst().orElseThrow(NotFound::new);
        return ResponseEntity.ok().contentType(SVG).cacheControl(CacheControl.noStore()).body(typesetting.svg(page).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/pdf")
    ResponseEntity<byte[]> pdf(@PathVariable long id, @SignedIn Actor by) {
        return FormFiles.answer(proofs, id, "pdf", by);
    }

    @GetMapping("/ofd")
    ResponseEntity<byte[]> ofd(@PathVariable long id, @SignedIn Actor by) {
        return FormFiles.answer(proofs, id, "ofd", by);
    }

    @GetMapping("/docx")
    ResponseEntity<byte[]> docx(@PathVariable long id, @SignedIn Actor by) {
        return FormFiles.answer(proofs, id, "docx", by);
    }
}
