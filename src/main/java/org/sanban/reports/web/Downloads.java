package org.sanban.reports.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sanban.layout.Book;
import org.sanban.layout.Typesetting;

/** Sends a report as a file. */
final class Downloads {

    private Downloads() {}

    static void excel(HttpServletResponse response, Printout report, ZoneId zone) throws IOException {
        excel(response, report.name(), report.sheets(), zone);
    }

    static void excel(HttpServletResponse response, String name, List<ReportSheet> sheets, ZoneId zone) throws IOException {
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + ".xlsx\"");
        ReportSheet.write(sheets, zone, response.getOutputStream());
    }

    /** The charts, then the same tables on paper; columns that nothing fits into are the workbook's alone. */
    static void pdf(HttpServletResponse response, Printout report, Typesetting typesetting) throws IOException {
        List<Book.Part> parts = new ArrayList<>(report.charts());
        for (ReportSheet sheet : report.sheets()) {
            if (!sheet.rows().isEmpty()) {
                parts.add(new Book.Heading(1, sheet.name()));
                parts.add(new Book.Table(sheet.heads(), sheet.rows().stream().map(row -> row.stream().map(Downloads::text).toList()).toList(), List.of()));
            }
        }
        parts.add(new Book.Note(report.says()));
        Book book = new Book(report.title(), report.period(), false, true, parts);
        byte[] pdf = typesetting.pdf(typesetting.set(book), report.title());
        response.setContentType("application/pdf");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + report.name() + ".pdf\"");
        response.getOutputStream().write(pdf);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value instanceof Double number ? String.format(Locale.ROOT, "%.2f", number)
                : value instanceof LocalDate day && day.getDayOfMonth() == 1 ? day.toString().substring(0, 7) : value.toString();
    }
}
