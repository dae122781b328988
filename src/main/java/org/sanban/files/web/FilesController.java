package org.sanban.files.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.files.Attachments;
import org.sanban.files.Doors;
import org.sanban.files.Upload;
import org.sanban.pages.Flash;
import org.sanban.pages.FormView;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The files of a subject: a fragment of its page, or a page of its own where there is no JavaScript. */
@Controller
@Needs(Needs.SIGNED_IN)
class FilesController {

    private final Attachments attachments;
    private final Doors doors;
    private final FileLists lists;
    private final Clock clock;

    FilesController(Attachments attachments, Doors doors, FileLists lists, Clock clock) {
        this.attachments = attachments;
        this.doors = doors;
        this.lists = lists;
        this.clock = clock;
    }

    @GetMapping("/files")
    String index(@RequestParam String subject, @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx, @SignedIn Actor by, Model model) {
        return show(FileLists.subject(subject), FormView.of(AddForm.empty(subject)), htmx, by, model);
    }

    @PostMapping("/files")
    String create(
            @ModelAttribute("form") AddForm form, BindingResult errors, @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            @SignedIn Actor by, Model model, HttpServletResponse response, RedirectAttributes next) throws IOException {
        SubjectRef subject = FileLists.subject(form.subject());
        doors.forAttaching(subject, by);
        if (!errors.hasErrors()) {
            try {
                add(form, subject, by);
            } catch (Refused refused) {
                refused.into(errors);
            }
        }
        if (errors.hasErrors()) {
            response.setStatus(422);
            return show(subject, FormView.of(errors), htmx, by, model);
        }
        if (htmx != null) {
            return show(subject, FormView.of(AddForm.empty(subject.toString())), htmx, by, model);
        }
        Flash.done(next, "files.list.added");
        return "redirect:/go?subject=" + URLEncoder.encode(subject.toString(), StandardCharsets.UTF_8);
    }

    private void add(AddForm form, SubjectRef subject, Actor by) throws IOException {
        int number = 0;
        for (MultipartFile file : form.given()) {
            attachments.add(subject, Upload.of(file, form.copyOrDefault()), by, clock.instant(), form.request() + "." + number++);
        }
    }

    private String show(SubjectRef subject, FormView form, @Nullable String htmx, Actor by, Model model) {
        model.addAttribute("files", lists.of(subject, by)).addAttribute("form", form);
        return htmx != null ? "files/list" : "files/page";
    }
}
