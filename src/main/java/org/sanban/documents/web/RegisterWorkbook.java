package org.sanban.documents.web;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sanban.documents.IncomingList;
import org.sanban.documents.IncomingList.Filter;
import org.sanban.documents.IncomingList.Line;
import org.sanban.pages.ListSheet;
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
        ListWords.Words said = words.of(List.of(), texts);
        ListSheet.write(out, texts.of("documents.export.sheet"), HEADS.stream().map(texts::of).toList(), clock.getZone(), limit, sheet -> {
            list.export(filter, limit + 1, by, line -> line(sheet, line, said));
            if (sheet.cut()) {
                sheet.note(texts.of("documents.export.cut", limit));
            }
            sheet.note(texts.of("documents.export.no-secrets"));
        });
    }

    private static void line(ListSheet sheet, Line line, ListWords.Words said) {
        sheet.line(
                line.number(), line.receivedAt(), line.sender(), line.docNumber(), line.title(), word(said.texts(), "documents.doc-type.", line.type()),
                word(said.texts(), "documents.urgency.", line.urgency()), word(said.texts(), "documents.kind.", line.kind()), line.copies(), line.pages(),
                said.stands(line));
    }

    private static @Nullable String word(Texts texts, String prefix, @Nullable Enum<?> value) {
        return value == null ? null : texts.of(prefix + value.name());
    }
}
