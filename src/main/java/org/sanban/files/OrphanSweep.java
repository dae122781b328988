package org.sanban.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.sanban.audit.RecurringJob;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Removes bytes that no row names, left by a crash or a rolled back transaction, once they are a day old. */
@Component
class OrphanSweep implements RecurringJob {

    private final ContentStore store;
    private final AttachmentRows rows;
    private final FilesSettings settings;
    private final TransactionTemplate transaction;

    OrphanSweep(
            ContentStore store, AttachmentRows rows, FilesSettings settings, PlatformTransactionManager transactions) {
        this.store = store;
        this.rows = rows;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return "files.sweep";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public void run(Instant at) {
        Instant before = at.minus(settings.orphansAfter());
        try {
            store.dropDraftsBefore(before);
            List<String> old;
            try (Stream<ContentStore.Held> held = store.held()) {
                old = held.filter(h -> h.at().isBefore(before)).map(ContentStore.Held::sha256).toList();
            }
            old.forEach(this::sweep);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void sweep(String sha256) {
        transaction.executeWithoutResult(status -> {
            if (rows.lockOrphan(sha256)) {
                try {
                    store.drop(sha256);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
    }
}
