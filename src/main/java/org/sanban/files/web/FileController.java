package org.sanban.files.web;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.sanban.files.Attachment;
import org.sanban.files.Attachments;
import org.sanban.files.Doors;
import org.sanban.pages.Flash;
import org.sanban.pages.FormView;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One file: handed out, shown in the page, withdrawn. Only through the rights on its subject. */
@Controller
@RequestMapping("/files/{id}")
@Needs(Needs.SIGNED_IN)
class FileController {

    /** Why a file is withdrawn. */
    public record VoidForm(String reason) {}

    private final Attachments attachments;
    private final Doors doors;
    private final Handing handing;
    private final Clock clock;

    FileController(Attachments attachments, Doors doors, Handing handing, Clock clock) {
        this.attachments = attachments;
        this.doors = doors;
        this.handing = handing;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<InputStreamResource> download(@PathVariable long id, @SignedIn Actor by) {
        return handing.over(readable(id, by), false);
    }

    @GetMapping("/inline")
    ResponseEntity<InputStreamResource> inline(@PathVariable long id, @SignedIn Actor by) {
        Attachment file = readable(id, by);
        return handing.over(file, file.type().shows());
    }

    @GetMapping("/preview")
    String preview(@PathVariable long id, @SignedIn Actor by, Model model) {
        model.addAttribute("file", readable(id, by));
        return "files/preview";
    }

    @GetMapping("/voiding")
    String askVoid(@PathVariable long id, @SignedIn Actor by, Model model) {
        return voiding(voidable(id, by), FormView.of(new VoidForm("")), model);
    }

    @PostMapping("/voiding")
    String createVoid(
            @PathVariable long id, @ModelAttribute("form") VoidForm form, BindingResult errors, @SignedIn Actor by, Model model,
            HttpServletResponse response, RedirectAttributes next) {
        Attachment file = voidable(id, by);
        try {
            if (!errors.hasErrors()) {
                attachments.void_(id, form.reason(), by, clock.instant());
                Flash.done(next, "files.list.voided", file.name());
                return "redirect:/go?subject=" + URLEncoder.encode(file.subject().toString(), StandardCharsets.UTF_8);
            }
        } catch (Refused refused) {
            refused.into(errors);
        }
        response.setStatus(422);
        return voiding(file, FormView.of(errors), model);
    }

    private static String voiding(Attachment file, FormView form, Model model) {
        model.addAttribute("file", file).addAttribute("form", form);
        return "files/voiding";
    }

    private Attachment readable(long id, Actor by) {
        Attachment file = attachments.one(id);
        doors.forReading(file.subject(), by);
        return file;
    }

    private Attachment voidable(long id, Actor by) {
        Attachment file = attachments.one(id);
        doors.forAttaching(file.subject(), by);
        return file;
    }
}
