package org.sanban.reports;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a report on errors is narrowed to; null does not narrow. Work load follows kind of subject, unit and urgency. */
public record ErrorCut(
        @Nullable String business, @Nullable String subjectKind, @Nullable String kind, @Nullable String type, @Nullable String severity, @Nullable String introduced,
        @Nullable String found, @Nullable Long unit, @Nullable String urgency, @Nullable String source, @Nullable Integer distance) {

    /** A kind that no subject has. */
    private static final String NOTHING = "-";

    public static final ErrorCut NONE = new ErrorCut(null, null, null, null, null, null, null, null, null, null, null);

    public ErrorCut {
        business = empty(business);
        subjectKind = empty(subjectKind);
        kind = empty(kind);
        type = empty(type);
        severity = empty(severity);
        introduced = empty(introduced);
        found = empty(found);
        urgency = empty(urgency);
        source = empty(source);
    }

    private static @Nullable String empty(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }

    /**
     * The matters whose number the errors are set against: of the chosen kind, else of the kind of the chosen business.
     *
     * @param ofBusiness null where the business has none: then it is set against nothing
     */
    Cut load(@Nullable String ofBusiness) {
        String kind = subjectKind != null || business == null ? subjectKind : ofBusiness == null ? NOTHING : ofBusiness;
        return new Cut(kind, null, unit, urgency);
    }

    String where(Map<String, Object> values) {
        return one(values, "business", business) + one(values, "matter_kind", subjectKind) + one(values, "kind", kind) + one(values, "type_code", type)
                + one(values, "severity", severity) + one(values, "introduced_step", introduced) + one(values, "found_step", found) + one(values, "unit_id", unit)
                + one(values, "urgency", urgency) + one(values, "source", source) + one(values, "distance", distance);
    }

    private static String one(Map<String, Object> values, String column, @Nullable Object value) {
        if (value == null) {
            return "";
        }
        values.put("cut_" + column, value);
        return " and " + column + " = :cut_" + column;
    }
}
