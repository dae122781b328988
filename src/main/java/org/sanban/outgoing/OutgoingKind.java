package org.sanban.outgoing;

import org.sanban.audit.SubjectRef;
import org.sanban.workflow.spi.SubjectKind;
import org.springframework.stereotype.Component;

/** 发文 as a kind of subject. */
@Component
public class OutgoingKind implements SubjectKind {

    public static final String KIND = "outgoing";

    /** The procedure they run through. */
    public static final String PROCEDURE = "outgoing";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String href(long id) {
        return "/documents/outgoing/" + id;
    }

    @Override
    public String tab() {
        return "documents";
    }

    static SubjectRef ref(long id) {
        return new SubjectRef(KIND, id);
    }
}
