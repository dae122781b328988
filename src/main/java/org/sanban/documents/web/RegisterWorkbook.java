package org.sanban.documents.web;

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
import org.sanban.documents.IncomingList;
import org.sanban.documents.IncomingList.Filter;
import org.sanban.documents.IncomingList.Line;
import org.sanban.pages.Texts;
import org.sanban.people.Actor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The register as an Excel file: every line that the filter finds (up to what a sheet holds), without work secrets; it says what it leaves out. */
@Component
class RegisterWorkbook {

    private static final List<String> HEADS = List.of(
            "documents.list.number", "documents.list.received", "documents.field.sender", "documents.field.docNumber", "documents.field.title",
            "documents.field.docType", "documents.field.urgency", "documents.field.kind", "documents.field.copies", "documents.field.pages",
            "documents.list.stands");

    private static final int CHUNK = 500;

    private final IncomingList list;
    private final ListWords words;
    private final Clock clock;
    private final int limit;

    RegisterWorkbook(IncomingList list, ListWords words, Clock clock, @Value("${sanban.incoming.export-rows:1000000}") int limit) {
        this.list = list;
        this.words = words;
        this.clock = clock;
        this.limit = limit;
    }

    void write(Filter filter, Actor by, Texts texts, OutputStream out) throws IOException {
        try (Workbook book = new Workbook(out, "Sanban", "1.0")) {
            Worksheet sheet = book.newWorksheet(texts.of("documents.export.sheet"));
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
            ListWords.Words said = words.of(chunk, texts);
            chunk.forEach(line -> line(sheet, ++written, line, said, texts));
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

    private void line(Worksheet sheet, int row, Line line, ListWords.Words said, Texts texts) {
        sheet.value(row, 0, line.number());
        sheet.value(row, 1, local(line.receivedAt()));
        sheet.style(row, 1).format("yyyy-mm-dd hh:mm").set();
        sheet.value(row, 2, line.sender());
        sheet.value(row, 3, line.docNumber());
        sheet.value(row, 4, line.title());
        sheet.value(row, 5, word(texts, "documents.doc-type.", line.type()));
        sheet.value(row, 6, word(texts, "documents.urgency.", line.urgency()));
        sheet.value(row, 7, word(texts, "documents.kind.", line.kind()));
        sheet.value(row, 8, line.copies());
        sheet.value(row, 9, line.pages());
        sheet.value(row, 10, said.stands(line));
    }

    private LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, clock.getZone());
    }

    private static @Nullable String word(Texts texts, String prefix, @Nullable Enum<?> value) {
        return value == null ? null : texts.of(prefix + value.name());
    }
}
