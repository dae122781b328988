package org.sanban.people;

import java.io.StringReader;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads a year of the calendar from YAML:
 * <pre>
 * year: 2026
 * office_hours: [{start: "09:00", end: "12:00"}, {start: "13:30", end: "17:30"}]   # optional
 * holidays:
 *   - {name: 元旦, from: "2026-01-01", to: "2026-01-03"}
 * working_weekends: ["2026-01-04"]
 * </pre>
 * Every objection names its line. All of them are reported at once.
 */
public final class CalendarFile {

    private static final int LONGEST = 100_000;

    private final List<Objection> objections = new ArrayList<>();
    private int year;

    private CalendarFile() {}

    /**
     * @param source shown beside the year, e.g. the file's name
     * @throws Refused with one objection a mistake, beside the field {@code text}
     */
    public static CalendarYear read(String text, String source) {
        CalendarFile file = new CalendarFile();
        CalendarYear read = file.year(text, source);
        if (!file.objections.isEmpty()) {
            throw new Refused(file.objections);
        }
        return read;
    }

    private CalendarYear year(String text, String source) {
        Map<String, Node> fields = fields(compose(text));
        Node yearNode = fields.get("year");
        if (yearNode == null) {
            throw new Refused(Objection.of("people.import.no-year").at("text"));
        }
        year = parse(yearNode, Integer::valueOf, 0);
        if (year < 1990 || year > 2200) {
            throw new Refused(objection(yearNode, "people.import.year", value(yearNode)));
        }
        Set<LocalDate> seen = new HashSet<>();
        List<CalendarYear.Holiday> holidays = new ArrayList<>();
        items(fields.get("holidays")).forEach(node -> holiday(node, seen, holidays));
        List<LocalDate> working = new ArrayList<>();
        items(fields.get("working_weekends")).forEach(node -> workingWeekend(node, seen, working));
        if (holidays.isEmpty() && objections.isEmpty()) {
            objections.add(objection(yearNode, "people.import.no-holidays"));
        }
        return new CalendarYear(year, false, source, holidays, working, spans(fields.get("office_hours")));
    }

    private Node compose(String text) {
        if (text.length() > LONGEST) {
            throw new Refused(Objection.of("people.import.too-long").at("text"));
        }
        try {
            LoaderOptions options = new LoaderOptions();
            options.setMaxAliasesForCollections(0);
            Node root = new Yaml(options).compose(new StringReader(text));
            if (root instanceof MappingNode) {
                return root;
            }
            throw new Refused(Objection.of("people.import.no-year").at("text"));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new Refused(Objection.of("people.import.syntax", String.valueOf(line)).at("text"));
        } catch (YAMLException e) {
            throw new Refused(Objection.of("people.import.syntax", "1").at("text"));
        }
    }

    private void holiday(Node node, Set<LocalDate> seen, List<CalendarYear.Holiday> holidays) {
        Map<String, Node> fields = fields(node);
        LocalDate from = date(fields.get("from"), node);
        LocalDate to = fields.containsKey("to") ? date(fields.get("to"), node) : from;
        if (from == null || to == null) {
            return;
        }
        if (to.isBefore(from)) {
            objections.add(objection(node, "people.import.backwards", from, to));
            return;
        }
        from.datesUntil(to.plusDays(1)).filter(day -> !seen.add(day)).forEach(day -> objections.add(objection(node, "people.import.twice", day)));
        holidays.add(new CalendarYear.Holiday(fields.containsKey("name") ? value(fields.get("name")) : "", from, to));
    }

    private void workingWeekend(Node node, Set<LocalDate> seen, List<LocalDate> working) {
        LocalDate day = date(node, node);
        if (day == null) {
            return;
        }
        if (day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0) {
            objections.add(objection(node, "people.import.no-weekend", day));
        }
        if (!seen.add(day)) {
            objections.add(objection(node, "people.import.twice", day));
        }
        working.add(day);
    }

    private List<CalendarYear.Span> spans(@Nullable Node node) {
        List<CalendarYear.Span> spans = new ArrayList<>();
        for (Node item : items(node)) {
            Map<String, Node> fields = fields(item);
            Node start = fields.getOrDefault("start", item);
            Node end = fields.getOrDefault("end", item);
            LocalTime from = parse(start, LocalTime::parse, LocalTime.MIN);
            LocalTime to = parse(end, LocalTime::parse, LocalTime.MAX);
            boolean afterLast = spans.isEmpty() || !from.isBefore(spans.getLast().end());
            if (!from.isBefore(to) || !afterLast) {
                objections.add(objection(item, "people.import.hours", from, to));
            }
            spans.add(new CalendarYear.Span(from, to));
        }
        return spans;
    }

    private @Nullable LocalDate date(@Nullable Node node, Node around) {
        if (node == null) {
            objections.add(objection(around, "people.import.no-date"));
            return null;
        }
        LocalDate day = parse(node, LocalDate::parse, LocalDate.MIN);
        if (day.equals(LocalDate.MIN)) {
            return null;
        }
        if (day.getYear() != year) {
            objections.add(objection(node, "people.import.other-year", day, String.valueOf(year)));
            return null;
        }
        return day;
    }

    private <T> T parse(Node node, Function<String, T> parser, T otherwise) {
        try {
            return parser.apply(value(node));
        } catch (DateTimeParseException | NumberFormatException e) {
            objections.add(objection(node, "people.import.value", value(node)));
            return otherwise;
        }
    }

    private List<Node> items(@Nullable Node node) {
        if (node == null) {
            return List.of();
        }
        if (node instanceof SequenceNode list) {
            return list.getValue();
        }
        objections.add(objection(node, "people.import.no-list"));
        return List.of();
    }

    private static Map<String, Node> fields(Node node) {
        Map<String, Node> fields = new HashMap<>();
        if (node instanceof MappingNode map) {
            map.getValue().forEach(tuple -> fields.put(value(tuple.getKeyNode()), tuple.getValueNode()));
        }
        return fields;
    }

    private static String value(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue().strip() : "";
    }

    private static Objection objection(Node node, String code, Object... args) {
        List<Object> all = new ArrayList<>();
        all.add(String.valueOf(node.getStartMark().getLine() + 1));
        for (Object arg : args) {
            all.add(arg.toString());
        }
        return Objection.of(code, all.toArray()).at("text");
    }
}
