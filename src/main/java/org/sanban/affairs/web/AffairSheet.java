package org.sanban.affairs.web;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.sanban.affairs.AffairList;
import org.sanban.people.Actor;

/** The list of affairs as a workbook (督查台账), without what is confined to those who take part. */
record AffairSheet(AffairWords words, ZoneId zone) {

    private static final int PAGE = 500;
    private static final List<String> HEADS = List.of(
            "column.no", "column.title", "field.category", "column.source", "column.lead", "column.due", "column.state", "late", "field.lane", "show.closed");

    void write(AffairList list, AffairList.Filter filter, int most, Actor by, OutputStream out) throws IOException {
        try (Workbook book = new Workbook(out, "Sanban", "1.0")) {
            Worksheet sheet = book.newWorksheet(words.texts().of("affairs.title"));
            for (int column = 0; column < HEADS.size(); column++) {
                sheet.value(0, column, words.texts().of("affairs." + HEADS.get(column)));
                sheet.style(0, column).bold().set();
            }
            sheet.freezePane(0, 1);
            int row = 0;
            String after = null;
            List<AffairList.Line> lines;
            do {
                lines = list.page(filter, after, PAGE, by);
                for (AffairList.Line one : lines) {
                    if (!one.sensitive() && row < most) {
                        line(sheet, ++row, one);
                    }
                }
                after = lines.isEmpty() ? null : lines.getLast().cursor();
            } while (lines.size() == PAGE && row < most);
            sheet.value(row + 2, 0, words.texts().of(row < most ? "affairs.export.left-out" : "affairs.export.cut", String.valueOf(most)));
        }
    }

    private void line(Worksheet sheet, int row, AffairList.Line one) {
        List<String> cells = List.of(
                one.no() == null ? "" : one.no(), one.title(), words.category(one.category()), words.texts().of("affairs.source." + one.source()), words.lead(one.lead()), "",
                words.texts().of("affairs.state." + one.state()), one.late() ? words.texts().of("affairs.late") : "", words.texts().of("affairs.lane." + one.lane()), "");
        for (int column = 0; column < cells.size(); column++) {
            if (!cells.get(column).isEmpty()) {
                sheet.value(row, column, cells.get(column));
            }
        }
        time(sheet, row, 5, one.due());
        time(sheet, row, 9, one.closedAt());
    }

    private void time(Worksheet sheet, int row, int column, @Nullable Instant at) {
        if (at != null) {
            sheet.value(row, column, LocalDateTime.ofInstant(at, zone));
            sheet.style(row, column).format("yyyy-mm-dd hh:mm").set();
        }
    }
}
