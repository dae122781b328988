package org.sanban.documents.web;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sanban.documents.Incoming;
import org.sanban.documents.IncomingList.Line;
import org.sanban.pages.Choice;
import org.sanban.pages.Texts;
import org.sanban.people.Directory;
import org.sanban.workflow.Procedure;
import org.sanban.workflow.Procedures;
import org.sanban.workflow.Step;
import org.springframework.stereotype.Component;

/** Names of steps and holders for lines of the register, in the reader's language. */
@Component
public class ListWords {

    /** @param steps names by code */
    public record Words(Texts texts, Map<String, String> steps, Map<Long, Directory.Entry> persons) {

        /** Where a line stands: its step, or how it ended. */
        public String stands(Line line) {
            if (line.step() != null) {
                return steps.getOrDefault(line.step(), line.step());
            }
            return line.result() == null ? texts.of("documents.list.closed") : texts.of("documents.result." + line.result());
        }

        /** Who holds it now. */
        public String holders(Line line) {
            return line.holders().stream()
                    .map(holder -> holder.matches("\\d+")
                            ? persons.containsKey(Long.parseLong(holder)) ? persons.get(Long.parseLong(holder)).name() : holder
                            : texts.of("documents.list.in-tray"))
                    .distinct()
                    .collect(Collectors.joining("、"));
        }

        public List<Choice> choices() {
            return steps.entrySet().stream().map(e -> Choice.of(e.getKey(), e.getValue())).toList();
        }
    }

    private final Procedures procedures;
    private final Directory directory;

    ListWords(Procedures procedures, Directory directory) {
        this.procedures = procedures;
        this.directory = directory;
    }

    Words of(List<Line> lines, Texts texts) {
        Set<Long> ids = new HashSet<>();
        lines.forEach(line -> line.holders().stream().filter(h -> h.matches("\\d+")).forEach(h -> ids.add(Long.parseLong(h))));
        Procedure procedure = procedures.published(Incoming.PROCEDURE).procedure();
        Map<String, String> steps = procedure.steps().stream()
                .collect(Collectors.toMap(Step::code, s -> s.name().in(texts.chinese()), (a, b) -> a, java.util.LinkedHashMap::new));
        return new Words(texts, steps, directory.persons(ids));
    }
}
