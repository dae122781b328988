package org.sanban.documents;

import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Number and title of a registered paper, for a paper that answers it or passes it on. Who may link to it is asked elsewhere. */
@Component
@Transactional(readOnly = true)
public class CitedPapers {

    /** @param number the sender's own, empty where it bears none */
    public record Cited(String number, String title) {}

    private final Papers papers;

    CitedPapers(Papers papers) {
        this.papers = papers;
    }

    public Optional<Cited> of(long incoming) {
        return papers.exists(incoming)
                ? Optional.of(papers.one(incoming).particulars).map(p -> new Cited(Objects.requireNonNullElse(p.docNumber(), ""), p.title()))
                : Optional.empty();
    }
}
