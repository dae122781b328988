package org.sanban.affairs.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sanban.affairs.Categories;
import org.sanban.affairs.OutsideLinks;
import org.sanban.links.Throttle;
import org.sanban.pages.Flash;
import org.sanban.pages.FormView;
import org.sanban.pages.NotFound;
import org.sanban.pages.Shell;
import org.sanban.pages.Submission;
import org.sanban.people.Directory;
import org.sanban.people.Needs;
import org.sanban.people.Organizations;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page behind the link of a body outside: what is asked of it, and where it tells how far it is. */
@Controller
@RequestMapping("/public/affairs/{token}")
@Needs(Needs.NOTHING)
class OutsideController {

    public record OutsideForm(@Nullable String words, @Nullable String signedBy, @Nullable List<MultipartFile> evidence) {}

    private final OutsideLinks links;
    private final Categories categories;
    private final Directory directory;
    private final Organizations organizations;
    private final Throttle throttle;
    private final Clock clock;

    OutsideController(OutsideLinks links, Categories categories, Directory directory, Organizations organizations, Throttle throttle, Clock clock) {
        this.links = links;
        this.categories = categories;
        this.directory = directory;
        this.organizations = organizations;
        this.throttle = throttle;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(@PathVariable String token, HttpServletRequest request, @ModelAttribute("shell") Shell shell) {
        return page(token, asked(token, request), FormView.of(new OutsideForm(null, null, null)), shell, HttpStatus.OK);
    }

    @PostMapping
    ModelAndView tell(
            @PathVariable String token, @ModelAttribute("form") OutsideForm form, BindingResult wrong, @RequestParam(required = false) @Nullable String requestId, HttpServletRequest request,
            @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        OutsideLinks.Asked asked = asked(token, request);
        List<MultipartFile> files = form.evidence() == null ? List.of() : form.evidence().stream().filter(f -> f != null && !f.isEmpty()).toList();
        return Submission.refused(wrong, () -> links.tell(token, AffairForms.text(form.words()), form.signedBy(), AffairWorkController.uploads(files), clock.instant(), EntryController.key(requestId)))
                .map(status -> page(token, asked, FormView.of(wrong), shell, status))
                .orElseGet(() -> {
                    Flash.done(next, "affairs.outside.thanks");
                    return new ModelAndView("redirect:/public/affairs/" + token);
                });
    }

    /** An address that tries out links is told so. */
    private OutsideLinks.Asked asked(String token, HttpServletRequest request) {
        String address = String.valueOf(request.getRemoteAddr());
        refuse(!throttle.letsLook(address, clock.instant()));
        Optional<OutsideLinks.Asked> asked = links.asked(token, clock.instant());
        if (asked.isEmpty()) {
            throttle.missed(address, clock.instant());
            throw new NotFound();
        }
        refuse(!throttle.lets("affair-" + asked.get().link(), clock.instant()));
        return asked.get();
    }

    private static void refuse(boolean tooOften) {
        if (tooOften) {
            throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
        }
    }

    private ModelAndView page(String token, OutsideLinks.Asked asked, FormView form, Shell shell, HttpStatus status) {
        ModelAndView page = new ModelAndView("affairs/outside").addObject("shell", shell).addObject("form", form).addObject("token", token).addObject("asked", asked)
                .addObject("words", AffairWords.of(categories, directory, organizations, shell.texts()));
        page.setStatus(status);
        return page;
    }
}
