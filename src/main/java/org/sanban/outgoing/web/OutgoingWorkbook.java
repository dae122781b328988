package org.sanban.outgoing.web;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.sanban.outgoing.OutgoingList;
import org.sanban.outgoing.OutgoingList.Filter;
import org.sanban.outgoing.OutgoingList.Line;
import org.sanban.pages.Texts;
import org.sanban.people.Actor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The register as an Excel file: every line that the filter finds (up to what a sheet holds), without work secrets; it says what it leaves out. */
@Component
class OutgoingWorkbook {

    private static final List<String> HEADS = List.of(
            "outgoing.list.number", "outgoing.list.title-of", "documents.field.docType", "documents.field.urgency", "outgoing.list.unit",
            "outgoing.show.drafter", "outgoing.list.begun", "outgoing.show.signed-on", "outgoing.list.sent", "outgoing.show.copies", "outgoing.list.stands");

    private static final int CHUNK = 500;

    private final OutgoingList list;
    private final LineWords words;
    private final Clock clock;
    private final int limit;

    OutgoingWorkbook(OutgoingList list, LineWords words, Clock clock, @Value("${sanban.outgoing.export-rows:1000000}") int limit) {
        this.list = list;
        this.words = words;
        this.clock = clock;
        this.limit = limit;
    }

    void write(Filter filter, Actor by, Texts texts, OutputStream out) throws IOException {
        try (Workbook book = new Workbook(out, "Sanban", "1.0")) {
            Worksheet sheet = book.newWorksheet(texts.of("outgoing.list.title"));
            for (int column = 0; column < HEADS.size(); column++) {
                sheet.value(0, column, texts.of(HEADS.get(column)));
                sheet.style(0, column).bold().set();
            }
            sheet.freezePane(0, 1);
            Rows rows = new Rows(sheet, texts);
            list.export(filter, limit + 1, by, rows);
            rows.end();
        }
    }

    /** Lines as they come from the database, written and forgotten a chunk at a time: the register may be longer than the memory. */
    private final class Rows implements Consumer<Line> {
        private final List<Line> chunk = new ArrayList<>(CHUNK);
        private final Worksheet sheet;
        private final Texts texts;
        private int written;
        private boolean cut;

        Rows(Worksheet sheet, Texts texts) {
            this.sheet = sheet;
            this.texts = texts;
        }

        @Override
        public void accept(Line line) {
            if (written + chunk.size() == limit) {
                cut = true;
                return;
            }
            chunk.add(line);
            if (chunk.size() == CHUNK) {
                flush();
            }
        }

        private void flush() {
            LineWords.Words said = words.of(chunk, texts);
            chunk.forEach(line -> line(sheet, ++written, line, said));
            chunk.clear();
            try {
                sheet.flush();
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }

        void end() {
            flush();
            if (cut) {
                sheet.value(written + 2, 0, texts.of("documents.export.cut", limit));
            }
            sheet.value(written + 3, 0, texts.of("documents.export.no-secrets"));
        }
    }

    private void line(Worksheet sheet, int row, Line line, LineWords.Words said) {
        sheet.value(row, 0, line.number());
        sheet.value(row, 1, line.title());
        sheet.value(row, 2, line.type() == null ? null : said.texts().of("documents.doc-type." + line.type()));
        sheet.value(row, 3, said.texts().of("documents.urgency." + line.urgency()));
        sheet.value(row, 4, said.unit(line));
        sheet.value(row, 5, said.name(line.drafter()));
        minute(sheet, row, 6, line.createdAt());
        sheet.value(row, 7, line.signedOn());
        sheet.style(row, 7).format("yyyy-mm-dd").set();
        minute(sheet, row, 8, line.dispatchedAt());
        sheet.value(row, 9, line.copies());
        sheet.value(row, 10, said.stands(line));
    }

    private void minute(Worksheet sheet, int row, int column, @Nullable Instant at) {
        if (at != null) {
            sheet.value(row, column, LocalDateTime.ofInstant(at, clock.getZone()));
            sheet.style(row, column).format("yyyy-mm-dd hh:mm").set();
        }
    }
}
