package org.sanban.affairs.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sanban.affairs.Categories;
import org.sanban.affairs.Ratings;
import org.sanban.links.Throttle;
import org.sanban.pages.FormView;
import org.sanban.pages.Shell;
import org.sanban.pages.Submission;
import org.sanban.people.Needs;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The page behind a rating link: open to whoever has the link, and to nobody who tries out links. */
@Controller
@RequestMapping("/public/rate/{token}")
@Needs(Needs.NOTHING)
class RatingController {

    public record RateForm(@Nullable Integer score, @Nullable String words) {}

    private final Ratings ratings;
    private final Categories categories;
    private final Throttle throttle;
    private final Clock clock;

    RatingController(Ratings ratings, Categories categories, Throttle throttle, Clock clock) {
        this.ratings = ratings;
        this.categories = categories;
        this.throttle = throttle;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView ask(@PathVariable String token, HttpServletRequest request, @ModelAttribute("shell") Shell shell) {
        FormView blank = FormView.of(new RateForm(null, null));
        return asked(token, request).map(a -> page("affairs/rate", a, blank, token, shell, HttpStatus.OK))
                .orElseGet(() -> page("affairs/rate-gone", null, blank, token, shell, HttpStatus.NOT_FOUND));
    }

    @PostMapping
    ModelAndView rate(@PathVariable String token, @ModelAttribute("form") RateForm form, BindingResult wrong, HttpServletRequest request, @ModelAttribute("shell") Shell shell) {
        Optional<Ratings.Asked> asked = asked(token, request);
        if (asked.isEmpty()) {
            return page("affairs/rate-gone", null, FormView.of(form), token, shell, HttpStatus.NOT_FOUND);
        }
        return Submission.refused(wrong, () -> ratings.rate(token, form.score(), form.words(), clock.instant()))
                .map(status -> page("affairs/rate", asked.get(), FormView.of(wrong), token, shell, status))
                .orElseGet(() -> page("affairs/rate-thanks", null, FormView.of(form), token, shell, HttpStatus.OK));
    }

    /** An address that tries out links is told the same as for a link that is none. */
    private Optional<Ratings.Asked> asked(String token, HttpServletRequest request) {
        String address = String.valueOf(request.getRemoteAddr());
        if (!throttle.letsLook(address, clock.instant())) {
            return Optional.empty();
        }
        Optional<Ratings.Asked> asked = ratings.asked(token, clock.instant());
        if (asked.isEmpty()) {
            throttle.missed(address, clock.instant());
        }
        return asked;
    }

    private ModelAndView page(String view, Ratings.@Nullable Asked asked, FormView form, String token, Shell shell, HttpStatus status) {
        ModelAndView page = new ModelAndView(view).addObject("shell", shell).addObject("form", form).addObject("token", token)
                .addObject("asked", asked)
                .addObject("category", asked == null ? "" : categories.of(asked.category()).map(c -> c.name().in(shell.texts().chinese())).orElse(""));
        page.setStatus(status);
        return page;
    }
}
