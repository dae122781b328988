package org.sanban.errors.web;

import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.List;
import org.sanban.errors.ErrorList;
import org.sanban.pages.ListSheet;
import org.sanban.people.Actor;

/** The register as a workbook, without work secrets and without persons; it says what it leaves out. */
record ErrorSheet(ErrorWords words, ZoneId zone) {

    private static final List<String> HEADS = List.of(
            "no", "found", "made", "business", "madeStep", "foundStep", "kind", "type", "severity", "unit", "description", "state", "source", "again");

    void write(ErrorList list, ErrorList.Filter filter, int most, Actor by, OutputStream out) throws IOException {
        List<String> heads = HEADS.stream().map(head -> words.texts().of("errors.column." + head)).toList();
        ListSheet.write(out, words.texts().of("errors.title"), heads, zone, most, sheet -> {
            list.export(filter, most + 1, by, line -> line(sheet, line));
            if (sheet.cut()) {
                sheet.note(words.texts().of("errors.export.cut", String.valueOf(most)));
            }
            sheet.note(words.texts().of("errors.export.left-out"));
        });
    }

    private void line(ListSheet sheet, ErrorList.Line e) {
        sheet.line(
                e.no(), e.foundAt(), e.madeAt(), words.business(e.business()), words.stage(e.business(), e.madeStep()), words.stage(e.business(), e.foundStep()),
                words.kind(e.kind()), words.type(e.type()), words.severity(e.severity()), words.unit(e.unit()), e.description(),
                words.texts().of("errors.state." + e.state()), words.texts().of("errors.source." + e.source()), e.again() ? words.texts().of("errors.again") : null);
    }
}
