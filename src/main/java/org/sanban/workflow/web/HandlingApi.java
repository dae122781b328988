package org.sanban.workflow.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.pages.NotFound;
import org.sanban.pages.Texts;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.sanban.workflow.Course;
import org.sanban.workflow.CourseView;
import org.sanban.workflow.Desk;
import org.sanban.workflow.Doing;
import org.sanban.workflow.Handlings;
import org.sanban.workflow.Offer;
import org.sanban.workflow.Sheet;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where a subject stands, what may be done with it, and doing it, for programs. An act's last part of the path is its noun, as on the pages. */
@RestController
@RequestMapping("/api/handlings/{kind}/{id}")
@Needs(Needs.SIGNED_IN)
class HandlingApi {

    /** The movement made, or made before by the same request. */
    public record Done(long movement) {}

    private final Handlings handlings;
    private final Course course;
    private final Desk desk;
    private final MessageSource messages;
    private final Clock clock;

    HandlingApi(Handlings handlings, Course course, Desk desk, MessageSource messages, Clock clock) {
        this.handlings = handlings;
        this.course = course;
        this.desk = desk;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    CourseView show(@PathVariable String kind, @PathVariable long id, @SignedIn Actor by, Locale locale) {
        return course.of(new SubjectRef(kind, id), by, new Texts(messages, locale), clock.instant());
    }

    @GetMapping("/offers")
    List<Offer> offers(@PathVariable String kind, @PathVariable long id, @SignedIn Actor by) {
        return desk.of(new SubjectRef(kind, id), by, clock.instant());
    }

    /** What one act asks for: who may be picked, whether an opinion is needed. */
    @GetMapping("/{noun}")
    Sheet sheet(
            @PathVariable String kind, @PathVariable long id, @PathVariable String noun, @RequestParam(required = false) @Nullable Long task,
            @RequestParam(required = false) @Nullable String to, @RequestParam(required = false) @Nullable Long movement, @SignedIn Actor by) {
        Sheet sheet = desk.sheet(new SubjectRef(kind, id), doing(noun), task, to, movement, by, clock.instant());
        if (sheet == null) {
            throw new NotFound();
        }
        return sheet;
    }

    /** Does it, once for each key: header {@code Idempotency-Key}, else the body's {@code requestId}. */
    @PostMapping("/{noun}")
    Done act(
            @PathVariable String kind, @PathVariable long id, @PathVariable String noun, @RequestBody ActBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, @SignedIn Actor by) {
        Instant at = clock.instant();
        String request = Objects.requireNonNullElse(key, Objects.requireNonNullElse(body.requestId(), ""));
        return new Done(handlings.apply(new SubjectRef(kind, id), body.act(doing(noun)), by, at, request));
    }

    private static Doing doing(String noun) {
        return Doing.of(noun).orElseThrow(NotFound::new);
    }
}
