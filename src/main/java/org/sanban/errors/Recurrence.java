package org.sanban.errors;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Does an error come back (重复差错)? Surely where type, step and unit are those of a confirmed one made within the twelve months before; perhaps
 * where its words are like those of one of the same business: that is shown, and a person decides.
 */
@Component
public class Recurrence {

    private static final int MONTHS = 12;
    private static final int LOOKED_AT = 500;
    /** Share of two-character sequences that both descriptions have. */
    private static final double ALIKE = 0.35;

    /** @param likeness in hundredths; 100 for the same type, step and unit */
    public record Earlier(long id, String no, String description, Instant at, int likeness) {}

    private static final String BEFORE = """
            select e.id, e.no, e.description, coalesce(e.occurred_at, e.found_at) as at from error_record e
             where e.id <> :id and e.state not in ('REJECTED', 'VOIDED', 'REPORTED') and coalesce(e.occurred_at, e.found_at) <= :at
               and coalesce(e.occurred_at, e.found_at) > :since and""";

    private final JdbcClient jdbc;
    private final ZoneId zone;

    Recurrence(JdbcClient jdbc, @Value("${sanban.zone}") ZoneId zone) {
        this.jdbc = jdbc;
        this.zone = zone;
    }

    /** The latest one of the same type, step and unit; null where there is none or one of the three is unknown. */
    @Nullable Earlier same(ErrorRecord e) {
        if (e.nature().type() == null || e.found().madeStep() == null || e.found().unit() == null) {
            return null;
        }
        return asked(e, BEFORE + " e.type_code = :type and e.introduced_step = :step and e.unit = :unit order by 4 desc, e.id desc limit 1")
                .param("type", e.nature().type()).param("step", e.found().madeStep()).param("unit", e.found().unit())
                .query((row, n) -> new Earlier(row.getLong(1), row.getString(2), row.getString(3), row.getTimestamp(4).toInstant(), 100)).optional().orElse(null);
    }

    /** Those whose words are alike, the most alike first, at most three. */
    List<Earlier> alike(ErrorRecord e) {
        Set<String> words = pairs(e.description());
        return asked(e, BEFORE + " e.business = :business order by 4 desc, e.id desc limit " + LOOKED_AT).param("business", e.business())
                .query((row, n) -> new Earlier(row.getLong(1), row.getString(2), row.getString(3), row.getTimestamp(4).toInstant(),
                        (int) Math.round(100 * likeness(words, pairs(row.getString(3))))))
                .list().stream().filter(o -> o.likeness() >= 100 * ALIKE).sorted(Comparator.comparingInt(Earlier::likeness).reversed()).limit(3).toList();
    }

    private JdbcClient.StatementSpec asked(ErrorRecord e, String sql) {
        Instant at = e.found().madeAt() == null ? e.found().at() : e.found().madeAt();
        return jdbc.sql(sql).param("id", e.id()).param("at", Timestamp.from(at)).param("since", Timestamp.from(at.atZone(zone).minusMonths(MONTHS).toInstant()));
    }

    static double likeness(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        int smaller = Math.min(one.size(), other.size());
        return smaller == 0 ? 0 : (double) both.size() / smaller;
    }

    static Set<String> pairs(String text) {
        String plain = text.replaceAll("[\\p{P}\\s]", "");
        Set<String> pairs = new HashSet<>();
        for (int n = 0; n + 2 <= plain.length(); n++) {
            pairs.add(plain.substring(n, n + 2));
        }
        return pairs;
    }
}
