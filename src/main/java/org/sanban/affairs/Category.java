package org.sanban.affairs;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sanban.workflow.Limit;
import org.sanban.workflow.Step;
import org.sanban.workflow.Urgency;

/**
 * A category of affairs (事项类别), as data in {@code rules/affairs.yaml}.
 *
 * @param source where its affairs come from, unless something else is said
 * @param series sign of its numbers, e.g. 督; null where the body that asks numbers it
 * @param procedure it runs through
 * @param limits proposed by lane
 * @param sensitive open to those alone who handle it
 * @param unit code of the unit that serves, or null
 */
public record Category(
        String code, SourceType source, Step.Name name, @Nullable String series, String procedure, Map<Urgency.Lane, Limit> limits, boolean sensitive, @Nullable String unit) {

    public Limit limit(Lane lane) {
        Urgency.Lane of = lane.urgency().lane();
        return limits.getOrDefault(of, limits.getOrDefault(Urgency.Lane.NORMAL, Limit.of("10 days work")));
    }

    /** A ticket: begun by whoever asks, numbered at once. */
    public boolean service() {
        return procedure.equals("affair-service");
    }

    /** It has a number of the body that asks (建议第127号). */
    public boolean proposal() {
        return procedure.equals("affair-proposal");
    }
}
