package org.sanban.routing;

import java.util.Optional;

/** The chain of command between two bodies (隶属关系). */
record Chain(Bodies bodies) {

    private static final int LONGEST = 8;

    /** Steps from {@code lower} up to {@code upper}; where they are not on one chain, the levels between them. */
    int distance(Body lower, Body upper) {
        Optional<Body> next = above(lower);
        for (int steps = 1; next.isPresent() && steps <= LONGEST; steps++) {
            if (next.get().id() == upper.id()) {
                return steps;
            }
            next = above(next.get());
        }
        return lower.tier() - upper.tier();
    }

    private Optional<Body> above(Body body) {
        return Optional.ofNullable(body.superior()).flatMap(bodies::byId);
    }
}
