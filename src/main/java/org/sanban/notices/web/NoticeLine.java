package org.sanban.notices.web;

import java.time.Instant;

/**
 * A notice as a page or a program sees it.
 *
 * @param subject {@code kind/id}; {@code /go?subject=} leads there
 */
public record NoticeLine(long id, String sentence, String subject, Instant at, boolean read) {}
