package org.sanban.errors;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sanban.people.Directory;
import org.sanban.workflow.Card;
import org.sanban.workflow.Urgency;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the engine is told of an error: never more than everybody may read who sees it in a tray. */
@Component
class ErrorCards {

    /** The role whose unit keeps the register, and holds an error while nobody knows where it arose. */
    static final String KEEPER = "ERROR_MANAGER";

    private static final int LINE = 60;

    private final Taxonomy taxonomy;
    private final Directory directory;
    private final MessageSource messages;

    ErrorCards(Taxonomy taxonomy, Directory directory, MessageSource messages) {
        this.taxonomy = taxonomy;
        this.directory = directory;
        this.messages = messages;
    }

    Card of(ErrorRecord e) {
        Urgency urgency = Optional.ofNullable(e.nature().severity()).filter(s -> s.equals("S3") || s.equals("S4")).isPresent() ? Urgency.FAST : Urgency.NORMAL;
        Long unit = e.found().unit();
        return new Card(line(e), e.no(), unit == null ? null : directory.unit(unit).map(Directory.UnitEntry::name).orElse(null), urgency, e.confidentiality(),
                unit == null ? keepersUnit() : unit, null, attributes(e));
    }

    long keepersUnit() {
        return directory.holding(KEEPER, 0).stream().map(Directory.Entry::unit).filter(u -> u != 0).findFirst().orElse(0L);
    }

    /** The number where not everybody may know the rest: whoever supervises sees the titles of all matters. */
    private String line(ErrorRecord e) {
        if (e.openness() != Openness.OPEN_IN_OFFICE) {
            return messages.getMessage("errors.card.restricted", null, Locale.SIMPLIFIED_CHINESE);
        }
        String said = e.description().lines().findFirst().orElse("").strip();
        return said.substring(0, said.offsetByCodePoints(0, Math.min(said.codePointCount(0, said.length()), LINE)));
    }

    /** What the conditions of {@code procedures/error.yaml} look at. */
    private Map<String, String> attributes(ErrorRecord e) {
        Map<String, String> attributes = new LinkedHashMap<>();
        Taxonomy.Severity grade = taxonomy.severity(e.nature().severity()).orElse(null);
        attributes.put("nearMiss", yes(e.nature().nearMiss()));
        attributes.put("outside", yes(grade != null && grade.outside()));
        attributes.put("mayExplain", yes(grade != null && !grade.explanation().equals("NONE")));
        attributes.put("mustExplain", yes(grade != null && grade.explanation().equals("REQUIRED")));
        attributes.put("mustTell", yes(grade != null && grade.casebook().equals("REQUIRED")));
        attributes.put("business", e.business());
        return attributes;
    }

    private static String yes(boolean so) {
        return so ? "yes" : "no";
    }
}
