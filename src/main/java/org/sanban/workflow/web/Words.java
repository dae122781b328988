package org.sanban.workflow.web;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.sanban.pages.Choice;
import org.sanban.pages.Shell;

/** Choices whose labels are texts of the house. */
public final class Words {

    private static final Set<String> FIELDS =
            Arrays.stream(ActForm.class.getRecordComponents()).map(RecordComponent::getName).collect(Collectors.toUnmodifiableSet());

    private Words() {}

    /** Names of the fields that the form of an act can have; whatever else a gate asks for stands on the subject's page. */
    public static Set<String> fields() {
        return FIELDS;
    }

    /** One choice a value; its label is the text {@code <key>.<value>}. */
    public static List<Choice> choices(Shell shell, String key, String... values) {
        return Arrays.stream(values).map(value -> Choice.of(value, shell.t(key + "." + value))).toList();
    }
}
