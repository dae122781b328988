package org.sanban.pages;

import java.util.List;

/**
 * One thing that can be chosen: an option of a select, a radio button, a person in a picker.
 *
 * @param note shown beside it, dimmed (a post, a unit); empty for none
 * @param group heading it stands under; empty for none
 * @param search further words by which it is found while typing (a code, the initials); empty for none
 */
public record Choice(String value, String label, String note, String group, String search) {

    public static Choice of(Object value, String label) {
        return new Choice(value.toString(), label, "", "", "");
    }

    public static Choice of(Object value, String label, String note) {
        return new Choice(value.toString(), label, note, "", "");
    }

    public Choice under(String group) {
        return new Choice(value, label, note, group, search);
    }

    public Choice foundBy(String search) {
        return new Choice(value, label, note, group, search);
    }

    /** The headings in the order in which they first come; an empty one for those without. */
    public static List<String> groups(List<Choice> choices) {
        return choices.stream().map(Choice::group).distinct().toList();
    }
}
