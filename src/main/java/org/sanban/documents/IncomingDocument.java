package org.sanban.documents;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.pages.Stale;

/** An incoming paper (收文). Where it stands and who holds it is the engine's; here stands what it is. */
@Entity
@DynamicUpdate
class IncomingDocument {

    /** How it ended (办理结果). */
    enum Result {
        REPLIED,
        NO_REPLY,
        READ,
        RETURNED,
        DUPLICATE
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "incoming_document_seq")
    @SequenceGenerator(name = "incoming_document_seq", allocationSize = 50)
    @Nullable Long id;

    String requestId = "";
    @Nullable String inNo;
    @Nullable Integer inYear;
    @Nullable Integer inSeq;
    @Nullable Instant registeredAt;
    @Nullable Long registeredBy;

    @Embedded
    Receipt receipt;

    @Embedded
    Particulars particulars;

    @Nullable String docNumberKey;
    @Nullable Instant assignedAt;
    @Nullable Instant circulatedAt;

    @JdbcTypeCode(SqlTypes.JSON)
    List<String> readersWaived = List.of();

    @Nullable String waiverReason;
    @Nullable Instant returnedAt;
    @Nullable Long returnedBy;
    @Nullable Instant closedAt;
    @Nullable Long closedBy;

    @Nullable Instant recalledAt;
    @Nullable String recallReason;

    @Enumerated(EnumType.STRING)
    @Nullable Result result;

    @Version
    int version;

    @SuppressWarnings("NullAway.Init")
    protected IncomingDocument() {}

    IncomingDocument(Receipt receipt, Particulars particulars, String requestId) {
        this.receipt = receipt;
        this.particulars = particulars;
        this.requestId = requestId;
        this.docNumberKey = DocNumber.key(particulars.docNumber());
    }

    long id() {
        if (id == null) {
            throw new IllegalStateException("not stored yet");
        }
        return id;
    }

    SubjectRef subject() {
        return new SubjectRef(IncomingKind.KIND, id());
    }

    /** Refuses an edit that was begun on an older state. */
    void mustBe(int expected) {
        if (version != expected) {
            throw new Stale();
        }
    }

    void describe(Particulars fresh) {
        particulars = fresh;
        docNumberKey = DocNumber.key(fresh.docNumber());
    }

    /** Takes the number; one that was given before stands (promise 1). */
    void register(IncomingNumbers.Given number, long by, Instant at) {
        inNo = number.text();
        inYear = number.year();
        inSeq = number.seq();
        registeredAt = at;
        registeredBy = by;
    }

    void close(Result how, long by, Instant at) {
        result = how;
        closedAt = at;
        closedBy = by;
    }

    void reopen() {
        result = null;
        closedAt = null;
        closedBy = null;
        returnedAt = null;
        returnedBy = null;
    }

    void sendBack(long by, Instant at) {
        close(Result.RETURNED, by, at);
        returnedAt = at;
        returnedBy = by;
    }
}
