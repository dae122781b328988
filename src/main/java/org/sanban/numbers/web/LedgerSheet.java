package org.sanban.numbers.web;

import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.List;
import org.sanban.numbers.NumberLine;
import org.sanban.numbers.Series;
import org.sanban.pages.ListSheet;

/** The register of one series as a workbook; it says what it leaves out. */
record LedgerSheet(NumberWords words, ZoneId zone) {

    private static final List<String> HEADS = List.of("number", "title", "signed", "state", "taken", "by", "note");

    void write(Series series, List<NumberLine> lines, int limit, OutputStream out) throws IOException {
        List<String> heads = HEADS.stream().map(head -> words.texts().of("numbers.column." + head)).toList();
        ListSheet.write(out, series.code(), heads, zone, limit, sheet -> {
            lines.forEach(line -> sheet.line(
                    line.text(), words.title(line), line.signedOn(), words.state(line), line.takenAt(), words.taker(line), words.note(line)));
            if (sheet.cut()) {
                sheet.note(words.texts().of("numbers.export.cut", String.valueOf(limit)));
            }
        });
    }
}
