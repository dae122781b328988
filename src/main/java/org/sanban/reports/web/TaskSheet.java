package org.sanban.reports.web;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.sanban.reports.TaskRow;

/** The list behind a figure as a workbook. Times in the office's zone. */
record TaskSheet(Names names, ZoneId zone) {

    private static final List<String> COLUMNS = List.of("number", "title", "unit", "holder", "step", "arrived", "due", "done", "late");

    void write(List<TaskRow> rows, OutputStream out) throws IOException {
        try (Workbook book = new Workbook(out, "Sanban", "1.0")) {
            Worksheet sheet = book.newWorksheet(names.shell().t("reports.nav"));
            for (int column = 0; column < COLUMNS.size(); column++) {
                sheet.value(0, column, names.shell().t("reports.list." + COLUMNS.get(column)));
                sheet.style(0, column).bold().set();
            }
            for (int n = 0; n < rows.size(); n++) {
                line(sheet, n + 1, rows.get(n));
            }
        }
    }

    private void line(Worksheet sheet, int at, TaskRow row) {
        sheet.value(at, 0, row.number());
        sheet.value(at, 1, row.title());
        sheet.value(at, 2, names.unit(row.unit()));
        sheet.value(at, 3, names.holder(row.holder()));
        sheet.value(at, 4, names.step(row.subject(), row.step()));
        time(sheet, at, 5, row.arrivedAt());
        time(sheet, at, 6, row.dueAt());
        time(sheet, at, 7, row.doneAt());
        sheet.value(at, 8, row.late() ? names.shell().t("reports.list.late") : "");
    }

    private void time(Worksheet sheet, int at, int column, @Nullable Instant instant) {
        if (instant != null) {
            sheet.value(at, column, LocalDateTime.ofInstant(instant, zone));
            sheet.style(at, column).format("yyyy-MM-dd HH:mm").set();
        }
    }
}
