package org.sanban.outgoing.web;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sanban.outgoing.OutgoingList.Line;
import org.sanban.pages.Choice;
import org.sanban.pages.Texts;
import org.sanban.people.Directory;
import org.springframework.stereotype.Component;

/** Names of steps, units and persons for lines of the register, in the reader's language. */
@Component
public class LineWords {

    /** @param steps names by code */
    public record Words(Texts texts, Map<String, String> steps, Map<Long, Directory.Entry> persons, Map<Long, String> units) {

        /** Where a line stands: its step, or how it ended. */
        public String stands(Line line) {
            if (line.step() != null) {
                return steps.getOrDefault(line.step(), line.step());
            }
            return line.outcome() == null ? texts.of("outgoing.list.closed") : texts.of("outgoing.list.outcome." + line.outcome());
        }

        /** Who holds it now. */
        public String holders(Line line) {
            return line.holders().stream().map(this::holder).distinct().collect(Collectors.joining("、"));
        }

        private String holder(String holder) {
            return !holder.matches("\\d+") ? texts.of("outgoing.list.in-tray") : name(Long.parseLong(holder));
        }

        public String name(long person) {
            return persons.containsKey(person) ? persons.get(person).name() : "";
        }

        public String unit(Line line) {
            return units.getOrDefault(line.unit(), "");
        }

        public List<Choice> choices() {
            return steps.entrySet().stream().map(e -> Choice.of(e.getKey(), e.getValue())).toList();
        }
    }

    private final StepNames steps;
    private final Directory directory;

    LineWords(StepNames steps, Directory directory) {
        this.steps = steps;
        this.directory = directory;
    }

    Words of(List<Line> lines, Texts texts) {
        Set<Long> ids = new HashSet<>();
        lines.forEach(line -> {
            ids.add(line.drafter());
            line.holders().stream().filter(h -> h.matches("\\d+")).forEach(h -> ids.add(Long.parseLong(h)));
        });
        Map<Long, String> units = directory.units().stream().collect(Collectors.toMap(Directory.UnitEntry::id, Directory.UnitEntry::name));
        return new Words(texts, steps.in(texts), directory.persons(ids), units);
    }
}
