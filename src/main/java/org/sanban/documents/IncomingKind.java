package org.sanban.documents;

import org.sanban.workflow.spi.PlainKind;
import org.springframework.stereotype.Component;

/** 收文 as a kind of subject. */
@Component
public class IncomingKind extends PlainKind {

    public static final String KIND = "incoming";

    IncomingKind() {
        super(KIND, "/documents/incoming/", "documents");
    }
}
