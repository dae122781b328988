package org.sanban.errors;

import org.sanban.audit.SubjectRef;
import org.sanban.workflow.spi.PlainKind;
import org.springframework.stereotype.Component;

/** 差错 as a kind of subject. */
@Component
public class ErrorKind extends PlainKind {

    public static final String KIND = "error";

    /** The procedure they run through. */
    static final String PROCEDURE = "error";

    ErrorKind() {
        super(KIND, "/errors/", "errors");
    }

    static SubjectRef ref(long id) {
        return new SubjectRef(KIND, id);
    }
}
