package org.sanban.affairs;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;

/**
 * An affair (事项) as it stands.
 *
 * @param no of the office, e.g. {@code 督〔2026〕041}; null before it is registered, and where the body that asks numbers it
 * @param originNo of the body that asks, e.g. 建议第127号
 * @param instruction what a leader wrote or a meeting decided, verbatim; never paraphrased (domain.md §6.3)
 * @param standard what "done" means (办结标准)
 * @param rounds of feedback so far
 * @param version for an edit
 */
public record Affair(
        long id, String category, @Nullable String no, @Nullable String originNo, String title, Source source, @Nullable String instruction,
        @Nullable String standard, boolean firstMatter, Lane lane, @Nullable String laneReason, @Nullable Long owner, long ownerUnit, List<Party> parties,
        @Nullable Instant due, boolean sensitive, State state, Stamps stamps, int rounds, @Nullable String result, @Nullable String afterAction,
        @Nullable Long mergedInto, Answer answer, long createdBy, int version) {

    /** @param subject what it comes from, where the house keeps that; {@code words} where it does not */
    public record Source(SourceType type, @Nullable SubjectRef subject, @Nullable String words) {
        public static Source of(SourceType type) {
            return new Source(type, null, null);
        }
    }

    /** One who takes part: a unit of the office or a body outside. */
    public record Party(Part part, @Nullable Long unit, @Nullable Long organization) {
        public enum Part {
            /** 主办. */
            LEAD,
            /** 协办. */
            SUPPORT
        }

        public static Party unit(Part part, long unit) {
            return new Party(part, unit, null);
        }

        public static Party body(Part part, long organization) {
            return new Party(part, null, organization);
        }
    }

    public record Stamps(Instant created, @Nullable Instant registered, @Nullable Instant entrusted, @Nullable Instant closed, @Nullable String outcome) {}

    /** What the body that asked was told and what it says of that. @param kind answer class A, B, C … */
    public record Answer(@Nullable String kind, @Nullable LocalDate on, @Nullable Satisfaction satisfaction, @Nullable String words) {}

    public enum Satisfaction {
        SATISFIED,
        PARTLY_SATISFIED,
        UNSATISFIED
    }

    public SubjectRef ref() {
        return AffairKind.ref(id);
    }

    /** The number one says: the office's, else that of the body that asks, else none. */
    public @Nullable String number() {
        return no != null ? no : originNo;
    }

    public @Nullable Long leadUnit() {
        return parties.stream().filter(p -> p.part() == Party.Part.LEAD && p.unit() != null).map(Party::unit).findFirst().orElse(null);
    }

    public @Nullable Long leadBody() {
        return parties.stream().filter(p -> p.part() == Party.Part.LEAD && p.organization() != null).map(Party::organization).findFirst().orElse(null);
    }

    public List<Long> supportUnits() {
        return parties.stream().filter(p -> p.part() == Party.Part.SUPPORT && p.unit() != null).map(Party::unit).toList();
    }

    public List<Long> supportBodies() {
        return parties.stream().filter(p -> p.part() == Party.Part.SUPPORT && p.organization() != null).map(Party::organization).toList();
    }
}
