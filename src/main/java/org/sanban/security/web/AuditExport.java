package org.sanban.security.web;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.Happening;
import org.sanban.audit.SubjectRef;
import org.sanban.audit.Trail;
import org.sanban.pages.Texts;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The trail as a spreadsheet. That it was exported goes onto the trail. */
@Component
class AuditExport {

    private static final int BATCH = 2_000;
    private static final List<String> COLUMNS =
            List.of("at", "actor", "on-behalf-of", "what", "word", "subject", "seq", "detail", "client", "hash");

    private final Trail trail;
    private final Directory directory;
    private final ApplicationEventPublisher events;
    private final int most;

    AuditExport(
            Trail trail, Directory directory, ApplicationEventPublisher events, @Value("${sanban.audit.export-rows:100000}") int most) {
        this.trail = trail;
        this.directory = directory;
        this.events = events;
        this.most = most;
    }

    private record Exported(SubjectRef subject, long actor, Instant at, String what, Map<String, ?> detail) implements Happening {}

    /** The newest {@code sanban.audit.export-rows} lines at most; a last row says so when there are more. */
    @Transactional
    public void write(Trail.Filter filter, Actor by, Instant at, Texts texts, OutputStream out) throws IOException {
        Workbook book = new Workbook(out, "Sanban", "1.0");
        Worksheet sheet = book.newWorksheet(texts.of("audit.page.title"));
        for (int column = 0; column < COLUMNS.size(); column++) {
            sheet.value(0, column, texts.of("audit.page." + COLUMNS.get(column)));
        }
        int rows = rows(filter, sheet, texts);
        events.publishEvent(new Exported(new SubjectRef("audit", 0), by.id(), at, "audit.exported", Map.of("lines", rows)));
        book.finish();
    }

    private int rows(Trail.Filter filter, Worksheet sheet, Texts texts) {
        int row = 0;
        Trail.Cursor cursor = null;
        while (row < most) {
            List<Trail.Entry> batch = trail.search(filter, cursor, Math.min(BATCH, most - row));
            for (AuditLine line : AuditLine.of(batch, directory)) {
                fill(sheet, ++row, line, texts);
            }
            if (batch.size() < BATCH) {
                return row;
            }
            cursor = batch.getLast().cursor();
        }
        sheet.value(row + 1, 0, texts.of("audit.page.export-cut", most));
        return row;
    }

    private static void fill(Worksheet sheet, int row, AuditLine line, Texts texts) {
        List<@Nullable String> values = Arrays.asList(
                texts.minute(line.at()), line.actor() == null ? texts.of("audit.page.system") : line.actor(), line.onBehalfOf(),
                texts.of("audit.what." + line.what()), line.what(), line.subject(), String.valueOf(line.seq()), line.detail(),
                line.client(), line.hash());
        for (int column = 0; column < values.size(); column++) {
            sheet.value(row, column, values.get(column));
        }
    }
}
