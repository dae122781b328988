package org.sanban.errors;

import org.sanban.audit.SubjectRef;
import org.sanban.workflow.spi.SubjectKind;
import org.springframework.stereotype.Component;

/** 差错 as a kind of subject. */
@Component
public class ErrorKind implements SubjectKind {

    public static final String KIND = "error";

    /** The procedure they run through. */
    static final String PROCEDURE = "error";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String href(long id) {
        return "/errors/" + id;
    }

    @Override
    public String tab() {
        return "errors";
    }

    static SubjectRef ref(long id) {
        return new SubjectRef(KIND, id);
    }
}
