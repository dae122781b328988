package org.sanban.checks;

import java.util.Set;

/**
 * Which papers and which of their elements a rule looks at; an empty set leaves it open.
 *
 * @param elements names of {@link CheckedPaper#elements}, {@code attached} for the texts of the attachments; empty for all running text
 * @param types names of the types of documents
 * @param directions names of the directions
 */
public record Scope(Set<String> elements, Set<String> types, Set<String> directions) {

    public static final Scope ALL = new Scope(Set.of(), Set.of(), Set.of());

    /** Elements that hold running text. */
    private static final Set<String> RUNNING = Set.of("title", "body", "annotation", "attachments", CheckedPaper.ATTACHED);

    public Scope {
        elements = Set.copyOf(elements);
        types = Set.copyOf(types);
        directions = Set.copyOf(directions);
    }

    boolean concerns(CheckedPaper paper) {
        return (types.isEmpty() || types.contains(paper.docType())) && (directions.isEmpty() || directions.contains(paper.direction()));
    }

    boolean concerns(PaperText text) {
        return (elements.isEmpty() ? RUNNING : elements).contains(text.kind());
    }
}
