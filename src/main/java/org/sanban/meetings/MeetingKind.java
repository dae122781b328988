package org.sanban.meetings;

import org.sanban.audit.SubjectRef;
import org.sanban.workflow.spi.SubjectKind;
import org.springframework.stereotype.Component;

/** 会议 as a kind of subject. */
@Component
public class MeetingKind implements SubjectKind {

    public static final String KIND = "meeting";

    /** The procedure they run through. */
    static final String PROCEDURE = "meeting";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String href(long id) {
        return "/meetings/" + id;
    }

    @Override
    public String tab() {
        return "meetings";
    }

    public static SubjectRef ref(long id) {
        return new SubjectRef(KIND, id);
    }
}
