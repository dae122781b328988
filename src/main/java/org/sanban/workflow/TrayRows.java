package org.sanban.workflow;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.springframework.stereotype.Component;

/** Makes lines of trays from rows: names from memory, titles only up to the reader's clearance. */
@Component
class TrayRows {

    /** Who holds the main tasks of {@code h} now. */
    static final String HOLDERS = "(select array_agg(n.holder_id order by n.id) from task n where n.handling_id = h.id and n.state = 'OPEN' and n.kind = 'MAIN' and n.holder_id is not null) as holders";

    private final Directory directory;
    private final Procedures procedures;
    private final Kinds kinds;
    private final RoleNames roleNames;

    TrayRows(Directory directory, Procedures procedures, Kinds kinds, RoleNames roleNames) {
        this.directory = directory;
        this.procedures = procedures;
        this.kinds = kinds;
        this.roleNames = roleNames;
    }

    TrayLine line(ResultSet row, Actor by, Instant at) throws SQLException {
        SubjectRef subject = new SubjectRef(row.getString("subject_kind"), row.getLong("subject_id"));
        Timing timing = timing(row);
        Long holder = nullable(row, "holder_id");
        String role = row.getString("role");
        String step = row.getString("step");
        boolean seen = by.clearance().ordinal() >= row.getInt("confidentiality");
        return new TrayLine(
                row.getLong("id"), subject, kinds.href(subject), kinds.tab(subject.kind()), row.getString("kind"),
                seen ? row.getString("title") : null, row.getString("number"), seen ? row.getString("counterpart") : null,
                Objects.requireNonNull(name(row.getLong("procedure_id"), step)), step, Act.Part.valueOf(row.getString("part")),
                Urgency.valueOf(row.getString("urgency")), timing, timing.late(at),
                holder == null && role != null ? roleNames.of(role) : null,
                holder == null || holder == by.id() ? null : nameOf(holder),
                names(row.getArray("awaited")), row.getString("note"), row.getTimestamp("opened_at") == null, row.getInt("round"));
    }

    DoneLine done(ResultSet row, Actor by) throws SQLException {
        SubjectRef subject = new SubjectRef(row.getString("subject_kind"), row.getLong("subject_id"));
        boolean seen = by.clearance().ordinal() >= row.getInt("confidentiality");
        return new DoneLine(
                row.getLong("id"), subject, kinds.href(subject), seen ? row.getString("title") : null, row.getString("number"),
                seen ? row.getString("counterpart") : null, name(row.getLong("procedure_id"), row.getString("step")),
                Urgency.valueOf(row.getString("urgency")), row.getTimestamp("at").toInstant(), row.getBoolean("late"),
                row.getString("state"), String.join("、", names(row.getArray("holders"))));
    }

    private static Timing timing(ResultSet row) throws SQLException {
        return new Timing(
                Limit.Clock.valueOf(row.getString("clock")), instant(row, "arrived_at"), instant(row, "due_at"), nullable(row, "minutes_allowed"),
                instant(row, "waiting_since"), row.getLong("waiting_minutes"),
                row.getString("stop_reason") != null && instant(row, "waiting_since") != null);
    }

    private Step.@Nullable Name name(long procedure, @Nullable String step) {
        return step == null ? null : procedures.edition(procedure).step(step).name();
    }

    private List<String> names(@Nullable Array ids) throws SQLException {
        return ids == null ? List.of() : Arrays.stream((Long[]) ids.getArray()).distinct().map(this::nameOf).toList();
    }

    private String nameOf(long person) {
        return directory.person(person).map(Directory.Entry::name).orElse(String.valueOf(person));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable Long nullable(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }
}
