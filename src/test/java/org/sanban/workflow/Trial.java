package org.sanban.workflow;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.sanban.audit.SubjectRef;
import org.sanban.pages.Objection;
import org.sanban.people.Actor;
import org.sanban.people.Clearance;
import org.sanban.workflow.spi.Attempt;
import org.sanban.workflow.spi.Effect;
import org.sanban.workflow.spi.Gate;
import org.sanban.workflow.spi.SubjectKind;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A trivial kind of subject, in the tests alone: this folder and one procedure file are all that a new kind takes. */
@Configuration(proxyBeanMethods = false)
public class Trial {

    static final AtomicLong IDS = new AtomicLong(1_000_000);
    /** Subjects whose gate is shut. */
    static final Set<Long> SHUT = ConcurrentHashMap.newKeySet();

    static final Set<Long> SIGNED = ConcurrentHashMap.newKeySet();

    public static SubjectRef next() {
        return new SubjectRef("trial", IDS.incrementAndGet());
    }

    public static Card card(String title, Urgency urgency, Actor by) {
        return new Card(title, null, null, urgency, Clearance.NONE, by.units().stream().findFirst().orElse(0L), null, Map.of("lane", urgency.lane().name()));
    }

    @Bean
    SubjectKind trialKind() {
        return new SubjectKind() {
            @Override
            public String kind() {
                return "trial";
            }

            @Override
            public String href(long id) {
                return "/trials/" + id;
            }

            @Override
            public String tab() {
                return "affairs";
            }
        };
    }

    @Bean
    Gate trialGate() {
        return new Gate() {
            @Override
            public String code() {
                return "trial.gate";
            }

            @Override
            public List<Objection> objections(Attempt attempt) {
                return SHUT.contains(attempt.subject().id()) ? List.of(Objection.of("workflow.refusal.no-way")) : List.of();
            }

            @Override
            public boolean overridable() {
                return true;
            }
        };
    }

    @Bean
    Effect trialEffect() {
        return new Effect() {
            @Override
            public String code() {
                return "trial.signed";
            }

            @Override
            public void apply(Attempt attempt) {
                SIGNED.add(attempt.subject().id());
            }
        };
    }
}
