package org.sanban.outgoing.web;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import org.sanban.outgoing.OutgoingList;
import org.sanban.outgoing.OutgoingList.Filter;
import org.sanban.outgoing.OutgoingList.Line;
import org.sanban.pages.ListSheet;
import org.sanban.pages.Texts;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The register as an Excel file: every line that the filter finds (up to what a sheet holds), without work secrets; it says what it leaves out. */
@Component
class OutgoingWorkbook {

    private static final List<String> HEADS = List.of(
            "outgoing.list.number", "outgoing.list.title-of", "documents.field.docType", "documents.field.urgency", "outgoing.list.unit",
            "outgoing.show.drafter", "outgoing.list.begun", "outgoing.show.signed-on", "outgoing.list.sent", "outgoing.show.copies", "outgoing.list.stands");

    private final OutgoingList list;
    private final LineWords words;
    private final Directory directory;
    private final Clock clock;
    private final int limit;

    OutgoingWorkbook(OutgoingList list, LineWords words, Directory directory, Clock clock, @Value("${sanban.outgoing.export-rows:1000000}") int limit) {
        this.list = list;
        this.words = words;
        this.directory = directory;
        this.clock = clock;
        this.limit = limit;
    }

    void write(Filter filter, Actor by, Texts texts, OutputStream out) throws IOException {
        LineWords.Words said = words.of(List.of(), texts);
        ListSheet.write(out, texts.of("outgoing.list.title"), HEADS.stream().map(texts::of).toList(), clock.getZone(), limit, sheet -> {
            list.export(filter, limit + 1, by, line -> line(sheet, line, said));
            if (sheet.cut()) {
                sheet.note(texts.of("documents.export.cut", limit));
            }
            sheet.note(texts.of("documents.export.no-secrets"));
        });
    }

    private void line(ListSheet sheet, Line line, LineWords.Words said) {
        sheet.line(
                line.number(), line.title(), line.type() == null ? null : said.texts().of("documents.doc-type." + line.type()),
                said.texts().of("documents.urgency." + line.urgency()), said.unit(line), directory.person(line.drafter()).map(Directory.Entry::name).orElse(""),
                line.createdAt(), line.signedOn(), line.dispatchedAt(), line.copies(), said.stands(line));
    }
}
