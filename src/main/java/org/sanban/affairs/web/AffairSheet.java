package org.sanban.affairs.web;

import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.List;
import org.sanban.affairs.AffairList;
import org.sanban.pages.ListSheet;
import org.sanban.people.Actor;

/** The list of affairs as a workbook (督查台账), without what is confined to those who take part. */
record AffairSheet(AffairWords words, ZoneId zone) {

    private static final int PAGE = 500;
    private static final List<String> HEADS = List.of(
            "column.no", "column.title", "field.category", "column.source", "column.lead", "column.due", "column.state", "late", "field.lane", "show.closed");

    void write(AffairList list, AffairList.Filter filter, int most, Actor by, OutputStream out) throws IOException {
        List<String> heads = HEADS.stream().map(head -> words.texts().of("affairs." + head)).toList();
        ListSheet.write(out, words.texts().of("affairs.title"), heads, zone, most, sheet -> {
            String after = null;
            List<AffairList.Line> lines;
            do {
                lines = list.page(filter, after, PAGE, by);
                lines.stream().filter(one -> !one.sensitive()).forEach(one -> line(sheet, one));
                after = lines.isEmpty() ? null : lines.getLast().cursor();
            } while (lines.size() == PAGE && !sheet.cut());
            sheet.note(words.texts().of(sheet.cut() ? "affairs.export.cut" : "affairs.export.left-out", String.valueOf(most)));
        });
    }

    private void line(ListSheet sheet, AffairList.Line one) {
        sheet.line(
                one.no(), one.title(), words.category(one.category()), words.texts().of("affairs.source." + one.source()), words.lead(one.lead()), one.due(),
                words.texts().of("affairs.state." + one.state()), one.late() ? words.texts().of("affairs.late") : null, words.texts().of("affairs.lane." + one.lane()),
                one.closedAt());
    }
}
