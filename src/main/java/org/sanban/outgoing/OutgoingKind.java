package org.sanban.outgoing;

import org.sanban.audit.SubjectRef;
import org.sanban.workflow.spi.PlainKind;
import org.springframework.stereotype.Component;

/** 发文 as a kind of subject. */
@Component
public class OutgoingKind extends PlainKind {

    public static final String KIND = "outgoing";

    /** The procedure they run through. */
    public static final String PROCEDURE = "outgoing";

    OutgoingKind() {
        super(KIND, "/documents/outgoing/", "documents");
    }

    static SubjectRef ref(long id) {
        return new SubjectRef(KIND, id);
    }
}
