package org.sanban.casebook.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sanban.casebook.Case;
import org.sanban.casebook.CaseIndex;
import org.sanban.casebook.Cases;
import org.sanban.casebook.CircularFigures;
import org.sanban.casebook.Circulars;
import org.sanban.casebook.Volume;
import org.sanban.casebook.Volumes;
import org.sanban.casebook.web.CasebookForms.CircularForm;
import org.sanban.casebook.web.CasebookForms.ListForm;
import org.sanban.casebook.web.CasebookForms.ReasonForm;
import org.sanban.casebook.web.CasebookForms.TextForm;
import org.sanban.casebook.web.CasebookForms.VolumeForm;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The casebook, for programs. An error becomes one case, an edit names the version it was read at: sent twice, nothing is done twice. */
@RestController
@RequestMapping("/api/casebook")
@Needs(Needs.SIGNED_IN)
@Tag(name = "casebook")
class CasebookApi {

    private static final int PAGE = 100;

    /** @param next id to ask for the following page with, null at the end */
    record Page(List<Case> cases, @Nullable Long next) {}

    private final CaseIndex index;
    private final Cases cases;
    private final Volumes volumes;
    private final Circulars circulars;
    private final Clock clock;

    CasebookApi(CaseIndex index, Cases cases, Volumes volumes, Circulars circulars, Clock clock) {
        this.index = index;
        this.cases = cases;
        this.volumes = volumes;
        this.circulars = circulars;
        this.clock = clock;
    }

    @GetMapping("/cases")
    @Operation(summary = "Published cases, the latest first; drafts with show=drafts for those who write")
    Page list(ListForm form, @SignedIn Actor by) {
        List<Case> found = index.page(form.filter(by.may(CasebookNavigation.EDIT)), form.cursor(), PAGE + 1, LocalDate.now(clock));
        List<Case> page = found.stream().limit(PAGE).toList();
        return new Page(page, found.size() > PAGE ? page.getLast().id() : null);
    }

    @GetMapping("/cases/{id}")
    Case show(@PathVariable long id) {
        return index.one(id);
    }

    @GetMapping("/cases/{id}/draft")
    @Needs(CasebookNavigation.EDIT)
    Case draft(@PathVariable long id) {
        return cases.drafted(id);
    }

    @PostMapping("/cases")
    @Needs(CasebookNavigation.EDIT)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Begins the case of an error, or answers the one there is")
    Case begin(@RequestParam long error, @SignedIn Actor by) {
        return cases.begin(error, by, clock.instant());
    }

    @PutMapping("/cases/{id}/draft")
    @Needs(CasebookNavigation.EDIT)
    Case edit(@PathVariable long id, @RequestBody @Valid TextForm body, @SignedIn Actor by) {
        return cases.edit(id, body.text(), body.version(), by, clock.instant());
    }

    @PostMapping("/cases/{id}/editions")
    @Needs(CasebookNavigation.EDIT)
    @ResponseStatus(HttpStatus.CREATED)
    Case publish(@PathVariable long id, @RequestParam int version, @SignedIn Actor by) {
        return cases.publish(id, version, by, clock.instant());
    }

    @PostMapping("/cases/{id}/removal")
    @Needs(CasebookNavigation.EDIT)
    Case remove(@PathVariable long id, @RequestBody @Valid ReasonForm body, @SignedIn Actor by) {
        cases.remove(id, body.reason(), by, clock.instant());
        return cases.drafted(id);
    }

    @PostMapping("/cases/{id}/reviews")
    @Needs(CasebookNavigation.EDIT)
    Case keep(@PathVariable long id, @SignedIn Actor by) {
        cases.keep(id, by, clock.instant());
        return index.one(id);
    }

    @GetMapping("/volumes")
    List<Volume> volumes() {
        return volumes.all();
    }

    @GetMapping("/volumes/{id}")
    List<Case> volume(@PathVariable long id) {
        volumes.one(id);
        return volumes.cases(id);
    }

    @PostMapping("/volumes")
    @Needs(CasebookNavigation.EDIT)
    @ResponseStatus(HttpStatus.CREATED)
    Volume bind(@RequestBody @Valid VolumeForm body, @RequestHeader("Idempotency-Key") String requestId, @SignedIn Actor by) {
        return volumes.publish(body.binding(), by, clock.instant(), requestId);
    }

    @GetMapping("/circulars")
    @Needs(CasebookNavigation.ISSUE)
    List<Circulars.Circular> circulars() {
        return circulars.all();
    }

    @GetMapping("/circulars/figures")
    @Needs(CasebookNavigation.ISSUE)
    @Operation(summary = "What a circular over these days would count, beside the period before and the same one a year ago")
    CircularFigures figures(@RequestParam LocalDate from, @RequestParam LocalDate until) {
        return circulars.figures(from, until);
    }

    @PostMapping("/circulars")
    @Needs(CasebookNavigation.ISSUE)
    @ResponseStatus(HttpStatus.CREATED)
    Circulars.Circular draft(@RequestBody @Valid CircularForm body, @RequestHeader("Idempotency-Key") String requestId, @SignedIn Actor by) {
        return circulars.draft(
                Objects.requireNonNull(body.from()), Objects.requireNonNull(body.until()), Objects.requireNonNull(body.issuer()), body.to(), by, clock.instant(), requestId);
    }
}
