package org.sanban.affairs;

import org.sanban.audit.SubjectRef;
import org.sanban.workflow.spi.PlainKind;
import org.springframework.stereotype.Component;

/** 事项 as a kind of subject. */
@Component
public class AffairKind extends PlainKind {

    public static final String KIND = "affair";

    AffairKind() {
        super(KIND, "/affairs/", "affairs");
    }

    public static SubjectRef ref(long id) {
        return new SubjectRef(KIND, id);
    }
}
