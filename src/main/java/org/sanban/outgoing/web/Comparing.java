package org.sanban.outgoing.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.sanban.outgoing.Draft;
import org.sanban.outgoing.Elements;
import org.sanban.outgoing.OutgoingPaper;
import org.sanban.proofing.Difference;
import org.springframework.stereotype.Component;

/** What is typed beside what is saved. */
@Component
class Comparing {

    /** By element; those that do not differ are left out. */
    Map<String, Difference> saved(OutgoingPaper paper, Draft typed) {
        Map<String, String> saved = Elements.of(paper.draft(), paper.files());
        Map<String, Difference> differences = new LinkedHashMap<>();
        Elements.of(typed, paper.files()).forEach((element, text) -> {
            String was = Objects.requireNonNullElse(saved.get(element), "");
            if (!was.equals(text)) {
                differences.put(element, Difference.between(was, text));
            }
        });
        return differences;
    }
}
