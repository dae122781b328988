package org.sanban.visits;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;

/**
 * A visit (调研、走访) with what was found there.
 *
 * @param host body that was visited
 * @param divisions units of the office that took part
 * @param score 1 to 5, what the host says of it; {@code said} in its words
 */
public record Visit(
        long id, LocalDate on, Mode mode, long host, @Nullable Long leader, List<Long> divisions, @Nullable Integer participants, @Nullable String topics,
        @Nullable String summary, @Nullable LocalDate nextContact, @Nullable Integer score, @Nullable String said, long createdBy, Instant createdAt, List<Problem> problems) {

    public static final String KIND = "visit";

    public enum Mode {
        ON_SITE,
        VIDEO,
        PHONE
    }

    /** 难点, 痛点, 堵点. */
    public enum Trouble {
        HARD,
        PAIN,
        BLOCK
    }

    /** @param onSite solved on the spot; {@code how} it was solved; {@code affair} that follows it */
    public record Problem(
            long id, int no, Trouble kind, String words, @Nullable String raisedBy, @Nullable LocalDate due, boolean onSite, @Nullable String how, @Nullable Instant solvedAt,
            @Nullable Long affair, @Nullable Boolean satisfied) {

        public boolean open() {
            return solvedAt == null;
        }
    }

    /** What is entered of a problem. @param how where it was solved on the spot, else null; {@code follow}: it becomes an affair */
    public record Found(Trouble kind, String words, @Nullable String raisedBy, @Nullable LocalDate due, @Nullable String how, boolean follow) {}

    /** What is entered of a visit. */
    public record Entry(
            LocalDate on, Mode mode, long host, @Nullable Long leader, List<Long> divisions, @Nullable Integer participants, @Nullable String topics, @Nullable String summary,
            @Nullable LocalDate nextContact, List<Found> problems) {}

    public SubjectRef ref() {
        return new SubjectRef(KIND, id);
    }

    public long open() {
        return problems.stream().filter(Problem::open).count();
    }
}
