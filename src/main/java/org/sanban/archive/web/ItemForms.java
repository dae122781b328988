package org.sanban.archive.web;

import java.util.Arrays;
import java.util.List;
import org.sanban.archive.ArrangeForm;
import org.sanban.archive.ItemView;
import org.sanban.archive.Place;
import org.sanban.archive.Retention;
import org.sanban.pages.Choice;
import org.sanban.pages.Shell;

/** The forms of an item as they are first shown, and what can be chosen in them. */
public final class ItemForms {

    private ItemForms() {}

    /** What was proposed stands in it until the archivist has confirmed something else. */
    static ArrangeForm arrangement(ItemView item) {
        Retention proposed = Arrays.stream(Retention.values()).filter(r -> r.name().equals(item.proposed())).findFirst().orElse(null);
        return new ArrangeForm(item.retention() == null ? proposed : item.retention(), item.year(), item.organ(), item.pages() == 0 ? null : item.pages(),
                item.responsible(), item.dated(), item.note());
    }

    public static List<Choice> retentions(Shell shell) {
        return Arrays.stream(Retention.values()).map(r -> Choice.of(r, shell.t("archive.retention." + r))).toList();
    }

    public static List<Choice> places(Shell shell) {
        return Arrays.stream(Place.values()).map(p -> Choice.of(p, shell.t("archive.place." + p))).toList();
    }
}
