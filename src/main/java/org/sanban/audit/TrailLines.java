package org.sanban.audit;

import java.util.List;
import org.springframework.stereotype.Component;

/** Where the lines of the trail lie: rows of its own, and rows of others that stand on it themselves. */
@Component
class TrailLines {

    private static final String OWN = "select id, subject_kind, subject_id, seq, form, at, actor, on_behalf_of, what, detail, client, prev_hash, hash,"
            + " null::int as check_bits, null::text[] as told from audit_entry";

    private final List<String> others;
    private final List<String> strays;

    TrailLines(List<Carried> others) {
        this.others = others.stream().map(Carried::lines).toList();
        this.strays = others.stream().map(Carried::strays).toList();
    }

    /** Every line, as a table to read from. */
    String all() {
        StringBuilder all = new StringBuilder("(").append(OWN);
        others.forEach(other -> all.append(" union all ").append(other));
        return all.append(")").toString();
    }

    /** The trail's own rows, as a table to read from. */
    String own() {
        return "(" + OWN + ")";
    }

    /** The rows of others, each as a table to read from. */
    List<String> carried() {
        return others.stream().map(other -> "(" + other + ")").toList();
    }

    /** Rows of others that nobody put on the trail, a query each. */
    List<String> strays() {
        return strays;
    }
}
