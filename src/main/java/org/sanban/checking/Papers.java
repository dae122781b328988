package org.sanban.checking;

import java.util.List;
import org.sanban.audit.SubjectRef;
import org.sanban.pages.NotFound;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The kinds of papers that the rules are run over. Asked for late: they stand above the engine, whose gates ask them. */
@Component("checkedPapers")
class Papers {

    private final ObjectProvider<Checked> kinds;

    Papers(ObjectProvider<Checked> kinds) {
        this.kinds = kinds;
    }

    /** @throws NotFound for a subject whose text nobody checks */
    Checked of(SubjectRef subject) {
        return kinds.stream().filter(kind -> kind.kind().equals(subject.kind())).findFirst().orElseThrow(NotFound::new);
    }

    List<Checked> all() {
        return kinds.orderedStream().toList();
    }
}
