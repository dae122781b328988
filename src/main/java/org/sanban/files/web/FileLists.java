package org.sanban.files.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.files.Attachment;
import org.sanban.files.Attachments;
import org.sanban.files.Doors;
import org.sanban.files.FilesSettings;
import org.sanban.pages.NotFound;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.springframework.stereotype.Component;

/** Makes the list of a subject's files for one reader. */
@Component
class FileLists {

    private static final long KILO = 1024;

    private final Attachments attachments;
    private final Doors doors;
    private final Directory directory;
    private final FilesSettings settings;

    FileLists(Attachments attachments, Doors doors, Directory directory, FilesSettings settings) {
        this.attachments = attachments;
        this.doors = doors;
        this.directory = directory;
        this.settings = settings;
    }

    /** @throws NotFound unless the reader may see the subject */
    FilesView of(SubjectRef subject, Actor reader) {
        doors.forReading(subject, reader);
        List<Attachment> files = attachments.of(subject);
        Set<Long> who = files.stream().map(Attachment::uploadedBy).collect(Collectors.toSet());
        files.stream().map(Attachment::voided).filter(v -> v != null).forEach(v -> who.add(v.by()));
        Map<Long, Directory.Entry> names = directory.persons(who);
        boolean mayAttach = doors.mayAttach(subject, reader);
        return new FilesView(subject, files.stream().map(file -> line(file, names, mayAttach)).toList(), mayAttach,
                settings.maxSize().toMegabytes());
    }

    private static FilesView.Line line(Attachment file, Map<Long, Directory.Entry> names, boolean mayAttach) {
        Attachment.Voided voided = file.voided();
        return new FilesView.Line(
                file.id(), file.name(), file.type().name(), file.copy().name(), size(file.size()), file.pages(), file.examined(),
                name(names, file.uploadedBy()), file.uploadedAt(), file.type().shows(), mayAttach && voided == null,
                voided == null ? null : name(names, voided.by()), voided == null ? null : voided.reason());
    }

    private static String name(Map<Long, Directory.Entry> names, long person) {
        Directory.Entry entry = names.get(person);
        return entry == null ? "" : entry.name();
    }

    static String size(long bytes) {
        return bytes < KILO ? bytes + " B"
                : bytes < KILO * KILO ? Math.round((double) bytes / KILO) + " KB"
                : "%.1f MB".formatted((double) bytes / KILO / KILO);
    }

    /** Reads {@code kind/id} as it comes in an address. */
    static SubjectRef subject(@Nullable String text) {
        if (text == null) {
            throw new NotFound();
        }
        try {
            return SubjectRef.of(text);
        } catch (IllegalArgumentException e) {
            throw new NotFound();
        }
    }
}
