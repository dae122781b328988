package org.sanban.workflow;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sanban.audit.SubjectRef;
import org.sanban.workflow.spi.SubjectKind;
import org.springframework.stereotype.Component;

/** The kinds of subject that the modules contribute, by their word. */
@Component
public class Kinds {

    private final Map<String, SubjectKind> kinds;

    Kinds(List<SubjectKind> kinds) {
        this.kinds = kinds.stream().collect(Collectors.toMap(SubjectKind::kind, Function.identity()));
    }

    /** Page of a subject; the way by its reference where its kind has none. */
    public String href(SubjectRef subject) {
        SubjectKind kind = kinds.get(subject.kind());
        return kind == null ? "/go?subject=" + subject : kind.href(subject.id());
    }

    public String tab(String kind) {
        return kinds.containsKey(kind) ? kinds.get(kind).tab() : "affairs";
    }

    /** Message key of the kind's name. */
    public String nameKey(String kind) {
        return kinds.containsKey(kind) ? kinds.get(kind).nameKey() : "kind." + kind;
    }

    /** The kinds that a filter lets through; empty where it lets all through. */
    List<String> in(TrayFilter filter) {
        if (filter.kind() != null) {
            return List.of(filter.kind());
        }
        return filter.tab() == null ? List.of() : kinds.values().stream().filter(k -> k.tab().equals(filter.tab())).map(SubjectKind::kind).toList();
    }
}
