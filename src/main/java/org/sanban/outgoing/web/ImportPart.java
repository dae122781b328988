package org.sanban.outgoing.web;

/** An element of the draft as it stands, and as a Word file has it. */
public record ImportPart(String element, String stands, String found) {}
