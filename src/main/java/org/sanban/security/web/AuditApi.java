package org.sanban.security.web;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.Anchor;
import org.sanban.audit.Sealing;
import org.sanban.audit.Trail;
import org.sanban.pages.NotFound;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.sanban.security.VerificationRuns;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The trail for the audit administrator's programs. */
@RestController
@RequestMapping("/api/audit")
@Needs(AuditController.RIGHT)
class AuditApi {

    private static final int PAGE = 200;

    private final Trail trail;
    private final Sealing sealing;
    private final VerificationRuns runs;
    private final Clock clock;

    AuditApi(Trail trail, Sealing sealing, VerificationRuns runs, Clock clock) {
        this.trail = trail;
        this.sealing = sealing;
        this.runs = runs;
        this.clock = clock;
    }

    /** @param next to be sent as {@code after}; absent at the end */
    record Page(List<Trail.Entry> entries, @Nullable String next) {}

    @GetMapping("/entries")
    Page entries(AuditFilter filter, @RequestParam(required = false) @Nullable String after) {
        List<Trail.Entry> found = trail.search(filter.in(clock.getZone()), AuditCursor.read(after), PAGE);
        return new Page(found, found.size() < PAGE ? null : AuditCursor.write(found.getLast()));
    }

    @GetMapping("/seals/newest")
    Sealing.Seal newest() {
        return sealing.newest().orElseThrow(NotFound::new);
    }

    @PostMapping("/verifications")
    @ResponseStatus(HttpStatus.ACCEPTED)
    VerificationRuns.Run verify(@RequestParam(defaultValue = "") String anchor, @SignedIn Actor by) {
        return runs.start(by, anchor.isBlank() ? null : Anchor.of(anchor));
    }

    @GetMapping("/verifications/latest")
    VerificationRuns.Run latest() {
        return runs.latest().orElseThrow(NotFound::new);
    }
}
