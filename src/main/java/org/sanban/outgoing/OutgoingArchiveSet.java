package org.sanban.outgoing;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.sanban.files.Attachment;
import org.sanban.files.Attachments;
import org.sanban.people.Directory;
import org.sanban.people.Organizations;
import org.sanban.workflow.spi.ArchiveSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What goes to the archive with an outgoing paper: the issued paper, the signed text, its paper sheet, attachments, countersign sheets. */
@Component
class OutgoingArchiveSet implements ArchiveSet {

    private final Outgoings outgoings;
    private final RevisionRows revisions;
    private final ApprovalRows approvals;
    private final Attachments attachments;
    private final Organizations organizations;
    private final Directory directory;
    private final OutgoingCards cards;

    OutgoingArchiveSet(
            Outgoings outgoings, RevisionRows revisions, ApprovalRows approvals, Attachments attachments, Organizations organizations,
            Directory directory, OutgoingCards cards) {
        this.outgoings = outgoings;
        this.revisions = revisions;
        this.approvals = approvals;
        this.attachments = attachments;
        this.organizations = organizations;
        this.directory = directory;
        this.cards = cards;
    }

    @Override
    public String kind() {
        return OutgoingKind.KIND;
    }

    /** The dispatched revision is the paper itself; a printed or scanned copy may lie beside it. The paper sheet is made from the record. */
    @Override
    @Transactional(readOnly = true)
    public List<Piece> pieces(long subjectId) {
        Row row = outgoings.one(subjectId);
        boolean printed = attachments.of(row.subject()).stream().anyMatch(f -> f.voided() == null && f.copy() == Attachment.Copy.ORIGINAL);
        boolean dispatched = revisions.byId(row.dispatchedText()).isPresent();
        List<Approval> given = approvals.of(subjectId);
        boolean asked = given.stream().anyMatch(a -> a.kind() == Approval.Kind.COUNTERSIGN);
        boolean files = !row.draft().attachments().isEmpty();
        boolean attached = attachments.of(row.subject()).stream().anyMatch(f -> f.voided() == null && f.copy() == Attachment.Copy.ATTACHMENT);
        return List.of(
                new Piece("outgoing.archive.original", true, dispatched || printed),
                new Piece("outgoing.archive.final", true, given.stream().anyMatch(a -> a.signs() && a.living())),
                new Piece("outgoing.archive.sheet", true, true),
                new Piece("outgoing.archive.attachments", files, attached),
                new Piece("outgoing.archive.countersigns", asked, asked));
    }

    @Override
    @Transactional(readOnly = true)
    public Description describe(long subjectId) {
        Row row = outgoings.one(subjectId);
        Draft d = row.draft();
        LocalDate date = row.signedOn() != null ? row.signedOn() : LocalDate.ofInstant(row.createdAt(), cards.zone());
        Directory.UnitEntry unit = directory.unit(row.ownerUnit()).orElse(null);
        String issuer = d.issuer() == null ? "" : organizations.byId(d.issuer()).map(Organizations.Organization::name).orElse("");
        return new Description(
                d.title(), Objects.requireNonNullElse(row.number(), ""), issuer, date, date.getYear(), unit == null ? "" : unit.code(), 0,
                d.docType() == null ? "OTHER" : d.docType().name(), unit == null ? "" : unit.name());
    }
}
