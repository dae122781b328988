package org.sanban.workflow.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.pages.FormView;
import org.sanban.pages.NotFound;
import org.sanban.pages.Refused;
import org.sanban.pages.Shell;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.sanban.workflow.Doing;
import org.sanban.workflow.Handlings;
import org.springframework.http.HttpStatus;
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

/** Every act on a handling as a form under its noun: {@code returns}, {@code errands}, {@code completions} … Who may do it, the engine decides. */
@Controller
@RequestMapping("/handlings/{kind}/{id}/{noun}")
@Needs(Needs.SIGNED_IN)
class ActsController {

    private static final Set<Doing> LEAVES = Set.of(Doing.COMPLETION, Doing.RETURN, Doing.FORWARDING, Doing.DECISION);

    private final Handlings handlings;
    private final ActPages pages;
    private final Clock clock;

    ActsController(Handlings handlings, ActPages pages, Clock clock) {
        this.handlings = handlings;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView ask(
            @PathVariable String kind, @PathVariable long id, @PathVariable String noun, @RequestParam @Nullable Long task,
            @RequestParam @Nullable String to, @RequestParam @Nullable Long movement, @SignedIn Actor by, @ModelAttribute("shell") Shell shell) {
        return pages.ask(new SubjectRef(kind, id), doing(noun), task, to, movement, by, shell, clock.instant());
    }

    @PostMapping
    ModelAndView create(
            @PathVariable String kind, @PathVariable long id, @PathVariable String noun, @Valid ActForm form, BindingResult errors,
            @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        SubjectRef subject = new SubjectRef(kind, id);
        Doing doing = doing(noun);
        Instant at = clock.instant();
        try {
            if (!errors.hasErrors()) {
                handlings.apply(subject, form.act(doing, clock.getZone()), by, at, form.requestId() == null ? "" : form.requestId());
                pages.tell(subject, doing, shell, next);
                return new ModelAndView("redirect:" + (LEAVES.contains(doing) ? "/tray" : pages.href(subject)));
            }
        } catch (Refused refused) {
            pages.whole(subject, doing, form, refused, by, at).into(errors);
            ModelAndView again = pages.again(subject, doing, form, FormView.of(errors), by, shell, at);
            again.addObject("elsewhere", Objections.elsewhere(refused));
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        ModelAndView again = pages.again(subject, doing, form, FormView.of(errors), by, shell, at);
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }

    private static Doing doing(String noun) {
        return Doing.of(noun).orElseThrow(NotFound::new);
    }
}
