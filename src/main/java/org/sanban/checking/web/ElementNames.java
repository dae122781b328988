package org.sanban.checking.web;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sanban.audit.SubjectRef;
import org.sanban.checking.Checked;
import org.sanban.pages.Texts;
import org.springframework.stereotype.Component;

/** What the parts of a paper are called. */
@Component
class ElementNames {

    private final Map<String, Checked> kinds;

    ElementNames(List<Checked> kinds) {
        this.kinds = kinds.stream().collect(Collectors.toMap(Checked::kind, Function.identity()));
    }

    /** Name of an element in the reader's language. */
    Function<String, String> of(SubjectRef subject, Texts texts) {
        Checked kind = kinds.get(subject.kind());
        return element -> kind == null ? element : texts.of(kind.elementKey(element));
    }
}
