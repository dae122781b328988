package org.sanban.checking.web;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.checking.OfficeRule;
import org.sanban.checking.RuleWorth;
import org.sanban.checking.Rules;
import org.sanban.checking.Trials;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.sanban.workflow.Sight;
import org.springframework.stereotype.Component;

/** Gathers what the page of a rule shows. */
@Component
class RulePages {

    private static final int SHOWN = 30;

    private final Rules rules;
    private final RuleWorth worth;
    private final Trials trials;
    private final Sight sight;
    private final Directory directory;
    private final Clock clock;

    RulePages(Rules rules, RuleWorth worth, Trials trials, Sight sight, Directory directory, Clock clock) {
        this.rules = rules;
        this.worth = worth;
        this.trials = trials;
        this.sight = sight;
        this.directory = directory;
        this.clock = clock;
    }

    RuleView of(long id, Actor by) {
        OfficeRule rule = rules.one(id);
        RuleWorth.Worth all = worth.of(id);
        RuleWorth.Worth year = worth.lastYear(clock.instant()).getOrDefault(id, RuleWorth.Worth.NONE);
        Trials.Trial trial = trials.last(id, by).orElse(null);
        List<RuleWorth.Reason> reasons = worth.reasons(id, List.of("WAIVED", "FALSE_ALARM"), SHOWN);
        return new RuleView(
                rule, all, worth.months(id, clock.instant()), rule.running() != null && worth.noisy(year), worth.noisyShare(), trial,
                worth.places(id, SHOWN, by), reasons, worth.recurrences(id), origin(rule.origin(), by), names(rule, trial, reasons), by.may(CheckingNavigation.DRAFT),
                by.may(CheckingNavigation.PUBLISH));
    }

    private @Nullable String origin(@Nullable SubjectRef origin, Actor by) {
        return origin != null && sight.sees(by, origin) ? "/go?subject=" + origin : null;
    }

    private Map<Long, String> names(OfficeRule rule, Trials.@Nullable Trial trial, List<RuleWorth.Reason> reasons) {
        Set<Long> ids = new HashSet<>();
        ids.add(rule.createdBy());
        if (rule.publishedBy() != null) {
            ids.add(rule.publishedBy());
        }
        if (trial != null) {
            ids.add(trial.by());
        }
        reasons.forEach(r -> ids.add(r.by()));
        Map<Long, String> names = new HashMap<>();
        directory.persons(ids).forEach((id, entry) -> names.put(id, entry.name()));
        return names;
    }
}
