package org.sanban.reports.web;

import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.ListSheet;

/** Tables of a report as a workbook, a sheet each. A cell that begins like a formula stays a text: the writer never writes formulas. */
record ReportSheet(String name, List<String> heads, List<List<@Nullable Object>> rows) {

    static void write(List<ReportSheet> sheets, ZoneId zone, OutputStream out) throws IOException {
        try (Workbook book = new Workbook(out, "Sanban", "1.0")) {
            for (ReportSheet one : sheets) {
                ListSheet sheet = new ListSheet(book.newWorksheet(one.name()), one.heads(), zone, one.rows().size());
                one.rows().forEach(row -> sheet.line(row.toArray()));
            }
        }
    }
}
