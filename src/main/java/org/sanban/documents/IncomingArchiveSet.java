package org.sanban.documents;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.sanban.audit.SubjectRef;
import org.sanban.files.Attachment;
import org.sanban.files.Attachment.Copy;
import org.sanban.files.Attachments;
import org.sanban.people.Directory;
import org.sanban.workflow.spi.ArchiveSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What goes to the archive with an incoming paper: the paper, its handling sheet, its attachments, the instruction, the answer. */
@Component
class IncomingArchiveSet implements ArchiveSet {

    private final Papers papers;
    private final IncomingNotes notes;
    private final IncomingCards cards;
    private final Attachments attachments;
    private final Directory directory;

    IncomingArchiveSet(Papers papers, IncomingNotes notes, IncomingCards cards, Attachments attachments, Directory directory) {
        this.papers = papers;
        this.notes = notes;
        this.cards = cards;
        this.attachments = attachments;
        this.directory = directory;
    }

    @Override
    public String kind() {
        return IncomingKind.KIND;
    }

    /** The handling sheet is made from the record and therefore always there. */
    @Override
    @Transactional(readOnly = true)
    public List<Piece> pieces(long subjectId) {
        IncomingDocument paper = papers.one(subjectId);
        List<Attachment> files = attachments.of(new SubjectRef(IncomingKind.KIND, subjectId)).stream().filter(f -> f.voided() == null).toList();
        boolean text = paper.particulars.body() != null && !paper.particulars.body().isBlank();
        boolean answered = paper.result == IncomingDocument.Result.REPLIED;
        return List.of(
                new Piece("documents.archive.original", true, text || has(files, Copy.ORIGINAL) || has(files, Copy.SCAN)),
                new Piece("documents.archive.sheet", true, true),
                new Piece("documents.archive.attachments", false, has(files, Copy.ATTACHMENT)),
                new Piece("documents.archive.instruction", false, has(files, Copy.SCAN)),
                new Piece("documents.archive.result", answered, notes.reply(subjectId).isPresent() || has(files, Copy.RESULT)));
    }

    private static boolean has(List<Attachment> files, Copy copy) {
        return files.stream().anyMatch(f -> f.copy() == copy);
    }

    @Override
    @Transactional(readOnly = true)
    public Description describe(long subjectId) {
        IncomingDocument paper = papers.one(subjectId);
        Particulars p = paper.particulars;
        LocalDate received = cards.day(paper.receipt.receivedAt());
        Directory.UnitEntry unit = directory.person(paper.receipt.receiver()).flatMap(e -> directory.unit(e.unit())).orElse(null);
        return new Description(
                p.line(), p.docNumber() != null ? p.docNumber() : Objects.requireNonNullElse(paper.inNo, ""), p.senderName(),
                p.issuedOn() == null ? received : p.issuedOn(), received.getYear(), unit == null ? "" : unit.code(),
                p.pages() == null ? 0 : p.pages(), p.docType() == null ? DocType.OTHER.name() : p.docType().name(), unit == null ? "" : unit.name());
    }
}
