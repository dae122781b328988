package org.sanban.proofing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of the old text beside its line of the new text.
 *
 * @param before null where the line stands in the new text only
 * @param after null where the line stands in the old text only
 */
public record Row(@Nullable List<Run> before, @Nullable List<Run> after) {

    public boolean changed() {
        return before == null || after == null || touched(before) || touched(after);
    }

    private static boolean touched(List<Run> runs) {
        return runs.stream().anyMatch(run -> run.state() != Run.State.SAME);
    }
}
