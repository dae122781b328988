package org.sanban.reports.web;

import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.List;
import org.sanban.pages.ListSheet;
import org.sanban.reports.TaskRow;

/** The list behind a figure as a workbook. Times in the office's zone. */
record TaskSheet(Names names, ZoneId zone) {

    private static final List<String> COLUMNS = List.of("number", "title", "unit", "holder", "step", "arrived", "due", "done", "late");

    void write(List<TaskRow> rows, OutputStream out) throws IOException {
        List<String> heads = COLUMNS.stream().map(column -> names.shell().t("reports.list." + column)).toList();
        ListSheet.write(out, names.shell().t("reports.nav"), heads, zone, rows.size(), sheet -> rows.forEach(row -> line(sheet, row)));
    }

    private void line(ListSheet sheet, TaskRow row) {
        sheet.line(
                row.number(), row.title(), names.unit(row.unit()), names.holder(row.holder()), names.step(row.subject(), row.step()), row.arrivedAt(), row.dueAt(),
                row.doneAt(), row.late() ? names.shell().t("reports.list.late") : null);
    }
}
