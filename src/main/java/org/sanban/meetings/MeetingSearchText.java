package org.sanban.meetings;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sanban.workflow.spi.SearchText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The words by which a meeting is found: its plan, its agenda, what it decided. */
@Component
class MeetingSearchText implements SearchText {

    private final MeetingRows rows;
    private final JdbcClient jdbc;

    MeetingSearchText(MeetingRows rows, JdbcClient jdbc) {
        this.rows = rows;
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return MeetingKind.KIND;
    }

    @Override
    public String text(long subjectId) {
        Meeting m = rows.one(subjectId);
        Stream<String> agenda = jdbc.sql("select title from meeting_item where meeting_id = ? order by position").param(subjectId).query(String.class).stream();
        Stream<String> decisions = jdbc.sql("select text from meeting_decision where meeting_id = ? order by no").param(subjectId).query(String.class).stream();
        return Stream.of(Stream.of(m.title(), m.place(), m.reason()), agenda, decisions).flatMap(s -> s).filter(Objects::nonNull).collect(Collectors.joining("\n"));
    }
}
