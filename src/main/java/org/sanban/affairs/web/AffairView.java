package org.sanban.affairs.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sanban.affairs.Affair;
import org.sanban.affairs.Category;
import org.sanban.affairs.Feedback;
import org.sanban.affairs.Instructions;

/**
 * What the page of an affair shows.
 *
 * @param step it stands at, null when it has ended
 * @param mine what of it lies before the reader
 * @param course the reader sees where it lies
 * @param files names of its files by id
 * @param into number of the affair it was merged into
 * @param decided what the minutes say, where it says something else
 */
public record AffairView(
        Affair affair, Category category, AffairWords words, @Nullable String step, boolean mine, boolean course, List<Instructions.Instruction> instructions, List<Feedback> feedback,
        List<Feedback.Verdict> verdicts, Map<Long, String> files, @Nullable String into, @Nullable String decided, boolean archived) {

    /** How the review of a round ended, or null. */
    public Feedback.@Nullable Verdict verdict(Feedback one) {
        return one.kind() == Feedback.Kind.FEEDBACK && one.leads() ? verdicts.stream().filter(v -> v.round() == one.round()).reduce((a, b) -> b).orElse(null) : null;
    }

    /** It is so far that those who were served may be asked. */
    public boolean rates() {
        return affair.state().closed() || affair.state() == org.sanban.affairs.State.FEEDBACK_SUBMITTED || affair.state() == org.sanban.affairs.State.APPROVED;
    }

    /** It may be written anew. */
    public boolean edits() {
        return mine && step != null && List.of("propose", "register", "accept", "entrust").contains(step);
    }
}
