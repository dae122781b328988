package org.sanban.reports;

import java.util.List;

/** What is measured of meetings (domain.md §5.6). Each is one rule, used to add up and to list alike (promise 13). */
public enum MeetingMeasure {
    /** 纪要用时: from the end to the issue. */
    MINUTES,
    /** 纪要报审轮次. */
    ROUNDS,
    /** 新闻稿用时: from the end to the approval. */
    PRESS,
    /** 会前一日回执率. */
    REPLIES,
    /** 材料按时率. */
    MATERIALS,
    /** 会议时长: planned and real. */
    LENGTH,
    /** 议定事项按时办结率; those that are due count, done or not. */
    DECISIONS;

    /** Does the meeting count? */
    public boolean counts(MeetingFigures.Line l) {
        return switch (this) {
            case MINUTES -> l.minutes() != null;
            case ROUNDS -> l.rounds() != null;
            case PRESS -> l.press() != null;
            case REPLIES -> l.invited() > 0;
            case MATERIALS -> l.materials() > 0;
            case LENGTH -> l.real() != null;
            case DECISIONS -> l.decisions() > 0;
        };
    }

    /** A share of {@link #of}; the others are lengths or rounds. */
    public boolean share() {
        return this == REPLIES || this == MATERIALS || this == DECISIONS;
    }

    long part(MeetingFigures.Line l) {
        return switch (this) {
            case REPLIES -> l.replied();
            case MATERIALS -> l.materialsInTime();
            case DECISIONS -> l.decisionsInTime();
            default -> 0;
        };
    }

    long of(MeetingFigures.Line l) {
        return switch (this) {
            case REPLIES -> l.invited();
            case MATERIALS -> l.materials();
            case DECISIONS -> l.decisions();
            default -> 0;
        };
    }

    /** Minutes or rounds, of one that counts. */
    long length(MeetingFigures.Line l) {
        Long found = switch (this) {
            case MINUTES -> l.minutes();
            case ROUNDS -> l.rounds();
            case PRESS -> l.press();
            case LENGTH -> l.real();
            default -> null;
        };
        return found == null ? 0 : found;
    }

    /** The middle one; 0 of none. */
    long median(List<MeetingFigures.Line> lines) {
        List<Long> sorted = lines.stream().filter(this::counts).map(this::length).sorted().toList();
        int n = sorted.size();
        return n == 0 ? 0 : n % 2 == 1 ? sorted.get(n / 2) : (sorted.get(n / 2 - 1) + sorted.get(n / 2)) / 2;
    }
}
