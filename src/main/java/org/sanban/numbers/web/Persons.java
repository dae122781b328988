package org.sanban.numbers.web;

import java.util.List;
import org.sanban.pages.Choice;
import org.sanban.people.Directory;

/** The people who work here, to choose one of. */
final class Persons {

    private Persons() {}

    static List<Choice> choices(Directory directory) {
        return directory.active().stream().map(p -> Choice.of(p.id(), p.name(), p.post()).foundBy(p.code())).toList();
    }
}
