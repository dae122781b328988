package org.sanban.checking.web;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.checking.Findings;
import org.sanban.checking.Judging;
import org.sanban.checking.Look;
import org.sanban.pages.Flash;
import org.sanban.pages.NotFound;
import org.sanban.pages.Refused;
import org.sanban.pages.Shell;
import org.sanban.pages.Stale;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the rules find in a paper, beside its text and on a page of its own; what a person makes of each. */
@Controller
@Needs(Needs.SIGNED_IN)
class FindingsController {

    private static final String FRAGMENT = "HX-Request";

    private final Findings findings;
    private final Judging judging;
    private final ElementNames names;
    private final Clock clock;

    FindingsController(Findings findings, Judging judging, ElementNames names, Clock clock) {
        this.findings = findings;
        this.judging = judging;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping("/checks/findings")
    ModelAndView show(
            @RequestParam String subject, @RequestHeader(name = FRAGMENT, required = false) @Nullable String htmx, @SignedIn Actor by,
            @ModelAttribute("shell") Shell shell) {
        return page(findings.of(read(subject), by, clock.instant()), htmx != null, false, "", shell, HttpStatus.OK);
    }

    /** A look while somebody writes: shown beside the text, and counted. */
    @PostMapping("/checks/looks")
    ModelAndView look(
            @RequestParam String subject, @RequestParam(defaultValue = "") List<String> clicked, @SignedIn Actor by, @ModelAttribute("shell") Shell shell) {
        return page(findings.look(read(subject), Set.copyOf(clicked), by, clock.instant()), true, true, "", shell, HttpStatus.OK);
    }

    @PostMapping("/checks/verdicts")
    ModelAndView judge(
            @RequestParam String subject, @RequestParam(defaultValue = "") String fingerprint, @RequestParam(required = false) Judging.@Nullable Verdict verdict,
            @RequestParam(defaultValue = "") String reason, @RequestParam(defaultValue = "false") boolean editing,
            @RequestHeader(name = FRAGMENT, required = false) @Nullable String htmx, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return done(read(subject), () -> judging.judge(read(subject), fingerprint, FindingsApi.need(verdict, "verdict"), reason, by, clock.instant()),
                "checking.done." + verdict, reason, editing, htmx, by, shell, next);
    }

    @PostMapping("/checks/corrections")
    ModelAndView correct(
            @RequestParam String subject, @RequestParam(defaultValue = "") String fingerprint, @RequestParam(defaultValue = "-1") int version,
            @RequestHeader(name = FRAGMENT, required = false) @Nullable String htmx, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return done(read(subject), () -> judging.correct(read(subject), fingerprint, version, String.format("page-%08d", by.id()), by, clock.instant()),
                "checking.done.corrected", "", false, htmx, by, shell, next);
    }

    @PostMapping("/checks/answers")
    ModelAndView answer(
            @RequestParam String subject, @RequestParam(defaultValue = "0") long rule, @RequestParam(required = false) Judging.@Nullable Answer answer, @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "false") boolean editing, @RequestHeader(name = FRAGMENT, required = false) @Nullable String htmx, @SignedIn Actor by,
            @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return done(read(subject), () -> judging.answer(read(subject), rule, FindingsApi.need(answer, "answer"), note, by, clock.instant()), "checking.done.answered", note, editing, htmx, by,
                shell, next);
    }

    private ModelAndView done(
            SubjectRef subject, Runnable act, String key, String typed, boolean editing, @Nullable String htmx, Actor by, Shell shell, RedirectAttributes next) {
        findings.of(subject, by, clock.instant());
        String wrong = "";
        HttpStatus status = HttpStatus.OK;
        try {
            act.run();
        } catch (Refused refused) {
            wrong = String.join(" ", refused.objections().stream().map(o -> shell.texts().of(o)).toList());
            status = HttpStatus.UNPROCESSABLE_CONTENT;
        } catch (Stale stale) {
            wrong = shell.t("checking.stale");
            status = HttpStatus.CONFLICT;
        }
        if (wrong.isEmpty() && htmx == null) {
            Flash.done(next, key);
            return new ModelAndView("redirect:/checks/findings?subject=" + subject);
        }
        ModelAndView page = page(findings.of(subject, by, clock.instant()), htmx != null, editing, wrong, shell, htmx == null ? status : HttpStatus.OK);
        return page.addObject("typed", wrong.isEmpty() ? "" : typed);
    }

    private ModelAndView page(Look look, boolean fragment, boolean editing, String wrong, Shell shell, HttpStatus status) {
        ModelAndView page = new ModelAndView(fragment ? "checking/findings" : "checking/findings-page");
        page.setStatus(status);
        return page.addObject("shell", shell).addObject("look", look).addObject("editing", editing).addObject("wrong", wrong).addObject("typed", "")
                .addObject("names", names.of(look.subject(), shell.texts()));
    }

    static SubjectRef read(String subject) {
        try {
            return SubjectRef.of(subject);
        } catch (IllegalArgumentException e) {
            throw new NotFound();
        }
    }
}
