package org.sanban.errors.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.errors.Actions;
import org.sanban.errors.ErrorList;
import org.sanban.errors.ErrorRecord;
import org.sanban.errors.Errors;
import org.sanban.errors.Explaining;
import org.sanban.errors.Report;
import org.sanban.errors.Reporting;
import org.sanban.errors.Restricted;
import org.sanban.errors.Source;
import org.sanban.errors.Understanding;
import org.sanban.errors.Verifying;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The register of errors, for programs. Moving an error through its steps is the engine's API; here is what stands on it, and never a person but in the block. */
@RestController
@RequestMapping("/api/errors")
@Needs(Needs.SIGNED_IN)
@Tag(name = "errors")
class ErrorsApi {

    private static final int MOST = 200;

    private final Errors errors;
    private final ErrorList list;
    private final Reporting reporting;
    private final Understanding understanding;
    private final Actions actions;
    private final Verifying verifying;
    private final Explaining explaining;
    private final Restricted restricted;
    private final Clock clock;

    ErrorsApi(
            Errors errors, ErrorList list, Reporting reporting, Understanding understanding, Actions actions, Verifying verifying, Explaining explaining,
            Restricted restricted, Clock clock) {
        this.errors = errors;
        this.list = list;
        this.reporting = reporting;
        this.understanding = understanding;
        this.actions = actions;
        this.verifying = verifying;
        this.explaining = explaining;
        this.restricted = restricted;
        this.clock = clock;
    }

    /** @param next cursor of the next page, null at the end */
    public record Page(List<ErrorList.Line> items, int count, @Nullable String next) {}

    public record Whole(ErrorRecord error, List<Actions.Action> actions, List<Verifying.Verification> verifications, Explaining.@Nullable Explanation explanation) {}

    /** @param subject {@code kind/id} */
    public record Told(
            @Nullable String subject, @Nullable String words, @Nullable String business, @Nullable Source source, @Nullable Boolean self, @Nullable String description,
            @Nullable String shouldBe, @Nullable Instant foundAt, @Nullable String foundStep, @Nullable Instant madeAt, @Nullable String madeStep, @Nullable Long unit,
            ErrorRecord.@Nullable Span span, @Nullable String effect, @Nullable String correction, @Nullable Instant correctedAt) {

        Report report() {
            SubjectRef ref = ErrorForms.ref(subject);
            return new Report(
                    ref, words, business, Objects.requireNonNullElse(source, Source.REVIEWER), Boolean.TRUE.equals(self), ErrorForms.text(description), shouldBe, foundAt,
                    ErrorForms.orNull(foundStep), madeAt, ErrorForms.orNull(madeStep), unit, null, null, null, effect, span, ErrorForms.orNull(correction), correctedAt);
        }
    }

    public record CorrectionMade(@Nullable String text, @Nullable Instant doneAt) {}

    public record Analysis(@Nullable List<String> causes, @Nullable List<String> whys, @Nullable String text) {}

    public record Agreed(Actions.@Nullable Nature nature, @Nullable String what, @Nullable Long unit, @Nullable LocalDate due, @Nullable Long owner) {}

    public record Done(@Nullable String evidence, @Nullable Instant doneAt) {}

    public record Look(@Nullable String method, @Nullable String result, @Nullable Boolean effective) {}

    public record Named(@Nullable Long person, @Nullable String role, @Nullable Integer share, @Nullable String note) {}

    public record Said(@Nullable String words, Restricted.@Nullable Kind kind) {}

    @GetMapping
    @Operation(summary = "The register, latest found first, as far as it is open to the caller; without persons")
    Page index(
            @ModelAttribute FilterForm filter, @RequestParam(required = false) @Nullable String after, @RequestParam(defaultValue = "50") int limit,
            @SignedIn Actor by) {
        int most = Math.clamp(limit, 1, MOST);
        List<ErrorList.Line> lines = list.page(filter.filter(), after, most + 1, by);
        return new Page(lines.stream().limit(most).toList(), list.count(filter.filter(), by), lines.size() > most ? lines.get(most - 1).cursor() : null);
    }

    @PostMapping
    @Operation(summary = "Reports an error; description is enough where subject or business is given")
    ResponseEntity<ErrorRecord> create(@RequestBody Told body, @RequestHeader("Idempotency-Key") String requestId, @SignedIn Actor by) {
        long id = reporting.report(body.report(), by, clock.instant(), requestId);
        return ResponseEntity.created(URI.create("/api/errors/" + id)).body(errors.one(id, by));
    }

    @GetMapping("/{id}")
    Whole show(@PathVariable long id, @SignedIn Actor by) {
        return new Whole(errors.one(id, by), actions.of(id), verifying.of(id), explaining.of(id).orElse(null));
    }

    @PutMapping("/{id}/classification")
    Whole classify(@PathVariable long id, @RequestParam int version, @RequestBody Understanding.Classification body, @SignedIn Actor by) {
        errors.one(id, by);
        understanding.classify(id, version, body, by, clock.instant());
        return show(id, by);
    }

    @PutMapping("/{id}/correction")
    Whole correct(@PathVariable long id, @RequestParam int version, @RequestBody CorrectionMade body, @SignedIn Actor by) {
        errors.one(id, by);
        understanding.correct(id, version, ErrorForms.text(body.text()), body.doneAt(), by, clock.instant());
        return show(id, by);
    }

    @PutMapping("/{id}/causes")
    Whole analyse(@PathVariable long id, @RequestParam int version, @RequestBody Analysis body, @SignedIn Actor by) {
        errors.one(id, by);
        understanding.analyse(id, version, body.causes() == null ? List.of() : body.causes(), body.whys() == null ? List.of() : body.whys(), body.text(), by, clock.instant());
        return show(id, by);
    }

    @PostMapping("/{id}/actions")
    Whole agree(@PathVariable long id, @RequestBody Agreed body, @RequestHeader("Idempotency-Key") String requestId, @SignedIn Actor by) {
        errors.one(id, by);
        actions.agree(id, Objects.requireNonNullElse(body.nature(), Actions.Nature.CORRECTIVE), ErrorForms.text(body.what()), ErrorForms.needed(body.unit(), "unit"),
                ErrorForms.needed(body.due(), "due"), body.owner(), by, clock.instant(), requestId);
        return show(id, by);
    }

    @PutMapping("/{id}/actions/{action}/evidence")
    Whole done(@PathVariable long id, @PathVariable long action, @RequestBody Done body, @SignedIn Actor by) {
        errors.one(id, by);
        actions.done(id, action, ErrorForms.text(body.evidence()), body.doneAt(), by, clock.instant());
        return show(id, by);
    }

    @PostMapping("/{id}/verifications")
    Whole verify(@PathVariable long id, @RequestBody Look body, @SignedIn Actor by) {
        errors.one(id, by);
        verifying.verify(id, ErrorForms.text(body.method()), ErrorForms.text(body.result()), Boolean.TRUE.equals(body.effective()), by, clock.instant());
        return show(id, by);
    }

    @GetMapping("/{id}/persons")
    @Operation(summary = "The restricted block; the look is noted. 404 for everybody who may not read it, whether there is one or not")
    Restricted.Block persons(@PathVariable long id, @SignedIn Actor by) {
        return restricted.look(id, Restricted.Way.API, by, clock.instant());
    }

    @PostMapping("/{id}/persons")
    Restricted.Block name(@PathVariable long id, @RequestBody Named body, @SignedIn Actor by) {
        errors.one(id, by);
        restricted.name(id, ErrorForms.needed(body.person(), "person"), body.role(), body.share(), body.note(), by, clock.instant());
        return persons(id, by);
    }

    @PostMapping("/{id}/statements")
    @Operation(summary = "The word of the person concerned: a comment, or an appeal that takes the error back one step")
    Restricted.Block state(@PathVariable long id, @RequestBody Said body, @RequestHeader("Idempotency-Key") String requestId, @SignedIn Actor by) {
        errors.one(id, by);
        restricted.state(id, Objects.requireNonNullElse(body.kind(), Restricted.Kind.COMMENT), ErrorForms.text(body.words()), by, clock.instant(), requestId);
        return persons(id, by);
    }
}
