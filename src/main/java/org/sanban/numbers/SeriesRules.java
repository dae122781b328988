package org.sanban.numbers;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Organizations;
import org.springframework.stereotype.Component;

/** What a series must be to give numbers by the rules of domain.md §3.4. */
@Component
class SeriesRules {

    private static final String CODE = "[\\p{IsHan}A-Za-z]{1,10}";
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_FORMAT = 40;
    private static final String YEAR = "{year}";

    private final Organizations organizations;

    SeriesRules(Organizations organizations) {
        this.organizations = organizations;
    }

    void refuseUnfit(Series series) {
        List<Objection> objections = new ArrayList<>();
        Stream.of(code(series), name(series), body(series), types(series), format(series)).flatMap(Optional::stream).forEach(objections::add);
        if (!objections.isEmpty()) {
            throw new Refused(objections);
        }
    }

    private static Optional<Objection> code(Series series) {
        return unless(series.code().matches(CODE), "numbers.refusal.code", "code");
    }

    private static Optional<Objection> name(Series series) {
        return unless(!series.name().isBlank() && series.name().length() <= LONGEST_NAME, "numbers.refusal.name", "name");
    }

    private Optional<Objection> body(Series series) {
        return unless(organizations.byCode(series.body()).isPresent(), "numbers.refusal.body", "body");
    }

    private static Optional<Objection> types(Series series) {
        List<String> types = series.docTypes();
        boolean known = Series.LEGAL_TYPES.containsAll(types) && new HashSet<>(types).size() == types.size();
        return unless(known && !types.isEmpty(), "numbers.refusal.types", "docTypes");
    }

    /** The year stands between hexagonal brackets, the number once and by itself. */
    private static Optional<Objection> format(Series series) {
        String format = series.format();
        String rest = format.replaceFirst("\\{code}", "").replaceFirst("\u3014\\{year}\u3015", "").replaceFirst("\\{n}", "");
        boolean fit = format.contains("{n}") && format.length() <= LONGEST_FORMAT && rest.matches("[\\p{IsHan}A-Za-z()\uff08\uff09/]*");
        return unless(fit, "numbers.refusal.format", "format");
    }

    /** What makes a number one of its kind: its text, where that names series and year; else with both before it. */
    static String key(String code, String format, int period, String text) {
        boolean whole = format.contains("{code}") && (period == 0 || format.contains(YEAR));
        return whole ? text : code + " " + period + " " + text;
    }

    static String text(String code, String format, int year, int seq) {
        return format.replace("{code}", code).replace(YEAR, String.valueOf(year)).replace("{n}", String.valueOf(seq));
    }

    private static Optional<Objection> unless(boolean fit, String refusal, String field) {
        return fit ? Optional.empty() : Optional.of(Objection.of(refusal).at(field));
    }
}
