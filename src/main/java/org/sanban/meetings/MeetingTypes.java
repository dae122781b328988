package org.sanban.meetings;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The kinds of meeting of this office. */
@Component
@Transactional(readOnly = true)
public class MeetingTypes {

    private final JdbcClient jdbc;

    MeetingTypes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<MeetingType> all() {
        return jdbc.sql("select code, name, name_en, topics, first_topic, year_plan, minutes, signed_by from meeting_type order by ordering").query(MeetingType.class).list();
    }

    /** @throws Refused beside the field where there is none */
    public MeetingType of(@Nullable String code) {
        return all().stream().filter(t -> t.code().equals(code)).findFirst().orElseThrow(() -> new Refused(Objection.of("meetings.refusal.type").at("type")));
    }
}
