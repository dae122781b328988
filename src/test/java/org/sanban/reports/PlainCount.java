package org.sanban.reports;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sanban.scale.PlainCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The indicators of domain.md §7.8 a second time, without any SQL that counts: the tables are read whole, and loops count. Knows
 * nothing of the views, of the roll-up, or of the conditions of {@link Measure}.
 */
record PlainCount(List<Matter> matters, List<Task> tasks, List<Item> items, List<Move> moves, ZoneId zone, Instant now) {

    private static final Set<String> APPROVAL = Set.of("review", "chief", "deputy", "legal", "submit", "agenda", "sign");

    private static final Map<String, String> KIND_OF = Map.of("DOC_IN", "incoming", "DOC_OUT", "outgoing", "MEETING", "meeting", "AFFAIR", "affair", "ARCHIVE", "archive");

    record Matter(long id, String kind, String urgency, int grade, long unit, String state, @Nullable String outcome, Instant started, @Nullable Instant closed) {}

    record Task(
            Matter matter, String step, long unit, int round, String state, @Nullable String outcome, Instant arrived, @Nullable Instant opened, @Nullable Instant due,
            @Nullable Instant done, @Nullable Long own, long waiting) {

        boolean missed() {
            return state.equals("OPEN") || done != null && due != null && done.isAfter(due);
        }
    }

    record Item(Matter matter, Instant transferred, @Nullable Instant arranged, @Nullable Instant stored, boolean prompt, int rejections) {}

    /** A reminder or a request for more time. */
    record Move(Matter matter, String step, String kind, Instant at) {}

    /** What a measure counts. @param length in minutes, where it has one */
    record Row(Matter matter, String step, long unit, @Nullable Long length) {}

    record Error(
            long id, @Nullable String kind, boolean verified, long unit, int grade, Instant made, Instant found, String severity, String state, boolean confirmed, String source, String foundStep, String introduced, String type,
            String business, boolean again) {

        boolean in(Sphere sphere) {
            return grade <= sphere.grade() && (sphere.all() || sphere.units().contains(unit));
        }
    }

    static PlainCount read(JdbcClient jdbc, ZoneId zone, Instant now) {
        Map<Long, Matter> matters = new HashMap<>();
        jdbc.sql("select id, subject_kind, urgency, confidentiality, owner_unit, state, outcome, started_at, closed_at from handling").query(row -> {
            matters.put(row.getLong(1), new Matter(row.getLong(1), row.getString(2), row.getString(3), row.getInt(4), row.getLong(5), row.getString(6), row.getString(7), at(row.getObject(8, OffsetDateTime.class)),
                    at(row.getObject(9, OffsetDateTime.class))));
        });
        List<Task> tasks = jdbc.sql("select handling_id, step, unit_id, round, state, outcome, arrived_at, opened_at, due_at, done_at, own_minutes, waiting_minutes from task where kind = 'MAIN'")
                .query((row, n) -> new Task(matters.get(row.getLong(1)), row.getString(2), row.getLong(3), row.getInt(4), row.getString(5), row.getString(6), at(row.getObject(7, OffsetDateTime.class)),
                        at(row.getObject(8, OffsetDateTime.class)), at(row.getObject(9, OffsetDateTime.class)), at(row.getObject(10, OffsetDateTime.class)), row.getObject(11, Long.class), row.getLong(12))).list();
        List<Item> items = jdbc.sql("select subject_id, transferred_at, arranged_at, stored_at, prompt_adjusted, rejections from archive_item")
                .query((row, n) -> new Item(matters.get(row.getLong(1)), at(row.getObject(2, OffsetDateTime.class)), at(row.getObject(3, OffsetDateTime.class)), at(row.getObject(4, OffsetDateTime.class)),
                        row.getBoolean(5), row.getInt(6))).list();
        List<Move> moves = jdbc.sql("select handling_id, from_step, kind, at from movement").query((row, n) -> new Move(matters.get(row.getLong(1)), row.getString(2), row.getString(3), at(row.getObject(4, OffsetDateTime.class))))
                .list();
        return new PlainCount(List.copyOf(matters.values()), tasks, items, moves, zone, now);
    }

    static List<Error> errors(JdbcClient jdbc) {
        return jdbc.sql("select unit, confidentiality, occurred_at, found_at, severity, state, confirmed_at is not null, source, found_step, introduced_step, type_code, business, recurrence_of is not null, id, subject_kind, verified_at is not null from error_record")
                .query((row, n) -> new Error(row.getLong(14), row.getString(15) != null ? row.getString(15) : KIND_OF.get(row.getString(12)), row.getBoolean(16), row.getLong(1), row.getInt(2), at(row.getObject(3, OffsetDateTime.class)), at(row.getObject(4, OffsetDateTime.class)), row.getString(5), row.getString(6), row.getBoolean(7),
                        row.getString(8), row.getString(9), row.getString(10), row.getString(11), row.getString(12), row.getBoolean(13))).list();
    }

    private static Instant at(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    /** Nearest rank, then two digits, written with decimals of another kind than {@link Lengths}. */
    static int percentile(List<Long> sorted, int p) {
        if (sorted.isEmpty()) {
            return 0;
        }
        long exact = sorted.get((sorted.size() * p + 99) / 100 - 1);
        return exact < 100 ? (int) exact : new java.math.BigDecimal(exact).round(new java.math.MathContext(2, java.math.RoundingMode.HALF_UP)).intValueExact();
    }

    int handled(Span span, Cut cut, Sphere sphere) {
        int count = 0;
        for (Matter m : matters) {
            boolean begun = m.started().isBefore(end(span));
            boolean there = m.closed() == null || !m.closed().isBefore(start(span));
            if (begun && there && fits(m, "", m.unit(), new Cut(cut.kind(), null, cut.unit(), cut.urgency()), sphere)) {
                count++;
            }
        }
        return count;
    }

    List<Row> rows(Measure measure, Span span, Cut cut, Sphere sphere) {
        List<Row> rows = new ArrayList<>();
        switch (measure.fact()) {
            case MATTER -> matters.forEach(m -> {
                Instant time = measure == Measure.STARTED ? m.started() : m.closed();
                boolean counts = switch (measure) {
                    case SENT_BACK -> "RETURNED".equals(m.outcome());
                    case WHOLE, WHOLE_WORKING -> m.state().equals("CLOSED");
                    default -> true;
                };
                add(rows, time, counts, m, "", m.unit(), measure == Measure.WHOLE ? Long.valueOf(minutes(m.started(), m.closed())) : measure == Measure.WHOLE_WORKING ? Long.valueOf(working(m.started(), m.closed())) : null, span, cut, sphere);
            });
            case STEP -> tasks.forEach(t -> step(rows, measure, t, span, cut, sphere));
            case SUBMISSION -> submissions(rows, measure, span, cut, sphere);
            case SHELF -> items.forEach(i -> {
                boolean same = i.arranged() != null && i.stored() != null && day(i.transferred()).equals(day(i.arranged())) && day(i.arranged()).equals(day(i.stored()));
                boolean counts = measure == Measure.TRANSFERRED || measure == Measure.SAME_DAY && same || measure == Measure.PROMPT_ADJUSTED && i.prompt()
                        || measure == Measure.SHELF_REJECTED && i.rejections() > 0;
                add(rows, i.transferred(), counts, i.matter(), "", i.matter().unit(), null, span, cut, sphere);
            });
            case MOVE -> moves.forEach(v -> add(rows, v.at(), v.kind().equals(measure == Measure.URGED ? "URGE" : "EXTEND"), v.matter(), v.step(), v.matter().unit(), null, span, cut, sphere));
        }
        return rows;
    }

    private void step(List<Row> rows, Measure measure, Task t, Span span, Cut cut, Sphere sphere) {
        boolean waited = t.waiting() > (t.own() == null ? 0 : t.own());
        boolean unopened = t.opened() == null || t.due() != null && t.opened().isAfter(t.due());
        boolean done = t.state().equals("DONE");
        String reason = t.round() > 1 ? "RETURNED" : waited ? "WAITING" : unopened ? "UNOPENED" : "OWN";
        boolean counts = switch (measure) {
            case DONE, OWN, WAITING, NATURAL, WORKING -> done;
            case RETURNED -> done && "RETURNED".equals(t.outcome());
            case DUE -> true;
            case DUE_ON_TIME -> !t.missed();
            case MISSED -> t.missed();
            case MISSED_OPEN -> !done;
            default -> t.missed() && measure.name().equals("MISSED_" + reason);
        };
        boolean byDue = measure.name().startsWith("DUE") || measure.name().startsWith("MISSED");
        Long length = !done ? null : switch (measure) {
            case OWN -> t.own();
            case WAITING -> Long.valueOf(t.waiting());
            case NATURAL -> Long.valueOf(minutes(t.arrived(), t.done()));
            case WORKING -> Long.valueOf(working(t.arrived(), t.done()));
            default -> null;
        };
        add(rows, byDue ? t.due() : t.done(), counts, t.matter(), t.step(), t.unit(), length, span, cut, sphere);
    }

    /** A round of a draft: from its first arrival at an approving step to its signature, or to its return. */
    private void submissions(List<Row> rows, Measure measure, Span span, Cut cut, Sphere sphere) {
        Map<String, List<Task>> rounds = new HashMap<>();
        tasks.stream().filter(t -> t.matter().kind().equals("outgoing") && APPROVAL.contains(t.step())).forEach(t -> rounds.computeIfAbsent(t.matter().id() + "/" + t.round(), k -> new ArrayList<>()).add(t));
        for (List<Task> round : rounds.values()) {
            Instant submitted = round.stream().map(Task::arrived).min(Instant::compareTo).orElseThrow();
            for (Task t : round) {
                boolean returned = "RETURNED".equals(t.outcome());
                boolean decided = t.state().equals("DONE") && (returned || t.step().equals("sign"));
                boolean counts = decided && switch (measure) {
                    case DECIDED_FIRST -> t.round() == 1;
                    case APPROVED_FIRST -> t.round() == 1 && !returned;
                    case REJECTED_FIRST -> t.round() == 1 && returned;
                    case DECIDED_SECOND -> t.round() == 2;
                    case REJECTED_SECOND -> t.round() == 2 && returned;
                    case DECIDED_LATER -> t.round() > 2;
                    case REJECTED_LATER -> t.round() > 2 && returned;
                    default -> true;
                };
                Long length = !decided ? null : measure == Measure.DECISION ? Long.valueOf(minutes(submitted, t.done())) : measure == Measure.DECISION_WORKING ? Long.valueOf(working(submitted, t.done())) : null;
                add(rows, t.done(), counts, t.matter(), "draft", t.matter().unit(), length, span, cut, sphere);
            }
        }
    }

    private void add(
            List<Row> rows, @Nullable Instant time, boolean counts, Matter matter, String step, long unit, @Nullable Long length, Span span, Cut cut, Sphere sphere) {
        if (counts && time != null && time.isBefore(now) && !time.isBefore(start(span)) && time.isBefore(end(span)) && fits(matter, step, unit, cut, sphere)) {
            rows.add(new Row(matter, step, unit, length));
        }
    }

    private static boolean fits(Matter m, String step, long unit, Cut cut, Sphere sphere) {
        return m.grade() <= sphere.grade() && (sphere.all() || sphere.units().contains(unit)) && (cut.kind() == null || cut.kind().equals(m.kind()))
                && (cut.unit() == null || cut.unit() == unit) && (cut.urgency() == null || cut.urgency().equals(m.urgency()))
                && (cut.step() == null || cut.step().equals(step));
    }

    /** Kinds of subjects of which something was in hand. */
    Set<String> kinds(Span span, Sphere sphere) {
        return matters.stream().map(Matter::kind).distinct().filter(kind -> handled(span, new Cut(kind, null, null, null), sphere) > 0).collect(java.util.stream.Collectors.toSet());
    }

    /** Confirmed, of a grade that counts. */
    static boolean counts(Error e) {
        return e.confirmed() && !e.state().equals("REJECTED") && !e.state().equals("VOIDED") && !e.severity().equals("S0");
    }

    /**
     * Full working days since the last of these errors, matters closed since then, and the days that had been counted when it was found, if that
     * was on a later day: minute by minute of the office's hours, day by day.
     */
    List<Integer> streak(List<Error> errors, Sphere sphere) {
        List<Error> made = errors.stream().filter(PlainCount::counts).filter(e -> e.in(sphere) && e.made().isBefore(now)).sorted(java.util.Comparator.comparing(Error::made)).toList();
        Error last = made.getLast();
        int closed = (int) matters.stream().filter(m -> m.closed() != null && !m.closed().isBefore(last.made()) && m.closed().isBefore(now) && fits(m, "", m.unit(), Cut.NONE, sphere)).count();
        boolean later = day(last.found()).isAfter(day(last.made()));
        List<Error> older = made.stream().filter(e -> e.made().isBefore(last.made())).toList();
        return List.of(workdays(last.made(), now), closed, later && !older.isEmpty() ? workdays(older.getLast().made(), last.found()) : 0);
    }

    private int workdays(Instant from, Instant to) {
        int minutes = 0;
        java.time.ZonedDateTime begin = from.atZone(zone);
        for (LocalDate day = begin.toLocalDate(); !day.isAfter(day(to)); day = day.plusDays(1)) {
            if (day.getDayOfWeek().getValue() < 6) {
                for (int minute = 9 * 60; minute < 17 * 60 + 30; minute++) {
                    boolean open = minute < 12 * 60 || minute >= 13 * 60 + 30;
                    Instant end = day.atStartOfDay(zone).toInstant().plusSeconds(60L * (minute + 1));
                    minutes += open && !end.isAfter(to) && !end.minusSeconds(60).isBefore(from) ? 1 : 0;
                }
            }
        }
        return minutes / 420;
    }

    /** Actions due in the span and not later than today, dropped ones left out: due, done in time, verified. */
    List<Integer> actions(JdbcClient jdbc, List<Error> errors, Span span, Sphere sphere) {
        Map<Long, Error> byId = new HashMap<>();
        errors.forEach(e -> byId.put(e.id(), e));
        int[] found = new int[3];
        jdbc.sql("select error_id, due_on, done_at, dropped_at from error_action").query(row -> {
            Error of = byId.get(row.getLong(1));
            LocalDate due = row.getObject(2, LocalDate.class);
            Instant done = at(row.getObject(3, OffsetDateTime.class));
            if (row.getObject(4) == null && of.in(sphere) && !due.isBefore(span.from()) && due.isBefore(span.to()) && !due.isAfter(day(now))) {
                found[0]++;
                found[1] += done != null && !day(done).isAfter(due) ? 1 : 0;
                found[2] += of.verified() ? 1 : 0;
            }
        });
        return List.of(found[0], found[1], found[2]);
    }

    Predicate<Error> error(ErrorFigure figure, Span span) {
        return error(figure, span, Set.of());
    }

    Predicate<Error> error(ErrorFigure figure, Span span, Set<String> inHand) {
        return e -> {
            boolean made = !e.made().isBefore(start(span)) && e.made().isBefore(end(span));
            boolean found = !e.found().isBefore(start(span)) && e.found().isBefore(end(span));
            boolean valid = e.confirmed() && !e.state().equals("REJECTED") && !e.state().equals("VOIDED");
            boolean near = e.severity().equals("S0");
            return switch (figure) {
                case ERRORS -> made && valid && !near;
                case NEAR_MISSES -> made && valid && near;
                case RATED -> made && valid && !near && e.kind() != null && inHand.contains(e.kind());
                case NEAR_RATED -> made && valid && near && e.kind() != null && inHand.contains(e.kind());
                case ALL -> made && valid;
                case SELF -> made && valid && List.of("SELF", "REVIEWER").contains(e.source());
                case RECURRING -> made && valid && !near && e.again();
                case REVISED -> made && valid && !near && !e.found().isBefore(end(span));
                case ESCAPED -> made && valid && !near && e.foundStep().equals("recipient");
                case UNCONFIRMED -> found && !e.confirmed() && !e.state().equals("REJECTED");
                case FOUND -> found && valid;
            };
        };
    }

    private static long minutes(Instant from, Instant to) {
        return to == null ? 0 : Duration.between(from, to).toMinutes();
    }

    private static long working(Instant from, Instant to) {
        return to == null ? 0 : new PlainCalendar().minutesBetween(from, to);
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    private Instant start(Span span) {
        return span.from().atStartOfDay(zone).toInstant();
    }

    private Instant end(Span span) {
        return span.to().atStartOfDay(zone).toInstant();
    }
}
