package org.sanban.documents.web;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sanban.documents.Direction;
import org.sanban.documents.DocType;
import org.sanban.documents.Medium;
import org.sanban.documents.Openness;
import org.sanban.documents.Particulars;
import org.sanban.documents.Receipt;
import org.sanban.documents.UrgencyMark;
import org.sanban.people.Clearance;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.multipart.MultipartFile;

/** The form of receipt and registration. Lists of names are typed with commas of either kind between them. */
record PaperForm(
        @NotNull @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable LocalDateTime receivedAt,
        @NotNull Receipt.@Nullable Channel channel,
        @Nullable Boolean copiesCounted,
        @Nullable Boolean pagesChecked,
        @Nullable Boolean sealIntact,
        @Nullable String exception,
        @Nullable String sender,
        @Nullable String docNumber,
        @Nullable String title,
        @Nullable DocType docType,
        @Nullable Direction direction,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate issuedOn,
        @Nullable UrgencyMark urgency,
        @Nullable Clearance secrecy,
        @Nullable Openness openness,
        @Nullable String opennessReason,
        @Nullable Integer copies,
        @Nullable Integer pages,
        @Nullable String mainRecipients,
        @Nullable String ccRecipients,
        @Nullable String signers,
        @Nullable String contactName,
        @Nullable String contactPhone,
        Particulars.@Nullable Kind kind,
        @Nullable String keywords,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate askedBy,
        @Nullable Medium medium,
        @Nullable String body,
        @Nullable String answersNumber,
        @Nullable String previousId,
        @Nullable String duplicateOf,
        @Nullable String override,
        @Nullable Boolean keep,
        @Nullable String pasted,
        @Nullable Integer version,
        @Nullable String requestId,
        @Nullable List<MultipartFile> files) {

    /** @param receiver the person who signs for it */
    Receipt receipt(long receiver, ZoneId zone) {
        Instant at = Objects.requireNonNull(receivedAt).atZone(zone).toInstant();
        return new Receipt(at, receiver, Objects.requireNonNull(channel), yes(copiesCounted), yes(pagesChecked), yes(sealIntact), text(exception));
    }

    /** All but the papers it points at; see {@link org.sanban.documents.IncomingReading#linked}. */
    Particulars particulars() {
        return new Particulars(
                null, Objects.requireNonNullElse(sender, ""), text(docNumber), Objects.requireNonNullElse(title, ""), docType, direction, issuedOn,
                Objects.requireNonNullElse(urgency, UrgencyMark.NONE), Objects.requireNonNullElse(secrecy, Clearance.NONE), openness,
                text(opennessReason), copies, pages, names(mainRecipients), names(ccRecipients), names(signers), text(contactName),
                text(contactPhone), kind, names(keywords), askedBy, Objects.requireNonNullElse(medium, Medium.PAPER), text(body),
                text(answersNumber), null, null);
    }

    List<MultipartFile> given() {
        return files == null ? List.of() : files.stream().filter(file -> !file.isEmpty()).toList();
    }

    /** The fields of a paper that is there, for its edit form; {@code numbers} of the papers it points at, by id. */
    static Map<String, Object> of(Receipt receipt, Particulars p, Map<Long, String> numbers, ZoneId zone) {
        Map<String, Object> fields = new LinkedHashMap<>();
        put(fields, "receivedAt", LocalDateTime.ofInstant(receipt.receivedAt(), zone).withSecond(0).withNano(0));
        put(fields, "channel", receipt.channel());
        put(fields, "copiesCounted", receipt.copiesCounted());
        put(fields, "pagesChecked", receipt.pagesChecked());
        put(fields, "sealIntact", receipt.sealIntact());
        put(fields, "exception", receipt.exception());
        put(fields, "sender", p.senderName());
        put(fields, "docNumber", p.docNumber());
        put(fields, "title", p.title());
        put(fields, "docType", p.docType());
        put(fields, "direction", p.direction());
        put(fields, "issuedOn", p.issuedOn());
        put(fields, "urgency", p.urgency());
        put(fields, "secrecy", p.secrecy());
        put(fields, "openness", p.openness());
        put(fields, "opennessReason", p.opennessReason());
        put(fields, "copies", p.copies());
        put(fields, "pages", p.pages());
        put(fields, "mainRecipients", String.join("、", p.mainRecipients()));
        put(fields, "ccRecipients", String.join("、", p.ccRecipients()));
        put(fields, "signers", String.join("、", p.signers()));
        put(fields, "contactName", p.contactName());
        put(fields, "contactPhone", p.contactPhone());
        put(fields, "kind", p.kind());
        put(fields, "keywords", String.join("、", p.keywords()));
        put(fields, "askedBy", p.askedBy());
        put(fields, "medium", p.medium());
        put(fields, "body", p.body());
        put(fields, "answersNumber", p.answersNumber());
        put(fields, "previousId", p.previousId() == null ? null : numbers.get(p.previousId()));
        put(fields, "duplicateOf", p.duplicateOf() == null ? null : numbers.get(p.duplicateOf()));
        return fields;
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    private static boolean yes(@Nullable Boolean ticked) {
        return Boolean.TRUE.equals(ticked);
    }

    private static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed;
    }

    private static List<String> names(@Nullable String typed) {
        return typed == null
                ? List.of()
                : Arrays.stream(typed.split("[\\u3001\\uFF0C,;\\uFF1B\\r\\n\\t]+")).map(String::strip).filter(name -> !name.isEmpty()).distinct().toList();
    }
}
