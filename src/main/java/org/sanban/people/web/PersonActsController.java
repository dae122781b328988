package org.sanban.people.web;

import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import org.sanban.pages.Flash;
import org.sanban.pages.FormView;
import org.sanban.pages.Submission;
import org.sanban.people.Actor;
import org.sanban.people.Leaders;
import org.sanban.people.Leaving;
import org.sanban.people.Needs;
import org.sanban.people.PostForm;
import org.sanban.people.Posts;
import org.sanban.people.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Posts, stand-in, hand-over and leaving of a person: the system administrator's. */
@Controller
@RequestMapping("/admin/persons/{id}")
@Needs("people.manage")
class PersonActsController {

    private final Posts posts;
    private final Leaders leaders;
    private final Leaving leaving;
    private final PersonPage page;
    private final Clock clock;

    PersonActsController(Posts posts, Leaders leaders, Leaving leaving, PersonPage page, Clock clock) {
        this.posts = posts;
        this.leaders = leaders;
        this.leaving = leaving;
        this.page = page;
        this.clock = clock;
    }

    @PostMapping("/posts")
    ModelAndView givePost(
            @PathVariable long id, @Valid PostForm form, BindingResult errors, @SignedIn Actor by, RedirectAttributes next) {
        return answer(id, by, "postForm", errors, next, "people.posts.given", () -> posts.give(id, form, by, clock.instant()));
    }

    @PostMapping("/posts/{post}/end")
    ModelAndView endPost(
            @PathVariable long id, @PathVariable long post, @SignedIn Actor by, RedirectAttributes next) {
        posts.end(id, post, LocalDate.now(clock), by, clock.instant());
        return back(id, next, "people.posts.ended");
    }

    @PostMapping("/stand-in")
    ModelAndView nameStandIn(
            @PathVariable long id, @Valid StandInForm form, BindingResult errors, @SignedIn Actor by, RedirectAttributes next) {
        return answer(id, by, "standInForm", errors, next, "people.persons.stand-in-named",
                () -> leaders.nameStandIn(id, form.deputy(), by, clock.instant()));
    }

    @PostMapping("/hand-over")
    ModelAndView handOver(
            @PathVariable long id, @Valid HandOverForm form, BindingResult errors, @RequestParam String requestId,
            @SignedIn Actor by, RedirectAttributes next) {
        return answer(id, by, "handOverForm", errors, next, "people.persons.handed-over",
                () -> leaving.handOver(id, form.to(), form.reason(), requestId, by, clock.instant()));
    }

    @PostMapping("/leaving")
    ModelAndView leave(@PathVariable long id, @SignedIn Actor by, RedirectAttributes next) {
        leaving.leave(id, by, clock.instant());
        return back(id, next, "people.persons.left");
    }

    private ModelAndView answer(
            long id, Actor by, String form, BindingResult errors, RedirectAttributes next, String done, Runnable act) {
        return Submission.refused(errors, act)
                .map(status -> page.of(id, by, status, form, FormView.of(errors)))
                .orElseGet(() -> back(id, next, done));
    }

    private static ModelAndView back(long id, RedirectAttributes next, String done) {
        Flash.done(next, done);
        return new ModelAndView("redirect:/admin/persons/" + id);
    }
}
