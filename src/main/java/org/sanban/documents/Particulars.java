package org.sanban.documents;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.sanban.people.Clearance;

/**
 * What the register says of an incoming paper (收文登记项目, domain.md §2.4). All of it may still be missing at receipt;
 * registration asks for what must be there.
 *
 * @param senderId the sending body where the office knows it
 * @param senderName its name, as known or as typed
 * @param docNumber the sender's own number (来文字号)
 * @param issuedOn 成文日期
 * @param copies counted, 1 or more
 * @param pages of one copy, 1 or more
 * @param mainRecipients names (主送)
 * @param ccRecipients names (抄送)
 * @param signers names of those who signed an upward document (签发人)
 * @param askedBy last day on which the sender asks for an answer
 * @param body the text, as plain lines
 * @param answersNumber number of the office's own document that this one answers
 * @param previousId an earlier round of the same matter
 * @param duplicateOf the paper that came before with the same content
 */
@Embeddable
public record Particulars(
        @Nullable Long senderId,
        String senderName,
        @Nullable String docNumber,
        String title,
        @Enumerated(EnumType.STRING) @Nullable DocType docType,
        @Enumerated(EnumType.STRING) @Nullable Direction direction,
        @Nullable LocalDate issuedOn,
        @Enumerated(EnumType.STRING) UrgencyMark urgency,
        @Enumerated(EnumType.STRING) Clearance secrecy,
        @Enumerated(EnumType.STRING) @Nullable Openness openness,
        @Nullable String opennessReason,
        @Nullable Integer copies,
        @Nullable Integer pages,
        @JdbcTypeCode(SqlTypes.JSON) List<String> mainRecipients,
        @JdbcTypeCode(SqlTypes.JSON) List<String> ccRecipients,
        @JdbcTypeCode(SqlTypes.JSON) List<String> signers,
        @Nullable String contactName,
        @Nullable String contactPhone,
        @Enumerated(EnumType.STRING) @Nullable Kind kind,
        @JdbcTypeCode(SqlTypes.JSON) List<String> keywords,
        @Nullable LocalDate askedBy,
        @Enumerated(EnumType.STRING) Medium medium,
        @Nullable String body,
        @Nullable String answersNumber,
        @Nullable Long previousId,
        @Nullable Long duplicateOf) {

    /** To be acted on (批办性), or to be read only (阅知性). */
    public enum Kind {
        FOR_ACTION,
        FOR_INFORMATION
    }

    public Particulars {
        senderName = senderName == null ? "" : senderName;
        title = title == null ? "" : title;
        urgency = urgency == null ? UrgencyMark.NONE : urgency;
        secrecy = secrecy == null ? Clearance.NONE : secrecy;
        medium = medium == null ? Medium.PAPER : medium;
        mainRecipients = mainRecipients == null ? List.of() : List.copyOf(mainRecipients);
        ccRecipients = ccRecipients == null ? List.of() : List.copyOf(ccRecipients);
        signers = signers == null ? List.of() : List.copyOf(signers);
        keywords = keywords == null ? List.of() : List.copyOf(keywords);
    }

    /** The line by which a tray shows it: title, else number, else sender. */
    public String line() {
        if (!title.isBlank()) {
            return title;
        }
        return docNumber == null || docNumber.isBlank() ? senderName : docNumber;
    }

    /** The same with the sender that the office knows. */
    Particulars from(@Nullable Long id, String name) {
        return new Particulars(
                id, name, docNumber, title, docType, direction, issuedOn, urgency, secrecy, openness, opennessReason, copies,
                pages, mainRecipients, ccRecipients, signers, contactName, contactPhone, kind, keywords, askedBy, medium,
                body, answersNumber, previousId, duplicateOf);
    }

    /** The same, pointing at other papers. */
    Particulars after(@Nullable Long previous, @Nullable Long duplicate) {
        return new Particulars(
                senderId, senderName, docNumber, title, docType, direction, issuedOn, urgency, secrecy, openness,
                opennessReason, copies, pages, mainRecipients, ccRecipients, signers, contactName, contactPhone, kind,
                keywords, askedBy, medium, body, answersNumber, previous, duplicate);
    }

    /** The same as a matter of another kind. */
    Particulars as(Kind other) {
        return new Particulars(
                senderId, senderName, docNumber, title, docType, direction, issuedOn, urgency, secrecy, openness,
                opennessReason, copies, pages, mainRecipients, ccRecipients, signers, contactName, contactPhone, other,
                keywords, askedBy, medium, body, answersNumber, previousId, duplicateOf);
    }
}
