package org.sanban.workflow.web;

import java.util.Arrays;
import java.util.List;
import org.sanban.pages.Choice;
import org.sanban.pages.Shell;

/** Choices whose labels are texts of the house. */
public final class Words {

    private Words() {}

    /** One choice a value; its label is the text {@code <key>.<value>}. */
    public static List<Choice> choices(Shell shell, String key, String... values) {
        return Arrays.stream(values).map(value -> Choice.of(value, shell.t(key + "." + value))).toList();
    }
}
