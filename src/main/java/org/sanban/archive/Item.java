package org.sanban.archive;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.workflow.spi.ArchiveSet;

/** One item (件) of the archive, from hand-over to the shelf. Only the engine's steps move its state; the archivist fills the rest. */
@Entity(name = "ArchiveItem")
@Table(name = "archive_item")
@DynamicUpdate
class Item {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "archive_item_seq")
    @SequenceGenerator(name = "archive_item_seq", allocationSize = 50)
    @Nullable Long id;

    String subjectKind = "";
    long subjectId;

    @Enumerated(EnumType.STRING)
    ItemState state = ItemState.HANDED_OVER;

    String title = "";
    String number = "";
    String responsible = "";
    @Nullable LocalDate dated;
    String docType = "";
    String owner = "";
    int year;
    String organ = "";
    int pages;

    @JdbcTypeCode(SqlTypes.JSON)
    List<ArchiveSet.Piece> pieces = List.of();

    String proposed = "";
    String basis = "";
    String fonds = "";
    String category = "";

    @Enumerated(EnumType.STRING)
    @Nullable Retention retention;

    @Nullable Integer itemNo;
    @Nullable String code;
    String note = "";
    Instant closedAt = Instant.EPOCH;
    String transferStep = "";
    String arrangeStep = "";
    Instant transferredAt = Instant.EPOCH;
    long transferredBy;
    boolean prompt;
    boolean promptAdjusted;
    @Nullable Instant arrangedAt;
    @Nullable Long arrangedBy;
    @Nullable Instant testedAt;
    @Nullable Long testedBy;
    String testedFiles = "";
    /** Files without readable text that a person has looked at. */
    String lookedAt = "";

    @JdbcTypeCode(SqlTypes.JSON)
    List<Check> checks = List.of();

    @Enumerated(EnumType.STRING)
    @Nullable Place place;

    @Nullable String location;
    @Nullable Instant storedAt;
    @Nullable Long storedBy;
    @Nullable Boolean sameDay;
    int rejections;

    @Version
    int version;

    protected Item() {}

    Item(SubjectRef subject, String fonds, String category) {
        subjectKind = subject.kind();
        subjectId = subject.id();
        this.fonds = fonds;
        this.category = category;
    }

    long id() {
        if (id == null) {
            throw new IllegalStateException("not stored yet");
        }
        return id;
    }

    SubjectRef subject() {
        return new SubjectRef(subjectKind, subjectId);
    }

    /** Takes over what the content module says about the subject; what the archivist has confirmed stays. */
    void describe(ArchiveSet.Description said) {
        title = said.title();
        number = said.number();
        docType = said.docType();
        owner = said.owner();
        if (code == null) {
            responsible = said.responsible();
            dated = said.date();
            year = said.year();
            organ = said.organ();
            pages = Math.max(pages, said.pages());
        }
    }

    /** Back from the archive or taken back by the sender. What was arranged must be arranged, and tested, again. */
    void backTo(ItemState earlier) {
        state = earlier;
        arrangedAt = null;
        arrangedBy = null;
        storedAt = null;
        storedBy = null;
        sameDay = null;
    }

    boolean tested() {
        return testedAt != null && checks.stream().allMatch(Check::passed);
    }
}
