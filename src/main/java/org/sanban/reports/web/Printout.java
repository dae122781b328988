package org.sanban.reports.web;

import java.util.List;
import org.sanban.layout.Book;

/**
 * A report as a file: its tables for the workbook, and charts and tables for paper.
 *
 * @param name of the file
 * @param says what its figures count and up to when
 */
record Printout(String name, String title, String period, List<Book.Part> charts, List<ReportSheet> sheets, String says) {

    static Printout of(ErrorsView view) {
        Words words = view.words();
        return new Printout("errors", words.t("reports.errors.title"), words.span(view.report().span()), new Drawings(words).of(view), new Tables(words).of(view),
                words.t("reports.errors.says", words.texts().minute(view.report().until())));
    }

    static Printout of(TimeView view) {
        Words words = view.words();
        return new Printout("time", words.t("reports.time.title"), words.span(view.report().span()), new Drawings(words).of(view), new Tables(words).of(view),
                words.t("reports.time.says", words.texts().minute(view.report().until())));
    }
}
