package org.sanban.meetings;

import org.sanban.audit.SubjectRef;
import org.sanban.workflow.spi.PlainKind;
import org.springframework.stereotype.Component;

/** 会议 as a kind of subject. */
@Component
public class MeetingKind extends PlainKind {

    public static final String KIND = "meeting";

    /** The procedure they run through. */
    static final String PROCEDURE = "meeting";

    MeetingKind() {
        super(KIND, "/meetings/", "meetings");
    }

    public static SubjectRef ref(long id) {
        return new SubjectRef(KIND, id);
    }
}
