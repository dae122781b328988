package org.sanban.archive.web;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.sanban.archive.ItemLine;
import org.sanban.pages.Shell;
import org.sanban.people.Clearance;

/** The directory (归档文件目录) as a workbook, with the columns of DA/T 22-2015. */
record DirectorySheet(Shell shell) {

    static final List<String> COLUMNS = List.of("no", "code", "number", "responsible", "title-column", "dated", "secrecy", "pages", "note");

    void write(List<ItemLine> lines, OutputStream out) throws IOException {
        try (Workbook book = new Workbook(out, "Sanban", "1.0")) {
            Worksheet sheet = book.newWorksheet(shell.t("archive.directory.title"));
            for (int column = 0; column < COLUMNS.size(); column++) {
                sheet.value(0, column, shell.t("archive.directory." + COLUMNS.get(column)));
                sheet.style(0, column).bold().set();
            }
            for (int n = 0; n < lines.size(); n++) {
                line(sheet, n + 1, lines.get(n));
            }
        }
    }

    private void line(Worksheet sheet, int row, ItemLine line) {
        sheet.value(row, 0, row);
        sheet.value(row, 1, line.code());
        sheet.value(row, 2, line.number());
        sheet.value(row, 3, line.responsible());
        sheet.value(row, 4, line.title());
        sheet.value(row, 5, line.eightDigits());
        sheet.value(row, 6, line.confidentiality() == Clearance.NONE ? "" : shell.t("archive.secrecy." + line.confidentiality()));
        sheet.value(row, 7, line.pages());
        sheet.value(row, 8, line.note());
    }
}
