package org.sanban.pages;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A list as an Excel file: heads, line after line as they come, below them what was left out. A list may be longer than the memory. */
public final class ListSheet {

    private static final int CHUNK = 500;

    private final Worksheet sheet;
    private final ZoneId zone;
    private final int most;
    private int lines;
    private int notes;
    private boolean cut;

    /**
     * @param zone in which times are written
     * @param most lines that it takes; what comes after them is {@link #cut}
     */
    public ListSheet(Worksheet sheet, List<String> heads, ZoneId zone, int most) {
        this.sheet = sheet;
        this.zone = zone;
        this.most = most;
        for (int column = 0; column < heads.size(); column++) {
            sheet.value(0, column, heads.get(column));
            sheet.style(0, column).bold().set();
        }
        sheet.freezePane(0, 1);
    }

    /** A file with one sheet. @param fills writes its lines and notes */
    public static void write(OutputStream out, String name, List<String> heads, ZoneId zone, int most, Consumer<ListSheet> fills) throws IOException {
        try (Workbook book = new Workbook(out, "Sanban", "1.0")) {
            fills.accept(new ListSheet(book.newWorksheet(name), heads, zone, most));
        }
    }

    /** @param cells texts, numbers, days and times; null leaves one empty */
    public void line(@Nullable Object... cells) {
        if (lines == most) {
            cut = true;
            return;
        }
        lines++;
        for (int column = 0; column < cells.length; column++) {
            cell(lines, column, cells[column]);
        }
        if (lines % CHUNK == 0) {
            flush();
        }
    }

    /** Were there more lines than it takes? */
    public boolean cut() {
        return cut;
    }

    /** Said below the lines. */
    public void note(String text) {
        sheet.value(lines + 2 + notes++, 0, text);
    }

    private void cell(int row, int column, @Nullable Object value) {
        switch (value) {
            case null -> { }
            case Number number -> sheet.value(row, column, number);
            case LocalDate day -> {
                sheet.value(row, column, day);
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            case Instant at -> {
                sheet.value(row, column, LocalDateTime.ofInstant(at, zone));
                sheet.style(row, column).format("yyyy-mm-dd hh:mm").set();
            }
            default -> sheet.value(row, column, value.toString());
        }
    }

    private void flush() {
        try {
            sheet.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
