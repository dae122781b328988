package org.sanban.outgoing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sanban.files.Attachment;
import org.sanban.files.Attachments;
import org.sanban.files.SecrecyGate.Field;
import org.sanban.pages.Objection;
import org.sanban.pages.UnfitText;
import org.sanban.people.Directory;
import org.sanban.people.Organizations;
import org.springframework.stereotype.Component;

/** What a draft must not be, however unfinished: too long to keep, or pointing at what there is not. */
@Component
class DraftLimits {

    static final int TITLE = 300;
    static final int NAME = 200;
    static final int NOTE = 2000;
    static final int BODY = 200_000;
    private static final int MANY = 60;

    private final Organizations organizations;
    private final Directory directory;
    private final Attachments attachments;

    DraftLimits(Organizations organizations, Directory directory, Attachments attachments) {
        this.organizations = organizations;
        this.directory = directory;
        this.attachments = attachments;
    }

    /** All objections at once, each at its field. */
    List<Objection> objections(long id, Draft d) {
        List<Objection> wrong = new ArrayList<>();
        Set<Long> known = organizations.all().stream().map(Organizations.Organization::id).collect(Collectors.toSet());
        text(d.title(), "title", TITLE, wrong);
        text(d.body(), "body", BODY, wrong);
        text(d.annotation(), "annotation", NOTE, wrong);
        text(d.opennessReason(), "opennessReason", NOTE, wrong);
        text(d.basis(), "basis", NOTE, wrong);
        names(d.signatureNames(), "signatureNames", wrong);
        names(d.signers(), "signers", wrong);
        names(d.firstCheck().keySet(), "firstCheck", wrong);
        recipients(d.mainRecipients(), "mainRecipients", known, wrong);
        recipients(d.ccRecipients(), "ccRecipients", known, wrong);
        many(d.attachments(), "attachments", wrong);
        d.attachments().forEach(a -> text(a.title(), "attachments", TITLE, wrong));
        strangers(id, d).forEach(a -> wrong.add(Objection.of("outgoing.refusal.no-such-file", a.no()).at("attachments")));
        body(d.issuer(), "issuer", known, wrong);
        body(d.onBehalfOf(), "onBehalfOf", known, wrong);
        many(d.jointIssuers(), "jointIssuers", wrong);
        d.jointIssuers().stream().limit(MANY).forEach(o -> body(o, "jointIssuers", known, wrong));
        if (d.copies() != null && (d.copies() < 1 || d.copies() > 100_000)) {
            wrong.add(Objection.of("outgoing.refusal.copies").at("copies"));
        }
        if (d.neededBy() != null && (d.neededBy().getYear() < 1949 || d.neededBy().getYear() > 2200)) {
            wrong.add(Objection.of("outgoing.refusal.needed-by").at("neededBy"));
        }
        return wrong;
    }

    /** What marks of secrecy are looked for in. */
    static Field[] texts(Draft d) {
        List<Field> fields = new ArrayList<>();
        fields.add(Field.label("title", d.title()));
        fields.add(Field.text("body", d.body()));
        fields.add(Field.text("annotation", d.annotation()));
        fields.add(Field.text("opennessReason", d.opennessReason()));
        fields.add(Field.text("basis", d.basis()));
        d.mainRecipients().forEach(r -> fields.add(Field.label("mainRecipients", r.name())));
        d.ccRecipients().forEach(r -> fields.add(Field.label("ccRecipients", r.name())));
        d.attachments().forEach(a -> fields.add(Field.label("attachments", a.title())));
        d.signatureNames().forEach(n -> fields.add(Field.label("signatureNames", n)));
        d.signers().forEach(n -> fields.add(Field.label("signers", n)));
        return fields.toArray(Field[]::new);
    }

    /** Lines of the attachment list whose file is not one of the paper's. */
    private List<Draft.Annex> strangers(long id, Draft d) {
        List<Draft.Annex> named = d.attachments().stream().filter(a -> a.file() != null).toList();
        Set<Long> own = named.isEmpty()
                ? Set.of()
                : attachments.of(OutgoingKind.ref(id)).stream().map(Attachment::id).collect(Collectors.toSet());
        return named.stream().filter(a -> !own.contains(a.file())).toList();
    }

    private static void body(@Nullable Long organization, String field, Set<Long> known, List<Objection> wrong) {
        if (organization != null && !known.contains(organization)) {
            wrong.add(Objection.of("outgoing.refusal.unknown-body").at(field));
        }
    }

    private void recipients(List<Draft.Recipient> all, String field, Set<Long> known, List<Objection> wrong) {
        many(all, field, wrong);
        all.stream().limit(MANY).forEach(r -> {
            text(r.name(), field, NAME, wrong);
            body(r.organization(), field, known, wrong);
            if (r.unit() != null && directory.unit(r.unit()).isEmpty()) {
                wrong.add(Objection.of("outgoing.refusal.unknown-body").at(field));
            }
        });
    }

    private static void names(Collection<String> names, String field, List<Objection> wrong) {
        many(names, field, wrong);
        names.forEach(name -> text(name, field, NAME, wrong));
    }

    private static void many(Collection<?> all, String field, List<Objection> wrong) {
        if (all.size() > MANY) {
            wrong.add(Objection.of("outgoing.refusal.too-many", all.size(), MANY).at(field));
        }
    }

    static void text(String text, String field, int longest, List<Objection> wrong) {
        if (text.length() > longest) {
            wrong.add(Objection.of("outgoing.refusal.too-long", text.length(), longest).at(field));
            return;
        }
        try {
            UnfitText.refuseIn(text);
        } catch (UnfitText e) {
            wrong.add(Objection.of(UnfitText.CODE).at(field));
        }
    }
}
