package org.sanban.workflow;

import java.util.List;
import org.sanban.audit.SubjectRef;
import org.sanban.pages.Texts;
import org.sanban.workflow.spi.SheetLines;
import org.springframework.stereotype.Component;

/** The boxes of a handling sheet that modules above the kinds fill: asked by the box, written by whoever has something to write. */
@Component
public class SheetBoxes {

    private final List<SheetLines> writers;

    SheetBoxes(List<SheetLines> writers) {
        this.writers = writers;
    }

    /** @param box its code, e.g. {@code archive} */
    public List<String> lines(String box, SubjectRef subject, Texts texts) {
        return writers.stream().filter(w -> w.box().equals(box)).flatMap(w -> w.lines(subject, texts).stream()).toList();
    }
}
