package org.sanban.meetings;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.sanban.people.Directory;
import org.sanban.workflow.spi.ArchiveSet;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What goes to the archive with a meeting (domain.md §5.2, 13): notice, agenda, list, check-in, materials, record, minutes, news. */
@Component
class MeetingArchiveSet implements ArchiveSet {

    private final MeetingRows rows;
    private final MeetingTypes types;
    private final Directory directory;
    private final JdbcClient jdbc;
    private final ZoneId zone;

    MeetingArchiveSet(MeetingRows rows, MeetingTypes types, Directory directory, JdbcClient jdbc, @Value("${sanban.zone}") ZoneId zone) {
        this.rows = rows;
        this.types = types;
        this.directory = directory;
        this.jdbc = jdbc;
        this.zone = zone;
    }

    @Override
    public String kind() {
        return MeetingKind.KIND;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Piece> pieces(long subjectId) {
        Meeting m = rows.one(subjectId);
        boolean minutes = types.of(m.type()).minutes();
        return List.of(
                new Piece("meetings.archive.notice", true, m.stamps().noticed() != null),
                new Piece("meetings.archive.agenda", true, any("meeting_item where meeting_id = ?", subjectId)),
                new Piece("meetings.archive.list", true, any("meeting_attendee where meeting_id = ?", subjectId)),
                new Piece("meetings.archive.check-in", true, m.stamps().reported() != null),
                new Piece("meetings.archive.materials", false, any("meeting_material where meeting_id = ?", subjectId)),
                new Piece("meetings.archive.record", true, m.stamps().over() != null),
                new Piece("meetings.archive.minutes", minutes, m.stamps().issued() != null),
                new Piece("meetings.archive.news", false, any("meeting_press where meeting_id = ?", subjectId)));
    }

    private boolean any(String from, long meeting) {
        return jdbc.sql("select exists (select 1 from " + from + ")").param(meeting).query(Boolean.class).single();
    }

    @Override
    @Transactional(readOnly = true)
    public Description describe(long subjectId) {
        Meeting m = rows.one(subjectId);
        LocalDate date = LocalDate.ofInstant(Objects.requireNonNullElse(m.stamps().began(), m.starts()), zone);
        Directory.UnitEntry unit = directory.unit(m.ownerUnit()).orElse(null);
        String owner = unit == null ? "" : unit.name();
        return new Description(m.title(), "", owner, date, date.getYear(), unit == null ? "" : unit.code(), 0, "OTHER", owner);
    }
}
