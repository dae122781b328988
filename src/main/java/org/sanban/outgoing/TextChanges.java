package org.sanban.outgoing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sanban.people.Organizations;
import org.sanban.proofing.Change;
import org.sanban.proofing.Difference;
import org.springframework.stereotype.Component;

/** What differs between two texts of one paper, element by element, with a first guess at kind and weight. */
@Component
class TextChanges {

    /** Elements of which any change alters what the paper does. */
    private static final Set<String> WEIGHTY = Set.of(
            "docType", "direction", "medium", "issuer", "jointIssuers", "mainRecipients", "ccRecipients", "signatureNames", "signers",
            "openness", "urgency", "secrecy", "normative", "onBehalfOf", "answersIncoming", "forwardsIncoming", "attachments", "files");

    /** A change as it is before anybody says what it is. */
    record Span(String element, Correction.Place place, String was, String is, Correction.Kind guessed, boolean substantive) {}

    private final Organizations organizations;

    TextChanges(Organizations organizations) {
        this.organizations = organizations;
    }

    List<Span> between(Map<String, String> before, Map<String, String> after) {
        List<Span> spans = new ArrayList<>();
        List<String> bodies = null;
        for (Map.Entry<String, String> now : after.entrySet()) {
            String was = Objects.requireNonNullElse(before.get(now.getKey()), "");
            if (!was.equals(now.getValue())) {
                bodies = bodies == null ? bodies() : bodies;
                for (Change change : Difference.between(was, now.getValue()).changes()) {
                    spans.add(span(now.getKey(), change, bodies));
                }
            }
        }
        return spans;
    }

    private static Span span(String element, Change c, List<String> bodies) {
        boolean weighs = WEIGHTY.contains(element) || c.substantive() || names(c.was(), bodies) || names(c.is(), bodies);
        return new Span(
                element, new Correction.Place(c.from(), c.to(), c.newFrom(), c.newTo()), c.was(), c.is(),
                Correction.Kind.valueOf(c.kind().name()), weighs);
    }

    private static boolean names(String words, @Nullable List<String> bodies) {
        return bodies != null && bodies.stream().anyMatch(words::contains);
    }

    private List<String> bodies() {
        return organizations.all().stream().flatMap(o -> java.util.stream.Stream.of(o.name(), o.shortName()))
                .filter(name -> name.length() > 1).distinct().toList();
    }
}
