package org.sanban.outgoing.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sanban.pages.Texts;
import org.sanban.people.Organizations.Organization;

/** Elements of a draft by name, and values that are codes or ids as a person reads them. */
public record ElementWords(Texts texts, Map<String, String> bodies) {

    private static final Map<String, String> CODED = Map.of(
            "docType", "documents.doc-type.", "direction", "documents.direction.", "medium", "documents.medium.", "openness", "documents.openness.",
            "urgency", "documents.urgency.", "secrecy", "documents.secrecy.", "normative", "outgoing.draft.", "important", "outgoing.draft.");
    private static final Set<String> YES = Set.of("ownOpinion", "assignedInstruction", "governmentConsents");
    private static final Set<String> BODIES = Set.of("issuer", "jointIssuers", "onBehalfOf");

    ElementWords(Texts texts, List<Organization> organizations) {
        this(texts, organizations.stream().collect(Collectors.toMap(o -> String.valueOf(o.id()), Organization::name)));
    }

    public String name(String element) {
        return texts.of("outgoing.draft.element." + element);
    }

    /** Is its value a choice, so that it is shown as a whole? */
    public boolean chosen(String element) {
        return CODED.containsKey(element) || YES.contains(element) || BODIES.contains(element) || element.equals("firstCheck");
    }

    public String value(String element, String raw) {
        if (raw.isEmpty()) {
            return texts.of("outgoing.draft.nothing");
        }
        if (BODIES.contains(element)) {
            return raw.lines().map(id -> bodies.getOrDefault(id, id)).collect(Collectors.joining("\n"));
        }
        if (element.equals("firstCheck")) {
            return raw.lines().map(line -> texts.of("outgoing.first-check." + line.replaceFirst("=.*", ""))).collect(Collectors.joining("\n"));
        }
        return YES.contains(element) ? texts.of("outgoing.draft." + raw) : CODED.containsKey(element) ? texts.of(CODED.get(element) + raw) : raw;
    }
}
