package org.sanban.documents;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.pages.UnfitText;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What a register entry must not be, and what it must have. */
@Component
class RegisterRules {

    static final int TITLE = 300;
    static final int NUMBER = 60;
    static final int NAME = 200;
    static final int REASON = 1000;
    static final int BODY = 200_000;
    private static final int NAMES = 60;

    private final ZoneId zone;

    RegisterRules(@Value("${sanban.zone}") ZoneId zone) {
        this.zone = zone;
    }

    /** Refuses what cannot be true or cannot be kept, all of it at once. What is missing is asked for at registration only. */
    void refuseWrong(Receipt receipt, Particulars p, Instant at) {
        List<Objection> wrong = new ArrayList<>();
        lengths(receipt, p, wrong);
        LocalDate today = LocalDate.ofInstant(at, zone);
        if (receipt.receivedAt().isAfter(at)) {
            wrong.add(Objection.of("documents.refusal.received-later").at("receivedAt"));
        }
        if (p.issuedOn() != null && p.issuedOn().isAfter(today)) {
            wrong.add(Objection.of("documents.refusal.issued-later").at("issuedOn"));
        }
        if (p.issuedOn() != null && p.issuedOn().getYear() < 1949) {
            wrong.add(Objection.of("documents.refusal.issued-early").at("issuedOn"));
        }
        counted(p.copies(), "copies", wrong);
        counted(p.pages(), "pages", wrong);
        if (!p.urgency().fits(p.medium())) {
            wrong.add(Objection.of("documents.refusal.urgency-medium").at("urgency"));
        }
        if (p.line().isBlank()) {
            wrong.add(Objection.of("documents.refusal.nothing-to-know-it-by").at("title"));
        }
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
    }

    private static void counted(@Nullable Integer number, String field, List<Objection> wrong) {
        if (number != null && (number < 1 || number > 100_000)) {
            wrong.add(Objection.of("documents.refusal.count").at(field));
        }
    }

    private static void lengths(Receipt receipt, Particulars p, List<Objection> wrong) {
        text(p.title(), "title", TITLE, wrong);
        text(p.senderName(), "sender", NAME, wrong);
        text(p.docNumber(), "docNumber", NUMBER, wrong);
        text(p.answersNumber(), "answersNumber", NUMBER, wrong);
        text(p.opennessReason(), "opennessReason", REASON, wrong);
        text(p.contactName(), "contactName", NAME, wrong);
        text(p.contactPhone(), "contactPhone", NUMBER, wrong);
        text(p.body(), "body", BODY, wrong);
        text(receipt.exception(), "exception", REASON, wrong);
        names(p.mainRecipients(), "mainRecipients", wrong);
        names(p.ccRecipients(), "ccRecipients", wrong);
        names(p.signers(), "signers", wrong);
        names(p.keywords(), "keywords", wrong);
    }

    private static void names(List<String> names, String field, List<Objection> wrong) {
        if (names.size() > NAMES) {
            wrong.add(Objection.of("documents.refusal.too-many", NAMES).at(field));
        }
        names.forEach(name -> text(name, field, NAME, wrong));
    }

    static void text(@Nullable String text, String field, int longest, List<Objection> wrong) {
        if (text == null) {
            return;
        }
        if (text.length() > longest) {
            wrong.add(Objection.of("documents.refusal.too-long", text.length(), longest).at(field));
            return;
        }
        try {
            UnfitText.refuseIn(text);
        } catch (UnfitText e) {
            wrong.add(Objection.of(UnfitText.CODE).at(field));
        }
    }

    /** What a registered paper must have and this one has not (domain.md §2.4). */
    List<Objection> missing(IncomingDocument paper) {
        Particulars p = paper.particulars;
        Map<String, @Nullable Object> needed = new LinkedHashMap<>();
        needed.put("title", blank(p.title()));
        needed.put("sender", blank(p.senderName()));
        needed.put("docType", p.docType());
        needed.put("direction", p.direction());
        needed.put("kind", p.kind());
        needed.put("copies", p.copies());
        needed.put("pages", p.pages());
        List<Objection> missing = new ArrayList<>();
        needed.forEach((field, value) -> {
            if (value == null) {
                missing.add(Objection.of("documents.refusal.missing." + field).at(field));
            }
        });
        boolean closed = p.openness() != null && p.openness() != Openness.PROACTIVE;
        if (closed && blank(p.opennessReason()) == null) {
            missing.add(Objection.of("documents.refusal.openness-reason").at("opennessReason"));
        }
        boolean unchecked = !paper.receipt.copiesCounted() || !paper.receipt.pagesChecked() || !paper.receipt.sealIntact();
        if (unchecked && blank(paper.receipt.exception()) == null) {
            missing.add(Objection.of("documents.refusal.receipt-exception").at("exception"));
        }
        return missing;
    }

    private static @Nullable String blank(@Nullable String text) {
        return Objects.requireNonNullElse(text, "").isBlank() ? null : text;
    }
}
