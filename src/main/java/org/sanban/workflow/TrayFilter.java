package org.sanban.workflow;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a tray.
 *
 * @param tab {@code documents}, {@code meetings}, {@code affairs} or {@code errors}; null for all
 * @param kind one kind of subject, e.g. {@code incoming}; null for all
 */
public record TrayFilter(@Nullable String tab, @Nullable String kind) {

    public static final TrayFilter ALL = new TrayFilter(null, null);
}
