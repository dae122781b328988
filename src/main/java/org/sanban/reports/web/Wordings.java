package org.sanban.reports.web;

import org.sanban.pages.Choice;
import org.sanban.pages.Shell;
import org.sanban.people.Directory;
import org.sanban.reports.Sphere;
import org.sanban.reports.Steps;
import org.sanban.reports.Vocabulary;
import java.util.List;
import org.springframework.stereotype.Component;

/** Brings the words of a report together, and what it may be narrowed to. */
@Component
class Wordings {

    private final Directory directory;
    private final Steps steps;
    private final Vocabulary vocabulary;

    Wordings(Directory directory, Steps steps, Vocabulary vocabulary) {
        this.directory = directory;
        this.steps = steps;
        this.vocabulary = vocabulary;
    }

    Words words(Shell shell) {
        return Words.of(shell, directory, steps.names(), vocabulary.words());
    }

    /** Units that somebody may look at. */
    List<Choice> units(Sphere sphere) {
        return directory.units().stream().filter(unit -> sphere.all() || sphere.units().contains(unit.id())).map(unit -> Choice.of(unit.id(), unit.name())).toList();
    }

    List<Choice> kinds(Words words) {
        return steps.kinds().stream().map(kind -> Choice.of(kind, words.kind(kind))).toList();
    }
}
