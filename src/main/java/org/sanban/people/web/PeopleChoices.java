package org.sanban.people.web;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sanban.pages.Choice;
import org.sanban.people.Directory;
import org.springframework.stereotype.Component;

/** Persons and units to choose from, as pickers show them. */
@Component
class PeopleChoices {

    private static final String INDENT = "\u3000";

    private final Directory directory;

    PeopleChoices(Directory directory) {
        this.directory = directory;
    }

    /** Active persons before whom business may be laid, under their units, found by code too. */
    List<Choice> persons() {
        return directory.forBusiness().stream()
                .map(p -> Choice.of(p.id(), p.name(), p.post())
                        .under(directory.unit(p.unit()).map(Directory.UnitEntry::name).orElse(""))
                        .foundBy(p.code()))
                .toList();
    }

    /** Units that may stand above this one: neither itself nor what is below it. */
    List<Choice> above(long unit) {
        Set<Long> below = new HashSet<>(Set.of(unit));
        directory.units().stream().filter(u -> below.contains(u.parent())).forEach(u -> below.add(u.id()));
        return units().stream().filter(choice -> !below.contains(Long.valueOf(choice.value()))).toList();
    }

    /** Units as a tree, deeper ones further in. */
    List<Choice> units() {
        return directory.units().stream()
                .map(u -> Choice.of(u.id(), INDENT.repeat(u.depth()) + u.name()).foundBy(u.code()))
                .toList();
    }
}
