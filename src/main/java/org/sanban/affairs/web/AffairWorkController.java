package org.sanban.affairs.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sanban.affairs.Affairs;
import org.sanban.affairs.Concluding;
import org.sanban.affairs.Entrusting;
import org.sanban.affairs.OutsideLinks;
import org.sanban.affairs.Ratings;
import org.sanban.affairs.AffairReporting;
import org.sanban.affairs.web.AffairForms.AnswerForm;
import org.sanban.affairs.web.AffairForms.AskedForm;
import org.sanban.affairs.web.AffairForms.FeedbackForm;
import org.sanban.affairs.web.AffairForms.MergeForm;
import org.sanban.affairs.web.AffairForms.OpinionForm;
import org.sanban.affairs.web.AffairForms.ProgressForm;
import org.sanban.affairs.web.AffairForms.ResultForm;
import org.sanban.files.Attachment;
import org.sanban.files.Upload;
import org.sanban.pages.Flash;
import org.sanban.pages.FormView;
import org.sanban.pages.Shell;
import org.sanban.pages.Submission;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes what the holder of a step writes on an affair. */
@Controller
@RequestMapping("/affairs/{id:\\d+}")
@Needs(Needs.SIGNED_IN)
class AffairWorkController {

    private final Affairs affairs;
    private final Entrusting entrusting;
    private final AffairReporting reporting;
    private final Concluding concluding;
    private final Ratings ratings;
    private final OutsideLinks links;
    private final AffairShowing pages;
    private final Clock clock;

    AffairWorkController(Affairs affairs, Entrusting entrusting, AffairReporting reporting, Concluding concluding, Ratings ratings, OutsideLinks links, AffairShowing pages, Clock clock) {
        this.affairs = affairs;
        this.entrusting = entrusting;
        this.reporting = reporting;
        this.concluding = concluding;
        this.ratings = ratings;
        this.links = links;
        this.pages = pages;
        this.clock = clock;
    }

    @PostMapping("/entrustment")
    ModelAndView entrust(@PathVariable long id, @ModelAttribute("form") OpinionForm form, BindingResult wrong, @RequestParam(required = false) @Nullable String requestId, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return write(id, "entrust", wrong, by, shell, next, () -> entrusting.entrust(id, form.opinion(), by, now(), EntryController.key(requestId)));
    }

    @PostMapping("/progress")
    ModelAndView progress(@PathVariable long id, @ModelAttribute("form") ProgressForm form, BindingResult wrong, @RequestParam(required = false) @Nullable String requestId, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return write(id, "progress", wrong, by, shell, next,
                () -> reporting.progress(id, new AffairReporting.Told(AffairForms.text(form.words()), form.from(), null, List.of()), by, now(), EntryController.key(requestId)));
    }

    @PostMapping("/feedback")
    ModelAndView feedback(@PathVariable long id, @ModelAttribute("form") FeedbackForm form, BindingResult wrong, @RequestParam(required = false) @Nullable String requestId, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return write(id, "feedback", wrong, by, shell, next, () -> reporting.feedback(
                id, new AffairReporting.Told(AffairForms.text(form.words()), form.from(), form.signedBy(), form.files()), uploads(form.given()), form.waive(), by, now(), EntryController.key(requestId)));
    }

    @PostMapping("/result")
    ModelAndView result(@PathVariable long id, @ModelAttribute("form") ResultForm form, BindingResult wrong, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return write(id, "result", wrong, by, shell, next, () -> concluding.result(id, AffairForms.text(form.result()), form.afterAction(), by, now()));
    }

    @PostMapping("/answer")
    ModelAndView answer(@PathVariable long id, @ModelAttribute("form") AnswerForm form, BindingResult wrong, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return write(id, "answer", wrong, by, shell, next, () -> concluding.answer(id, form.answerClass(), form.answeredOn(), form.answer(), by, now()));
    }

    @PostMapping("/satisfaction")
    ModelAndView asked(@PathVariable long id, @ModelAttribute("form") AskedForm form, BindingResult wrong, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return write(id, "ask", wrong, by, shell, next, () -> concluding.asked(id, form.satisfaction(), form.satisfactionWords(), by, now()));
    }

    @PostMapping("/merger")
    ModelAndView merge(@PathVariable long id, @ModelAttribute("form") MergeForm form, BindingResult wrong, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return write(id, "merge", wrong, by, shell, next, () -> concluding.mergedInto(id, AffairForms.text(form.into()), by, now()));
    }

    /** The link is shown once, to whoever made it: it stands nowhere else. */
    @PostMapping("/rating-link")
    ModelAndView invite(@PathVariable long id, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, HttpServletRequest request) {
        String token = ratings.invite(id, by, now());
        String here = request.getRequestURL().toString().replaceFirst("(https?://[^/]+).*", "$1");
        return pages.show(id, Map.of(), by, shell, HttpStatus.OK).addObject("link", here + "/public/rate/" + token);
    }

    /** As the rating link: shown once, to whoever made it. */
    @PostMapping("/links/{body:\\d+}")
    ModelAndView link(@PathVariable long id, @PathVariable long body, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, HttpServletRequest request) {
        affairs.one(id, by);
        String token = links.make(id, body, by, now());
        String here = request.getRequestURL().toString().replaceFirst("(https?://[^/]+).*", "$1");
        return pages.show(id, Map.of(), by, shell, HttpStatus.OK).addObject("outsideLink", here + "/public/affairs/" + token);
    }

    @PostMapping("/links/{body:\\d+}/end")
    ModelAndView unlink(@PathVariable long id, @PathVariable long body, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        affairs.one(id, by);
        links.end(id, body, by, now());
        Flash.done(next, "affairs.saved");
        return new ModelAndView("redirect:/affairs/" + id);
    }

    static List<Upload> uploads(List<MultipartFile> files) {
        try {
            List<Upload> uploads = new ArrayList<>();
            for (MultipartFile file : files) {
                uploads.add(Upload.of(file, Attachment.Copy.RESULT));
            }
            return uploads;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ModelAndView write(long id, String form, BindingResult wrong, Actor by, Shell shell, RedirectAttributes next, Runnable writing) {
        affairs.one(id, by);
        return Submission.refused(wrong, writing)
                .map(status -> pages.show(id, Map.of(form, FormView.of(wrong)), by, shell, status))
                .orElseGet(() -> {
                    Flash.done(next, "affairs.saved");
                    return new ModelAndView("redirect:/affairs/" + id);
                });
    }

    private Instant now() {
        return clock.instant();
    }
}
