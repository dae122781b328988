package org.sanban.errors.web;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.sanban.errors.ErrorList;
import org.sanban.people.Actor;

/** The register as a workbook, without work secrets and without persons; it says what it leaves out. */
record ErrorSheet(ErrorWords words, ZoneId zone) {

    private static final List<String> HEADS = List.of(
            "no", "found", "made", "business", "madeStep", "foundStep", "kind", "type", "severity", "unit", "description", "state", "source", "again");

    void write(ErrorList list, ErrorList.Filter filter, int most, Actor by, OutputStream out) throws IOException {
        try (Workbook book = new Workbook(out, "Sanban", "1.0")) {
            Worksheet sheet = book.newWorksheet(words.texts().of("errors.title"));
            for (int column = 0; column < HEADS.size(); column++) {
                sheet.value(0, column, words.texts().of("errors.column." + HEADS.get(column)));
                sheet.style(0, column).bold().set();
            }
            sheet.freezePane(0, 1);
            int[] written = {0};
            list.export(filter, most + 1, by, line -> {
                if (written[0] < most) {
                    line(sheet, ++written[0], line);
                } else {
                    sheet.value(most + 2, 0, words.texts().of("errors.export.cut", String.valueOf(most)));
                }
            });
            sheet.value(written[0] + 3, 0, words.texts().of("errors.export.left-out"));
        }
    }

    private void line(Worksheet sheet, int row, ErrorList.Line e) {
        List<String> cells = List.of(
                words.business(e.business()), words.stage(e.business(), e.madeStep()), words.stage(e.business(), e.foundStep()), words.kind(e.kind()),
                words.type(e.type()), words.severity(e.severity()), words.unit(e.unit()), e.description(), words.texts().of("errors.state." + e.state()),
                words.texts().of("errors.source." + e.source()), e.again() ? words.texts().of("errors.again") : "");
        sheet.value(row, 0, e.no());
        time(sheet, row, 1, e.foundAt());
        time(sheet, row, 2, e.madeAt());
        for (int column = 0; column < cells.size(); column++) {
            sheet.value(row, column + 3, cells.get(column));
        }
    }

    private void time(Worksheet sheet, int row, int column, @Nullable Instant at) {
        if (at != null) {
            sheet.value(row, column, LocalDateTime.ofInstant(at, zone));
            sheet.style(row, column).format("yyyy-mm-dd hh:mm").set();
        }
    }
}
