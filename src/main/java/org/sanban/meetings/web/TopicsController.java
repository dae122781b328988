package org.sanban.meetings.web;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sanban.meetings.Bodies;
import org.sanban.meetings.agenda.Topic;
import org.sanban.meetings.agenda.Topics;
import org.sanban.meetings.web.MeetingForms.BackForm;
import org.sanban.meetings.web.MeetingForms.ReviewForm;
import org.sanban.meetings.web.MeetingForms.TopicForm;
import org.sanban.pages.Flash;
import org.sanban.pages.FormView;
import org.sanban.pages.RequestId;
import org.sanban.pages.Shell;
import org.sanban.pages.Submission;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
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

/** Topics (议题): proposed, checked, waiting for their meeting. */
@Controller
@RequestMapping("/meetings/topics")
@Needs({"meeting.manage", "item.handle", "duty.log"})
class TopicsController {

    private final Topics topics;
    private final Bodies bodies;
    private final MeetingPages pages;
    private final Clock clock;

    TopicsController(Topics topics, Bodies bodies, MeetingPages pages, Clock clock) {
        this.topics = topics;
        this.bodies = bodies;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(@RequestParam(required = false) @Nullable String type, @SignedIn Actor by, @ModelAttribute("shell") Shell shell) {
        return new ModelAndView("meetings/topics", Map.of("topics", topics.waiting(type, by), "words", pages.words(shell.texts()), "shell", shell));
    }

    @GetMapping("/new")
    ModelAndView ask(@ModelAttribute("shell") Shell shell) {
        return form(FormView.of(new TopicForm(null, null, null, null, null, null, 20, null, null)), shell, HttpStatus.OK);
    }

    @PostMapping("/new")
    ModelAndView propose(
            @ModelAttribute("form") TopicForm form, BindingResult wrong, @RequestParam(required = false) @Nullable String requestId, @SignedIn Actor by,
            @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        String key = requestId == null || requestId.isBlank() || requestId.length() > 100 ? RequestId.next() : requestId;
        long[] made = {0};
        return Submission.refused(wrong, () -> made[0] = topics.propose(new Topic.Proposal(
                        MeetingForms.text(form.title()), form.type(), bodies.one(form.proposer(), "proposer"), MeetingForms.orNull(form.reporter()), form.leader(), MeetingForms.text(form.reason()),
                        MeetingForms.needed(form.minutes(), "minutes"), bodies.all(form.attend(), "attend"), MeetingForms.orNull(form.source())), by, clock.instant(), key))
                .map(status -> form(FormView.of(wrong), shell, status))
                .orElseGet(() -> {
                    Flash.done(next, "meetings.topic.proposed");
                    return new ModelAndView("redirect:/meetings/topics/" + made[0]);
                });
    }

    private ModelAndView form(FormView form, Shell shell, HttpStatus status) {
        ModelAndView page = new ModelAndView("meetings/topic-new", Map.of("form", form, "words", pages.words(shell.texts()), "shell", shell));
        page.setStatus(status);
        return page;
    }

    @GetMapping("/{topic:\\d+}")
    ModelAndView show(@PathVariable long topic, @SignedIn Actor by, @ModelAttribute("shell") Shell shell) {
        return page(topic, Map.of(), by, shell, HttpStatus.OK);
    }

    private ModelAndView page(long topic, Map<String, FormView> sent, Actor by, Shell shell, HttpStatus status) {
        Topic one = topics.one(topic, by);
        FormView review = sent.getOrDefault("review", FormView.of(new ReviewForm(
                one.consultation(), one.consulted(), one.differences(), one.legality(), one.risk(), one.opinion(), true, one.version()))).at(one.version());
        FormView back = sent.getOrDefault("back", FormView.of(new BackForm(null, one.version()))).at(one.version());
        ModelAndView page = new ModelAndView("meetings/topic", Map.of(
                "topic", one, "review", review, "back", back, "checks", by.may("meeting.manage"), "words", pages.words(shell.texts()), "shell", shell));
        page.setStatus(status);
        return page;
    }

    @PostMapping("/{topic:\\d+}/review")
    ModelAndView review(@PathVariable long topic, @ModelAttribute("form") ReviewForm form, BindingResult wrong, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return write(topic, "review", wrong, by, shell, next, () -> topics.review(topic, MeetingForms.version(form.version()), new Topic.Review(
                open(form.consultation()), MeetingForms.orNull(form.consulted()), MeetingForms.orNull(form.differences()), open(form.legality()), open(form.risk()),
                MeetingForms.orNull(form.opinion())), Boolean.TRUE.equals(form.passed()), by, clock.instant()));
    }

    @PostMapping("/{topic:\\d+}/return")
    ModelAndView giveBack(@PathVariable long topic, @ModelAttribute("form") BackForm form, BindingResult wrong, @SignedIn Actor by, @ModelAttribute("shell") Shell shell, RedirectAttributes next) {
        return write(topic, "back", wrong, by, shell, next, () -> topics.giveBack(topic, MeetingForms.version(form.version()), MeetingForms.text(form.giveBackReason()), by, clock.instant()));
    }

    private ModelAndView write(long topic, String form, BindingResult wrong, Actor by, Shell shell, RedirectAttributes next, Runnable writing) {
        topics.one(topic, by);
        return Submission.refused(wrong, writing)
                .map(status -> page(topic, Map.of(form, FormView.of(wrong)), by, shell, status))
                .orElseGet(() -> {
                    Flash.done(next, "meetings.saved");
                    return new ModelAndView("redirect:/meetings/topics/" + topic);
                });
    }

    private static Topic.Check open(Topic.@Nullable Check check) {
        return Objects.requireNonNullElse(check, Topic.Check.OPEN);
    }
}
