package org.sanban.meetings.replies;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.sanban.meetings.MeetingRows;
import org.sanban.pages.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The persons of a meeting, as the latest replies have them. */
@Repository
public class Attendees {

    private static final String ALL = """
            select a.*, coalesce(i.name, '') as body from meeting_attendee a left join meeting_invitee i on i.id = a.invitee_id where not a.gone and """;

    private final JdbcClient jdbc;

    Attendees(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By rank. */
    public List<Attendee> of(long meeting) {
        return jdbc.sql(ALL + " a.meeting_id = ? order by a.rank, a.id").param(meeting).query(Attendees::read).list();
    }

    public Attendee one(long meeting, long id) {
        return jdbc.sql(ALL + " a.meeting_id = ? and a.id = ?").params(meeting, id).query(Attendees::read).optional().orElseThrow(NotFound::new);
    }

    static Attendee read(ResultSet row, int n) throws SQLException {
        return new Attendee(
                row.getLong("id"), row.getLong("meeting_id"), row.getObject("invitee_id", Long.class), row.getString("body"), row.getString("name"), row.getString("post"),
                row.getString("phone"), Attendee.Kind.valueOf(row.getString("kind")), row.getString("substitutes"), row.getString("reason"),
                Attendee.Decision.valueOf(row.getString("decision")), row.getString("car"), row.getString("diet"), row.getString("card"), row.getString("pass"), row.getInt("rank"),
                row.getObject("seat", Integer.class), Arrays.asList((Long[]) row.getArray("plate_checked_by").getArray()), MeetingRows.orNull(row, "checked_in_at"),
                row.getString("checked_in_how"));
    }
}
