package org.sanban.reports.web;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Tables of a report as a workbook, a sheet each. A cell that begins like a formula stays a text: the writer never writes formulas. */
record ReportSheet(String name, List<String> heads, List<List<@Nullable Object>> rows) {

    static void write(List<ReportSheet> sheets, ZoneId zone, OutputStream out) throws IOException {
        try (Workbook book = new Workbook(out, "Sanban", "1.0")) {
            for (ReportSheet sheet : sheets) {
                sheet.fill(book.newWorksheet(sheet.name()), zone);
            }
        }
    }

    private void fill(Worksheet sheet, ZoneId zone) {
        for (int column = 0; column < heads.size(); column++) {
            sheet.value(0, column, heads.get(column));
            sheet.style(0, column).bold().set();
        }
        sheet.freezePane(0, 1);
        for (int n = 0; n < rows.size(); n++) {
            for (int column = 0; column < rows.get(n).size(); column++) {
                cell(sheet, n + 1, column, rows.get(n).get(column), zone);
            }
        }
    }

    private static void cell(Worksheet sheet, int row, int column, @Nullable Object value, ZoneId zone) {
        switch (value) {
            case null -> {}
            case Number number -> sheet.value(row, column, number);
            case Instant at -> {
                sheet.value(row, column, LocalDateTime.ofInstant(at, zone));
                sheet.style(row, column).format("yyyy-MM-dd HH:mm").set();
            }
            case LocalDate day -> {
                sheet.value(row, column, day);
                sheet.style(row, column).format("yyyy-MM-dd").set();
            }
            default -> sheet.value(row, column, value.toString());
        }
    }
}
