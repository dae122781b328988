package org.sanban.reports.web;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.sanban.reports.Bases;
import org.sanban.reports.Span;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Names the base period that time saved is measured against. */
@Controller
@Needs(BasesController.SET)
class BasesController {

    static final String SET = "supervise.act";
    private static final LocalDate NONE = LocalDate.of(1990, 1, 1);

    private final Bases bases;
    private final Clock clock;

    BasesController(Bases bases, Clock clock) {
        this.bases = bases;
        this.clock = clock;
    }

    @PostMapping("/reports/time/base")
    String set(@RequestParam(required = false) @Nullable String baseFrom, @RequestParam(required = false) @Nullable String baseTo, @SignedIn Actor by) {
        Span span = Periods.of(null, baseFrom, baseTo, "month", NONE);
        if (span.from().equals(NONE)) {
            throw new Refused(Objection.of("reports.refusal.base").at("baseFrom"));
        }
        bases.set(span, by, clock.instant());
        return "redirect:/reports/time";
    }
}
