package org.sanban.checking.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sanban.checking.OfficeRule;
import org.sanban.checking.RuleExchange;
import org.sanban.checking.RuleMaking;
import org.sanban.checking.RulePublishing;
import org.sanban.checking.RuleWorth;
import org.sanban.checking.Rules;
import org.sanban.checking.Trials;
import org.sanban.checking.web.RuleForms.ImportForm;
import org.sanban.checking.web.RuleForms.LessonForm;
import org.sanban.checking.web.RuleForms.ReasonForm;
import org.sanban.checking.web.RuleForms.RuleForm;
import org.sanban.checking.web.RuleForms.SwitchForm;
import org.sanban.checking.web.RuleForms.WeightForm;
import org.sanban.checking.web.RulesController.ListForm;
import org.sanban.checks.RuleFile;
import org.sanban.checks.Severity;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The rules of checking, for programs. */
@RestController
@RequestMapping("/api/checks/rules")
@Needs(CheckingNavigation.READ)
@Tag(name = "checks")
class RulesApi {

    /**
     * A rule as it is told.
     *
     * @param yaml its newest edition, as in a file of rules
     * @param worth in the last year
     */
    public record RuleJson(
            long id, String code, OfficeRule.Source source, OfficeRule.State state, boolean off, Severity severity, int edition, @Nullable Integer running,
            @Nullable String origin, String originWords, String note, String yaml, RuleWorth.Worth worth, boolean noisy, int version) {}

    private final Rules rules;
    private final RuleMaking making;
    private final RulePublishing publishing;
    private final RuleExchange exchange;
    private final RuleWorth worth;
    private final Trials trials;
    private final Clock clock;

    RulesApi(Rules rules, RuleMaking making, RulePublishing publishing, RuleExchange exchange, RuleWorth worth, Trials trials, Clock clock) {
        this.rules = rules;
        this.making = making;
        this.publishing = publishing;
        this.exchange = exchange;
        this.worth = worth;
        this.trials = trials;
        this.clock = clock;
    }

    @GetMapping
    List<RuleJson> index(ListForm filter) {
        Map<Long, RuleWorth.Worth> year = worth.lastYear(clock.instant());
        return rules.all(filter.filter()).stream().map(r -> json(r, year)).toList();
    }

    @GetMapping("/{id}")
    RuleJson show(@PathVariable long id) {
        return json(rules.one(id), worth.lastYear(clock.instant()));
    }

    @GetMapping("/{id}/trial")
    @Operation(summary = "The last trial on the signed papers of a year; words only of papers that you may see")
    ResponseEntity<Trials.Trial> trial(@PathVariable long id, @SignedIn Actor by) {
        rules.one(id);
        return ResponseEntity.of(trials.last(id, by));
    }

    @GetMapping("/export")
    @Operation(summary = "The office's own rules as a file for other offices; with shipped, all of them")
    ImportForm export(ListForm filter, @RequestParam(defaultValue = "false") boolean shipped) {
        return new ImportForm(exchange.export(filter.filter(), shipped));
    }

    @PostMapping("/import")
    @Needs(CheckingNavigation.DRAFT)
    @Operation(summary = "Takes the sound rules of a file as drafts; the others are told with their line")
    RuleExchange.Taken take(@RequestBody ImportForm body, @SignedIn Actor by) {
        return exchange.take(RuleForms.text(body.yaml()), by, clock.instant());
    }

    @PostMapping
    @Needs(CheckingNavigation.DRAFT)
    @Operation(summary = "Drafts a rule from what an error shows, and tries it at once")
    ResponseEntity<RuleJson> draft(@RequestBody @Valid LessonForm body, @RequestHeader("Idempotency-Key") String requestId, @SignedIn Actor by) {
        long id = making.draft(body.lesson(), by, clock.instant(), requestId);
        return ResponseEntity.created(URI.create("/api/checks/rules/" + id)).body(show(id));
    }

    @PutMapping("/{id}")
    @Needs(CheckingNavigation.DRAFT)
    @Operation(summary = "Writes a rule of the office's own anew; version is the one that was read")
    RuleJson edit(@PathVariable long id, @RequestBody @Valid RuleForm body, @SignedIn Actor by) {
        making.edit(id, body.version() == null ? -1 : body.version(), body.over(rules.one(id).rule()), by, clock.instant());
        return show(id);
    }

    @PostMapping("/{id}/trials")
    @Needs(CheckingNavigation.DRAFT)
    Trials.Trial tryOut(@PathVariable long id, @SignedIn Actor by) {
        return trials.of(id, by, clock.instant());
    }

    @PostMapping("/{id}/publication")
    @Needs(CheckingNavigation.PUBLISH)
    RuleJson publish(@PathVariable long id, @SignedIn Actor by) {
        publishing.publish(id, by, clock.instant());
        return show(id);
    }

    @PostMapping("/{id}/retirement")
    @Needs(CheckingNavigation.PUBLISH)
    RuleJson retire(@PathVariable long id, @RequestBody ReasonForm body, @SignedIn Actor by) {
        publishing.retire(id, RuleForms.text(body.reason()), by, clock.instant());
        return show(id);
    }

    @PostMapping("/{id}/switch")
    @Needs(CheckingNavigation.PUBLISH)
    RuleJson switchOff(@PathVariable long id, @RequestBody SwitchForm body, @SignedIn Actor by) {
        publishing.switchOff(id, Boolean.TRUE.equals(body.off()), RuleForms.text(body.reason()), by, clock.instant());
        return show(id);
    }

    @PostMapping("/{id}/severity")
    @Needs(CheckingNavigation.PUBLISH)
    RuleJson weigh(@PathVariable long id, @RequestBody WeightForm body, @SignedIn Actor by) {
        publishing.weigh(id, body.severity(), by, clock.instant());
        return show(id);
    }

    private RuleJson json(OfficeRule r, Map<Long, RuleWorth.Worth> year) {
        RuleWorth.Worth own = year.getOrDefault(r.id(), RuleWorth.Worth.NONE);
        return new RuleJson(
                r.id(), r.code(), r.source(), r.state(), r.off(), r.severity(), r.edition(), r.running(), r.origin() == null ? null : r.origin().toString(),
                r.originWords(), r.note(), RuleFile.write(List.of(r.rule())), own, r.runs() && worth.noisy(own), r.version());
    }
}
