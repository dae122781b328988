package org.sanban.affairs;

import org.sanban.audit.SubjectRef;
import org.sanban.workflow.spi.SubjectKind;
import org.springframework.stereotype.Component;

/** 事项 as a kind of subject. */
@Component
public class AffairKind implements SubjectKind {

    public static final String KIND = "affair";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String href(long id) {
        return "/affairs/" + id;
    }

    @Override
    public String tab() {
        return "affairs";
    }

    public static SubjectRef ref(long id) {
        return new SubjectRef(KIND, id);
    }
}
