package org.sanban.checking;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.checks.Rule;
import org.sanban.checks.RuleBook;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes the rules that the product comes with into the register, at every start. A rule that an upgrade changed gets a new edition
 * and runs in it; what the office said of it (switched off, another severity) stays.
 */
@Component
class Shipping {

    private final RuleRows rows;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Shipping(RuleRows rows, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.events = events;
        this.clock = clock;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(0)
    @Transactional
    public void atStart() {
        take(RuleBook.shipped(), clock.instant());
    }

    /** @return codes of the rules that came or changed */
    @Transactional
    public List<String> take(Collection<Rule> shipped, Instant at) {
        rows.alone();
        Map<String, OfficeRule> before = rows.all().stream().collect(Collectors.toMap(OfficeRule::code, Function.identity()));
        Set<String> there = new HashSet<>();
        List<String> changed = new ArrayList<>();
        for (Rule rule : shipped) {
            there.add(rule.id());
            if (take(before.get(rule.id()), rule, at)) {
                changed.add(rule.id());
            }
        }
        for (OfficeRule gone : before.values()) {
            if (gone.source() == OfficeRule.Source.SHIPPED && gone.running() != null && !there.contains(gone.code())) {
                rows.set(gone.id(), "state = 'RETIRED', running = null, note = 'not shipped any more', retired_at = :at", Map.of("at", at));
                events.publishEvent(RuleChanged.of(gone, "retired", 0, at, Map.of("code", gone.code())));
                changed.add(gone.code());
            }
        }
        if (!changed.isEmpty()) {
            rows.countUp();
        }
        return changed;
    }

    private boolean take(@Nullable OfficeRule known, Rule rule, Instant at) {
        if (known == null) {
            return fresh(rule, at);
        }
        return known.own() || known.rule().equals(rule) ? again(known, at) : upgraded(known, rule, at);
    }

    private boolean fresh(Rule rule, Instant at) {
        long id = rows.insert(rule, OfficeRule.Source.SHIPPED, null, "", null, 0, at).orElseThrow();
        run(id, 1, at);
        SubjectRef subject = new SubjectRef(RuleChanged.KIND, id);
        events.publishEvent(new RuleChanged(subject, "check-rule.shipped", 0, at, Map.of("code", rule.id(), "edition", 1)));
        return true;
    }

    private boolean upgraded(OfficeRule known, Rule rule, Instant at) {
        rows.edit(known, rule, 0, at);
        if (known.state() != OfficeRule.State.RETIRED || known.publishedBy() == null && known.note().equals("not shipped any more")) {
            run(known.id(), known.edition() + 1, at);
        } else {
            rows.set(known.id(), "state = 'RETIRED'", Map.of());
        }
        events.publishEvent(RuleChanged.of(known, "shipped", 0, at, Map.of("code", rule.id(), "edition", known.edition() + 1)));
        return true;
    }

    /** A rule that was shipped once, not for a while, and now is again. */
    private boolean again(OfficeRule known, Instant at) {
        if (known.own() || known.running() != null || !known.note().equals("not shipped any more")) {
            return false;
        }
        run(known.id(), known.edition(), at);
        return true;
    }

    private void run(long id, int edition, Instant at) {
        rows.set(id, "state = 'PUBLISHED', running = :edition, published_at = :at, note = null", Map.of("edition", edition, "at", at));
    }
}
