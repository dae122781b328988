package org.sanban.reports.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.Shell;
import org.sanban.people.Directory;
import org.sanban.workflow.Step;

/** Names of units, persons and steps as a report shows them. */
public record Names(Directory directory, Map<String, Step.Name> steps, Shell shell) {

    public String unit(long id) {
        return id == 0 ? shell.t("reports.unit.common") : directory.unit(id).map(Directory.UnitEntry::name).orElse("?");
    }

    public String holder(@Nullable Long id) {
        return id == null ? shell.t("reports.list.nobody-yet") : directory.person(id).map(Directory.Entry::name).orElse("?");
    }

    /** @param key kind/step */
    public String step(String key) {
        Step.Name name = steps.get(key);
        return name == null ? key.substring(key.indexOf('/') + 1) : name.in(shell.texts().chinese());
    }

    public String step(String subject, String step) {
        return step(subject.substring(0, subject.indexOf('/')) + "/" + step);
    }
}
