package org.sanban.affairs.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sanban.affairs.Affair;
import org.sanban.affairs.AffairList;
import org.sanban.affairs.Affairs;
import org.sanban.affairs.Categories;
import org.sanban.affairs.Concluding;
import org.sanban.affairs.Entrusting;
import org.sanban.affairs.Entry;
import org.sanban.affairs.Feedback;
import org.sanban.affairs.Lane;
import org.sanban.affairs.AffairReporting;
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

/** Affairs, for programs. Moving them through their steps is the engine's API; here is what stands on them. */
@RestController
@RequestMapping("/api/affairs")
@Needs(Needs.SIGNED_IN)
@Tag(name = "affairs")
class AffairsApi {

    private static final int MOST = 200;

    private final Affairs affairs;
    private final AffairList list;
    private final Entrusting entrusting;
    private final AffairReporting reporting;
    private final Concluding concluding;
    private final Categories categories;
    private final Clock clock;

    AffairsApi(Affairs affairs, AffairList list, Entrusting entrusting, AffairReporting reporting, Concluding concluding, Categories categories, Clock clock) {
        this.affairs = affairs;
        this.list = list;
        this.entrusting = entrusting;
        this.reporting = reporting;
        this.concluding = concluding;
        this.categories = categories;
        this.clock = clock;
    }

    /** @param next cursor of the next page, null at the end */
    public record Page(List<AffairList.Line> items, int count, @Nullable String next) {}

    public record Whole(Affair affair, List<Feedback> feedback, List<Feedback.Verdict> verdicts) {}

    public record Told(
            @Nullable String category, @Nullable String title, @Nullable String sourceWords, @Nullable String originNo, @Nullable String instruction, @Nullable String standard,
            @Nullable Boolean firstMatter, @Nullable Lane lane, @Nullable String laneReason, @Nullable Long leadUnit, @Nullable Long leadBody, @Nullable List<Long> supportUnits,
            @Nullable List<Long> supportBodies, @Nullable Instant due, @Nullable Long owner) {

        Entry entry(Affair.Source source) {
            return new Entry(
                    AffairForms.text(category), AffairForms.text(title), source, originNo, instruction, standard, Boolean.TRUE.equals(firstMatter), lane, laneReason, leadUnit,
                    leadBody, AffairForms.ids(supportUnits), AffairForms.ids(supportBodies), due, owner);
        }
    }

    /** @param files ids of files that were added to the affair before; {@code waive} reason for going on without supporting units */
    public record Report(@Nullable String words, @Nullable Long from, @Nullable String signedBy, @Nullable List<Long> files, @Nullable String waive) {
        AffairReporting.Told told() {
            return new AffairReporting.Told(AffairForms.text(words), from, signedBy, AffairForms.ids(files));
        }
    }

    public record Said(@Nullable String result, @Nullable String afterAction) {}

    public record Answered(@Nullable String answerClass, @Nullable LocalDate answeredOn, @Nullable String answer) {}

    public record Asked(Affair.@Nullable Satisfaction satisfaction, @Nullable String words) {}

    public record Merged(@Nullable String into) {}

    @GetMapping
    @Operation(summary = "Affairs, latest begun first, as far as they are open to the caller")
    Page index(@ModelAttribute FilterForm filter, @RequestParam(required = false) @Nullable String after, @RequestParam(defaultValue = "50") int limit, @SignedIn Actor by) {
        int most = Math.clamp(limit, 1, MOST);
        List<AffairList.Line> lines = list.page(filter.filter(), after, most + 1, by);
        return new Page(lines.stream().limit(most).toList(), list.count(filter.filter(), by), lines.size() > most ? lines.get(most - 1).cursor() : null);
    }

    @GetMapping("/board")
    @Operation(summary = "Open affairs counted by state, lead or source; each figure is that of the list with the same filter and mark")
    List<AffairList.Row> board(@RequestParam(defaultValue = "STATE") AffairList.By by, @SignedIn Actor actor) {
        return list.board(by, actor);
    }

    @GetMapping("/{id}")
    Whole show(@PathVariable long id, @SignedIn Actor by) {
        return new Whole(affairs.one(id, by), reporting.of(id, by), reporting.verdicts(id, by));
    }

    @PostMapping
    @Needs(AffairsNavigation.BEGINS)
    ResponseEntity<Affair> create(@RequestBody Told body, @RequestHeader("Idempotency-Key") String requestId, @SignedIn Actor by) {
        Affair.Source source = new Affair.Source(categories.of(body.category()).map(c -> c.source()).orElse(org.sanban.affairs.SourceType.PLAN), null, body.sourceWords());
        long id = affairs.begin(body.entry(source), by, clock.instant(), requestId);
        return ResponseEntity.created(URI.create("/api/affairs/" + id)).body(affairs.one(id, by));
    }

    @PutMapping("/{id}")
    @Operation(summary = "Writes anew what is asked, while it is not entrusted; version is the one that was read")
    Whole update(@PathVariable long id, @RequestParam int version, @RequestBody Told body, @SignedIn Actor by) {
        affairs.change(id, version, body.entry(affairs.one(id, by).source()), by, clock.instant());
        return show(id, by);
    }

    @PostMapping("/{id}/entrustment")
    Whole entrust(@PathVariable long id, @RequestHeader("Idempotency-Key") String requestId, @SignedIn Actor by) {
        affairs.one(id, by);
        entrusting.entrust(id, null, by, clock.instant(), requestId);
        return show(id, by);
    }

    @PostMapping("/{id}/progress")
    Whole progress(@PathVariable long id, @RequestBody Report body, @RequestHeader("Idempotency-Key") String requestId, @SignedIn Actor by) {
        affairs.one(id, by);
        reporting.progress(id, body.told(), by, clock.instant(), requestId);
        return show(id, by);
    }

    @PostMapping("/{id}/feedback")
    @Operation(summary = "Answers with evidence: files of the affair, added before through /api/files")
    Whole feedback(@PathVariable long id, @RequestBody Report body, @RequestHeader("Idempotency-Key") String requestId, @SignedIn Actor by) {
        affairs.one(id, by);
        reporting.feedback(id, body.told(), List.of(), body.waive(), by, clock.instant(), requestId);
        return show(id, by);
    }

    @PutMapping("/{id}/result")
    Whole result(@PathVariable long id, @RequestBody Said body, @SignedIn Actor by) {
        affairs.one(id, by);
        concluding.result(id, AffairForms.text(body.result()), body.afterAction(), by, clock.instant());
        return show(id, by);
    }

    @PutMapping("/{id}/answer")
    Whole answer(@PathVariable long id, @RequestBody Answered body, @SignedIn Actor by) {
        affairs.one(id, by);
        concluding.answer(id, body.answerClass(), body.answeredOn(), body.answer(), by, clock.instant());
        return show(id, by);
    }

    @PutMapping("/{id}/satisfaction")
    Whole asked(@PathVariable long id, @RequestBody Asked body, @SignedIn Actor by) {
        affairs.one(id, by);
        concluding.asked(id, body.satisfaction(), body.words(), by, clock.instant());
        return show(id, by);
    }

    @PutMapping("/{id}/merger")
    Whole merge(@PathVariable long id, @RequestBody Merged body, @SignedIn Actor by) {
        affairs.one(id, by);
        concluding.mergedInto(id, AffairForms.text(body.into()), by, clock.instant());
        return show(id, by);
    }
}
