package org.sanban.security.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.Anchor;
import org.sanban.audit.Sealing;
import org.sanban.audit.Trail;
import org.sanban.pages.Choice;
import org.sanban.pages.Refused;
import org.sanban.pages.Shell;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.sanban.security.VerificationRuns;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The trail as the audit administrator reads, exports and verifies it. */
@Controller
@Needs(AuditController.RIGHT)
class AuditController {

    static final String RIGHT = "audit.read";
    private static final String PATH = "/admin/audit";
    private static final int PAGE = 50;

    private final Trail trail;
    private final Sealing sealing;
    private final VerificationRuns runs;
    private final AuditExport export;
    private final AuditWords words;
    private final Directory directory;
    private final Clock clock;

    AuditController(
            Trail trail, Sealing sealing, VerificationRuns runs, AuditExport export, AuditWords words, Directory directory, Clock clock) {
        this.trail = trail;
        this.sealing = sealing;
        this.runs = runs;
        this.export = export;
        this.words = words;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping(PATH)
    String list(AuditFilter filter, @RequestParam(required = false) @Nullable String after, Model model) {
        List<Trail.Entry> found = trail.search(filter.in(clock.getZone()), AuditCursor.read(after), PAGE + 1);
        List<Trail.Entry> shown = found.subList(0, Math.min(PAGE, found.size()));
        model.addAttribute("filter", filter).addAttribute("kinds", trail.kinds()).addAttribute("words", words.codes());
        model.addAttribute("lines", AuditLine.of(shown, directory));
        model.addAttribute("persons", directory.active().stream().map(p -> Choice.of(p.id(), p.name(), p.post())).toList());
        model.addAttribute("seal", sealing.newest().orElse(null));
        model.addAttribute("run", runs.latest().orElse(null));
        model.addAttribute("export", filter.address(PATH + "/export").toString());
        model.addAttribute("pages", filter.address(PATH).pages(after, found.size() > PAGE ? AuditCursor.write(shown.getLast()) : null));
        return "audit/trail";
    }

    @GetMapping(PATH + "/export")
    void export(AuditFilter filter, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, HttpServletResponse response)
            throws IOException {
        Instant now = clock.instant();
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader("Content-Disposition", "attachment; filename=\"audit.xlsx\"");
        export.write(filter.in(clock.getZone()), by, now, shell.texts(), response.getOutputStream());
    }

    @PostMapping(PATH + "/verification")
    String verify(@RequestParam(defaultValue = "") String anchor, @SignedIn Actor by, Model model, HttpServletResponse response) {
        try {
            runs.start(by, anchor.isBlank() ? null : Anchor.of(anchor));
            return "redirect:" + PATH;
        } catch (Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("anchor", anchor).addAttribute("wrong", refused.objections());
            return list(AuditFilter.ALL, null, model);
        }
    }

    /** How far it is, for the page that asks by itself. */
    @GetMapping(PATH + "/verification")
    String progress(Model model) {
        model.addAttribute("run", runs.latest().orElse(null));
        return "audit/verification";
    }
}
