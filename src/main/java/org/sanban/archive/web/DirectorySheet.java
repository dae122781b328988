package org.sanban.archive.web;

import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.util.List;
import org.sanban.archive.ItemLine;
import org.sanban.pages.ListSheet;
import org.sanban.pages.Shell;
import org.sanban.people.Clearance;

/** The directory (归档文件目录) as a workbook, with the columns of DA/T 22-2015. */
record DirectorySheet(Shell shell) {

    static final List<String> COLUMNS = List.of("no", "code", "number", "responsible", "title-column", "dated", "secrecy", "pages", "note");

    void write(List<ItemLine> lines, OutputStream out) throws IOException {
        List<String> heads = COLUMNS.stream().map(column -> shell.t("archive.directory." + column)).toList();
        ListSheet.write(out, shell.t("archive.directory.title"), heads, ZoneOffset.UTC, lines.size(), sheet -> {
            for (int n = 0; n < lines.size(); n++) {
                line(sheet, n + 1, lines.get(n));
            }
        });
    }

    private void line(ListSheet sheet, int no, ItemLine line) {
        sheet.line(
                no, line.code(), line.number(), line.responsible(), line.title(), line.eightDigits(),
                line.confidentiality() == Clearance.NONE ? null : shell.t("archive.secrecy." + line.confidentiality()), line.pages(), line.note());
    }
}
