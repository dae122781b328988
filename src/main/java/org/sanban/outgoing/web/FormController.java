package org.sanban.outgoing.web;

import java.nio.charset.StandardCharsets;
import org.sanban.layout.Page;
import org.sanban.layout.Typesetting;
import org.sanban.outgoing.OfficialForm;
import org.sanban.pages.NotFound;
import org.sanban.pages.Shell;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The paper in its official form (版式): its pages as pictures, and as PDF, OFD and DOCX. */
@Controller
@RequestMapping("/documents/outgoing/{id:\\d+}/form")
@Needs(Needs.SIGNED_IN)
class FormController {

    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml");
    private static final MediaType OFD = MediaType.parseMediaType("application/ofd");
    private static final MediaType DOCX = MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final OfficialForm form;
    private final Typesetting typesetting;

    FormController(OfficialForm form, Typesetting typesetting) {
        this.form = form;
        this.typesetting = typesetting;
    }

    @GetMapping
    ModelAndView show(@PathVariable long id, @SignedIn Actor by, @ModelAttribute("shell") Shell shell) {
        return new ModelAndView("outgoing/form").addObject("shell", shell).addObject("id", id).addObject("formed", form.of(id, by));
    }

    @GetMapping("/pages/{number}")
    ResponseEntity<byte[]> page(@PathVariable long id, @PathVariable int number, @SignedIn Actor by) {
        Page page = form.of(id, by).sheet().pages().stream().filter(one -> one.number() == number).findFirst().orElseThrow(NotFound::new);
        return ResponseEntity.ok().contentType(SVG).cacheControl(CacheControl.noStore()).body(typesetting.svg(page).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/pdf")
    ResponseEntity<byte[]> pdf(@PathVariable long id, @SignedIn Actor by) {
        OfficialForm.Formed formed = form.of(id, by);
        return file(typesetting.pdf(formed.sheet(), title(formed)), MediaType.APPLICATION_PDF, title(formed) + ".pdf");
    }

    @GetMapping("/ofd")
    ResponseEntity<byte[]> ofd(@PathVariable long id, @SignedIn Actor by) {
        OfficialForm.Formed formed = form.of(id, by);
        return file(typesetting.ofd(formed.sheet(), title(formed)), OFD, title(formed) + ".ofd");
    }

    @GetMapping("/docx")
    ResponseEntity<byte[]> docx(@PathVariable long id, @SignedIn Actor by) {
        OfficialForm.Formed formed = form.of(id, by);
        return file(typesetting.docx(formed.paper()), DOCX, title(formed) + ".docx");
    }

    private static String title(OfficialForm.Formed formed) {
        return formed.paper().title().isEmpty() ? String.join("", formed.paper().markNames()) : formed.paper().title();
    }

    private static ResponseEntity<byte[]> file(byte[] bytes, MediaType type, String name) {
        return ResponseEntity.ok().contentType(type).cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString())
                .body(bytes);
    }
}
