package org.sanban.archive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.pages.Texts;
import org.sanban.people.Directory;
import org.sanban.workflow.spi.SheetLines;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The box of the archive (归档) on the handling sheet: its number, and who handed over, arranged and stored when. */
@Component
class ArchiveBox implements SheetLines {

    private final ItemRows rows;
    private final Directory directory;

    ArchiveBox(ItemRows rows, Directory directory) {
        this.rows = rows;
        this.directory = directory;
    }

    @Override
    public String box() {
        return "archive";
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> lines(SubjectRef subject, Texts texts) {
        return rows.of(subject).map(item -> lines(item, texts)).orElse(List.of());
    }

    private List<String> lines(Item item, Texts texts) {
        List<String> lines = new ArrayList<>();
        if (item.code != null) {
            lines.add(texts.of("archive.sheet.code", item.code));
        }
        lines.add(act(texts, "archive.sheet.transferred", item.transferredAt, item.transferredBy, ""));
        if (item.arrangedAt != null) {
            lines.add(act(texts, "archive.sheet.arranged", item.arrangedAt, item.arrangedBy, ""));
        }
        if (item.storedAt != null) {
            lines.add(act(texts, "archive.sheet.stored", item.storedAt, item.storedBy, item.location == null ? "" : item.location));
        }
        return lines;
    }

    private String act(Texts texts, String key, Instant at, @Nullable Long by, String place) {
        String name = by == null ? "" : directory.person(by).map(Directory.Entry::name).orElse("");
        return texts.of(key, texts.minute(at), name, place).strip();
    }
}
