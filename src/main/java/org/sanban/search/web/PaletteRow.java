package org.sanban.search.web;

/** One line of the palette. */
public record PaletteRow(String href, String label, String note, String tag) {}
