package org.sanban.outgoing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sanban.pages.NotFound;
import org.sanban.people.Actor;
import org.sanban.proofing.Difference;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Frozen texts (版本) and what differs between any two, for whoever sees the paper. */
@Service
@Transactional(readOnly = true)
public class Revisions {

    private final RevisionRows rows;
    private final Places places;
    private final Outgoings outgoings;
    private final StandingTexts texts;

    Revisions(RevisionRows rows, Places places, Outgoings outgoings, StandingTexts texts) {
        this.rows = rows;
        this.places = places;
        this.outgoings = outgoings;
        this.texts = texts;
    }

    public List<Revision> of(long id, Actor by) {
        places.of(id, by);
        return rows.of(id);
    }

    /** @throws NotFound when the paper has no such revision */
    public Revision one(long id, int no, Actor by) {
        places.of(id, by);
        return rows.one(id, no).orElseThrow(NotFound::new);
    }

    /**
     * What differs between two texts, by element; elements that do not differ are left out.
     *
     * @param from number of a revision, 0 for an empty paper
     * @param to number of a revision, 0 for the text as it stands now
     */
    public Map<String, Difference> between(long id, int from, int to, Actor by) {
        places.of(id, by);
        Map<String, String> old = from == 0 ? Elements.of(Draft.EMPTY, List.of()) : rows.one(id, from).orElseThrow(NotFound::new).elements();
        Map<String, String> now = to == 0 ? standing(id) : rows.one(id, to).orElseThrow(NotFound::new).elements();
        Map<String, Difference> differences = new LinkedHashMap<>();
        now.forEach((element, text) -> {
            String was = old.getOrDefault(element, "");
            if (!was.equals(text)) {
                differences.put(element, Difference.between(was, text));
            }
        });
        return differences;
    }

    private Map<String, String> standing(long id) {
        StandingTexts.Standing now = texts.of(outgoings.one(id));
        return Elements.of(now.draft(), now.files());
    }
}
