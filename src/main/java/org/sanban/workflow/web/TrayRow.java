package org.sanban.workflow.web;

import org.sanban.pages.TimeLeft;
import org.sanban.workflow.TrayLine;

/** A line of the tray with its words in the reader's language. */
public record TrayRow(TrayLine line, String kind, TimeLeft left) {}
