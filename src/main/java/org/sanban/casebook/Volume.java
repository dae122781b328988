package org.sanban.casebook;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A volume of the casebook (差错汇编 2026年上半年), never changed once it is published.
 *
 * @param cases how many stand in it
 */
public record Volume(long id, String title, LocalDate coversFrom, LocalDate coversUntil, String foreword, Instant publishedAt, int cases) {

    public static final String KIND = "casebook-volume";
}
