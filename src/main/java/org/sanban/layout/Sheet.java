package org.sanban.layout;

import java.util.List;

/**
 * A paper as it will be printed.
 *
 * @param substitutions fonts that stand in for others
 * @param notes codes of what was changed to keep the rules, e.g. {@code layout.note.recipients-in-imprint}
 */
public record Sheet(List<Page> pages, List<Substitution> substitutions, List<String> notes) {}
