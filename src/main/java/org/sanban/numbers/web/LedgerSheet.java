package org.sanban.numbers.web;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.sanban.numbers.NumberLine;
import org.sanban.numbers.Series;

/** The register of one series as a workbook; it says what it leaves out. */
record LedgerSheet(NumberWords words, ZoneId zone) {

    private static final List<String> HEADS = List.of("number", "title", "signed", "state", "taken", "by", "note");

    void write(Series series, List<NumberLine> lines, int limit, OutputStream out) throws IOException {
        try (Workbook book = new Workbook(out, "Sanban", "1.0")) {
            Worksheet sheet = book.newWorksheet(series.code());
            for (int column = 0; column < HEADS.size(); column++) {
                sheet.value(0, column, words.texts().of("numbers.column." + HEADS.get(column)));
                sheet.style(0, column).bold().set();
            }
            sheet.freezePane(0, 1);
            List<NumberLine> shown = lines.subList(0, Math.min(limit, lines.size()));
            for (int n = 0; n < shown.size(); n++) {
                line(sheet, n + 1, shown.get(n));
            }
            if (lines.size() > limit) {
                sheet.value(limit + 2, 0, words.texts().of("numbers.export.cut", String.valueOf(limit)));
            }
        }
    }

    private void line(Worksheet sheet, int row, NumberLine line) {
        sheet.value(row, 0, line.text());
        sheet.value(row, 1, words.title(line));
        sheet.value(row, 2, line.signedOn());
        sheet.style(row, 2).format("yyyy-mm-dd").set();
        sheet.value(row, 3, words.state(line));
        sheet.value(row, 4, LocalDateTime.ofInstant(line.takenAt(), zone));
        sheet.style(row, 4).format("yyyy-mm-dd hh:mm").set();
        sheet.value(row, 5, words.taker(line));
        sheet.value(row, 6, words.note(line));
    }
}
