package org.sanban.documents;

import org.sanban.workflow.spi.SubjectKind;
import org.springframework.stereotype.Component;

/** 收文 as a kind of subject. */
@Component
public class IncomingKind implements SubjectKind {

    public static final String KIND = "incoming";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String href(long id) {
        return "/documents/incoming/" + id;
    }

    @Override
    public String tab() {
        return "documents";
    }
}
