package org.sanban.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.sanban.audit.SubjectRef;
import org.sanban.files.Attachment;
import org.sanban.files.Attachments;
import org.sanban.files.ContentDamaged;
import org.sanban.files.FileType;
import org.sanban.workflow.spi.ArchiveSet;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The four-property test (四性检测, DA/T 70): the bytes are those that were stored, pieces and metadata are complete, formats are
 * allowed and open, and every file was searched for marks of secrecy, by the machine at the door or, where it has no text to read
 * (scans, pictures), by a person's look. It knows no signatures and runs no virus scanner.
 */
@Component
class FourProperties {

    /** The one check that a person's look settles. */
    static final String LOOKED = "archive.check.looked";

    private final Attachments attachments;
    private final Set<FileType> allowed;

    FourProperties(
            Attachments attachments,
            @Value("${sanban.archive.formats:PDF,OFD,DOCX,XLSX,PPTX,PNG,JPEG,TIFF,TXT}") Set<FileType> allowed) {
        this.attachments = attachments;
        this.allowed = allowed;
    }

    /** The files that stand, as one word: the test holds as long as they are the same. */
    String filesOf(SubjectRef subject) {
        return word(standing(subject));
    }

    /** Those among them whose text the machine could not read whole, in the same way. */
    String unreadFilesOf(SubjectRef subject) {
        return word(unread(standing(subject)));
    }

    private static List<Attachment> unread(List<Attachment> files) {
        return files.stream().filter(file -> !file.examined().equals("FULLY")).toList();
    }

    private static String word(List<Attachment> files) {
        return files.stream().map(FourProperties::word).collect(Collectors.joining(","));
    }

    private static String word(Attachment file) {
        return file.id() + ":" + file.sha256().substring(0, 8);
    }

    private List<Attachment> standing(SubjectRef subject) {
        return attachments.of(subject).stream().filter(file -> file.voided() == null).toList();
    }

    List<Check> test(Item item, List<ArchiveSet.Piece> pieces) {
        List<Attachment> files = standing(item.subject());
        List<Check> checks = new ArrayList<>();
        checks.add(files(Check.Property.AUTHENTIC, "archive.check.hashes", files, attachments::verify));
        checks.add(new Check(Check.Property.COMPLETE, "archive.check.pieces",
                pieces.stream().allMatch(piece -> piece.present() || !piece.required()),
                String.valueOf(pieces.stream().filter(ArchiveSet.Piece::present).count())));
        checks.add(new Check(Check.Property.COMPLETE, "archive.check.metadata", Arranging.gaps(item).isEmpty(), ""));
        checks.add(files(Check.Property.USABLE, "archive.check.formats", files, file -> allowed.contains(file.type())));
        checks.add(files(Check.Property.USABLE, "archive.check.opens", files, this::opens));
        Set<String> looked = Set.of(item.lookedAt.split(","));
        checks.add(files(Check.Property.SAFE, LOOKED, unread(files), file -> looked.contains(word(file))));
        return List.copyOf(checks);
    }

    /** Passed with the number of files, or not with the names of those that fail. */
    private static Check files(Check.Property property, String key, List<Attachment> files, Predicate<Attachment> holds) {
        String failing = files.stream().filter(holds.negate()).map(Attachment::name).collect(Collectors.joining("、"));
        return new Check(property, key, failing.isEmpty(), failing.isEmpty() ? String.valueOf(files.size()) : failing);
    }

    private boolean opens(Attachment file) {
        try (InputStream in = attachments.open(file)) {
            return in.transferTo(OutputStream.nullOutputStream()) == file.size();
        } catch (IOException | ContentDamaged e) {
            return false;
        }
    }
}
