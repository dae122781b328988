package org.sanban.routing;

import java.util.List;

/** A rule of writing: its number in domain.md §3.8 and the policy that looks. */
record Rule(String id, Policy policy) {

    /** Looks at the paper, knowing the terms the office has set for the rule. */
    @FunctionalInterface
    interface Policy {
        List<Flaw> look(OutgoingFacts facts, Terms terms);
    }
}
