package org.sanban.checking.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.checking.Findings;
import org.sanban.checking.Judging;
import org.sanban.checking.Look;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the rules find in a paper, for programs. */
@RestController
@RequestMapping("/api/checks/{kind}/{id}")
@Needs(Needs.SIGNED_IN)
@Tag(name = "checks")
class FindingsApi {

    /** @param verdict WAIVED, FALSE_ALARM or TAKEN_BACK */
    public record VerdictJson(@Nullable String fingerprint, Judging.@Nullable Verdict verdict, @Nullable String reason) {}

    /** @param version of the text that was read; {@code window} the editing window, as in a save */
    public record CorrectionJson(@Nullable String fingerprint, @Nullable Integer version, @Nullable String window) {}

    public record AnswerJson(@Nullable Long rule, Judging.@Nullable Answer answer, @Nullable String note) {}

    private final Findings findings;
    private final Judging judging;
    private final Clock clock;

    FindingsApi(Findings findings, Judging judging, Clock clock) {
        this.findings = findings;
        this.judging = judging;
        this.clock = clock;
    }

    @GetMapping("/findings")
    Look show(@PathVariable String kind, @PathVariable long id, @SignedIn Actor by) {
        return findings.of(subject(kind, id), by, clock.instant());
    }

    @PostMapping("/verdicts")
    @Operation(summary = "Lets a finding pass with a reason, calls it a false alarm, or takes that back")
    Look judge(@PathVariable String kind, @PathVariable long id, @RequestBody VerdictJson body, @SignedIn Actor by) {
        show(kind, id, by);
        judging.judge(subject(kind, id), RuleForms.text(body.fingerprint()), need(body.verdict(), "verdict"), RuleForms.text(body.reason()), by, clock.instant());
        return show(kind, id, by);
    }

    @PostMapping("/corrections")
    @Operation(summary = "Puts the suggestion into the text, by the paper's own save. 409 when somebody else wrote or writes")
    Look correct(@PathVariable String kind, @PathVariable long id, @RequestBody CorrectionJson body, @SignedIn Actor by) {
        show(kind, id, by);
        judging.correct(subject(kind, id), RuleForms.text(body.fingerprint()), need(body.version(), "version"), RuleForms.text(body.window()), by, clock.instant());
        return show(kind, id, by);
    }

    @PostMapping("/answers")
    @Operation(summary = "Answers a question of the present step, for the text as it stands")
    Look answer(@PathVariable String kind, @PathVariable long id, @RequestBody AnswerJson body, @SignedIn Actor by) {
        show(kind, id, by);
        judging.answer(subject(kind, id), need(body.rule(), "rule"), need(body.answer(), "answer"), RuleForms.text(body.note()), by, clock.instant());
        return show(kind, id, by);
    }

    private static SubjectRef subject(String kind, long id) {
        return FindingsController.read(kind + "/" + id);
    }

    static <T> T need(@Nullable T value, String field) {
        if (value == null) {
            throw new Refused(Objection.of("checking.refusal.missing", field).at(field));
        }
        return value;
    }
}
