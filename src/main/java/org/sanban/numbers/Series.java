package org.sanban.numbers;

import java.util.List;

/**
 * A series of issue numbers (一个机关代字的发文字号序列).
 *
 * @param code the 代字, e.g. 岭政办发
 * @param body code of the organization that issues
 * @param docTypes codes of the document types (文种) it serves, out of {@link #LEGAL_TYPES}
 * @param format the form of its numbers: {@code {n}} once, {@code {code}} and {@code {year}} at most once
 * @param yearly begins with 1 each year; else it runs on over the years (令)
 * @param active false once it was retired: what was given stands, nothing new is given
 */
public record Series(
        long id, String code, String name, String body, Direction direction, Layout layout, List<String> docTypes, String format,
        boolean yearly, boolean active, int version) {

    /** The fifteen document types of the regulation, by code (domain.md §3.2). */
    public static final List<String> LEGAL_TYPES = List.of(
            "RESOLUTION", "DECISION", "ORDER", "COMMUNIQUE", "ANNOUNCEMENT", "PUBLIC_NOTICE", "OPINION", "NOTICE", "CIRCULAR", "REPORT",
            "REQUEST", "REPLY", "BILL", "LETTER", "MINUTES");

    /** Direction of the documents it numbers, as the issuer sees it (上行、平行、下行). */
    public enum Direction { UP, LATERAL, DOWN }

    /** Layout of the documents it numbers (文件式、上行文、信函式、电报、纪要、命令). */
    public enum Layout { GENERAL, UPWARD, LETTER, TELEGRAM, MINUTES, ORDER }

    /** The counter that a document signed in {@code year} takes its number from: the year, 0 where the series runs on. */
    int period(int year) {
        return yearly ? year : 0;
    }
}
