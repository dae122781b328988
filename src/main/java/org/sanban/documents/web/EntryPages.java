package org.sanban.documents.web;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sanban.documents.IncomingReading;
import org.sanban.documents.Medium;
import org.sanban.documents.Paper;
import org.sanban.documents.UrgencyMark;
import org.sanban.files.Attachment;
import org.sanban.files.Upload;
import org.sanban.pages.FormView;
import org.sanban.pages.NotFound;
import org.sanban.pages.RequestId;
import org.sanban.pages.Shell;
import org.sanban.people.Actor;
import org.sanban.people.Clearance;
import org.sanban.people.Organizations;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.validation.MapBindingResult;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The registration form as it is shown: blank, after the last one, filled from a paste, or refused. */
@Component
class EntryPages {

    private final IncomingReading reading;
    private final Organizations organizations;
    private final Clock clock;

    EntryPages(IncomingReading reading, Organizations organizations, Clock clock) {
        this.reading = reading;
        this.organizations = organizations;
        this.clock = clock;
    }

    ModelAndView entry(FormView form, Shell shell, HttpStatus status) {
        return page("documents/incoming-new", form, shell, status);
    }

    ModelAndView page(String view, FormView form, Shell shell, HttpStatus status) {
        ModelAndView page = new ModelAndView(view);
        page.setStatus(status);
        page.addObject("shell", shell);
        page.addObject("form", form);
        page.addObject("choices", new PaperChoices(shell.texts(), organizations.all()));
        return page;
    }

    /** @param like the paper entered before, whose sender and way are kept; null for none */
    FormView blank(@Nullable Long like, Actor by) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("receivedAt", clock.instant().atZone(clock.getZone()).toLocalDateTime().withSecond(0).withNano(0));
        fields.put("channel", "E_EXCHANGE");
        fields.put("copiesCounted", true);
        fields.put("pagesChecked", true);
        fields.put("sealIntact", true);
        fields.put("urgency", UrgencyMark.NONE);
        fields.put("secrecy", Clearance.NONE);
        fields.put("medium", Medium.PAPER);
        fields.put("keep", true);
        if (like != null) {
            before(like, by, fields);
        }
        return form(fields, 0, RequestId.next());
    }

    private void before(long like, Actor by, Map<String, Object> fields) {
        try {
            Paper paper = reading.one(like, by);
            fields.put("sender", paper.particulars().senderName());
            fields.put("channel", paper.receipt().channel());
            fields.put("medium", paper.particulars().medium());
        } catch (NotFound gone) {
            // nothing to remember: the form stays blank
        }
    }

    /** What was typed stays; what the paste says fills the fields that are empty. */
    FormView filled(Map<String, String[]> typed, Map<String, String> found) {
        Map<String, Object> fields = new LinkedHashMap<>();
        typed.forEach((name, values) -> fields.put(name, values.length == 0 ? "" : values[0]));
        found.forEach((name, value) -> {
            Object there = fields.get(name);
            if (there == null || there.toString().isBlank() || there.toString().equals("NONE") || name.equals("medium")) {
                fields.put(name, value);
            }
        });
        return form(fields, 0, RequestId.next());
    }

    static FormView form(Map<String, Object> fields, int version, String requestId) {
        return new FormView(new MapBindingResult(fields, "form"), version, requestId);
    }

    static List<Upload> uploads(PaperForm form) throws IOException {
        List<Upload> uploads = new ArrayList<>();
        for (MultipartFile file : form.given()) {
            uploads.add(Upload.of(file, uploads.isEmpty() ? Attachment.Copy.ORIGINAL : Attachment.Copy.ATTACHMENT));
        }
        return uploads;
    }
}
