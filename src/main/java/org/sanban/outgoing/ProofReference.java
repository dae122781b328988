package org.sanban.outgoing;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sanban.collation.Element;
import org.sanban.collation.Reference;
import org.sanban.documents.DocType;
import org.sanban.pages.Texts;
import org.sanban.people.Organizations;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The signed text as it has to stand in print, by element: what a proof (校样) is compared with. */
@Component
class ProofReference {

    private final Organizations organizations;
    private final OutgoingRules rules;
    private final AttachedTexts attached;
    private final Texts words;
    private final ZoneId zone;

    ProofReference(Organizations organizations, OutgoingRules rules, AttachedTexts attached, MessageSource messages, @Value("${sanban.zone}") ZoneId zone) {
        this.organizations = organizations;
        this.rules = rules;
        this.attached = attached;
        this.words = new Texts(messages, Locale.SIMPLIFIED_CHINESE);
        this.zone = zone;
    }

    /**
     * What is printed on the letterhead beforehand, and the imprint, may be left out of a proof; where they stand they are compared. The title of
     * minutes is their mark.
     */
    Reference of(Row row, Revision text) {
        Draft d = text.draft();
        Reference.Builder reference = Reference.of();
        reference.piece(Element.URGENCY, rules.printed(d.urgency()));
        issuers(d).forEach(name -> reference.optional(Element.MARK, name));
        reference.optional(Element.MARK, words.of(d.docType() == DocType.ORDER ? "outgoing.collated.order" : "outgoing.collated.file"));
        reference.piece(Element.NUMBER, row.number() == null ? "" : row.number());
        if (!d.signers().isEmpty()) {
            reference.pieces(Element.SIGNERS, Stream.concat(Stream.of(words.of("outgoing.sheet.signer", "")), d.signers().stream()).toList());
        }
        if (d.docType() == DocType.MINUTES) {
            reference.piece(Element.MARK, d.title());
        } else {
            reference.flow(Element.TITLE, d.title());
        }
        if (!d.mainRecipients().isEmpty()) {
            reference.flow(Element.ADDRESSEES, names(d.mainRecipients()) + words.of("outgoing.show.colon"));
        }
        reference.flow(Element.BODY, d.body());
        reference.flow(Element.ATTACHMENT_NOTES, notes(d.attachments()));
        reference.pieces(Element.SIGNATURE, d.signatureNames());
        reference.piece(Element.DATE, row.signedOn() == null ? "" : day(row.signedOn()));
        reference.piece(Element.ANNOTATION, bracketed(d.annotation()));
        attachments(reference, d.attachments(), text.files());
        imprint(reference, row, d);
        return reference.done();
    }

    private void imprint(Reference.Builder reference, Row row, Draft d) {
        if (!d.ccRecipients().isEmpty()) {
            reference.piece(Element.COPIES, words.of("outgoing.sheet.copied", names(d.ccRecipients())));
        }
        issuers(d).stream().findFirst().ifPresent(name -> reference.optional(Element.IMPRINT, name));
        if (row.numberedAt() != null) {
            reference.optional(Element.IMPRINT, words.of("outgoing.sheet.printed", day(LocalDate.ofInstant(row.numberedAt(), zone))));
        }
        if (!d.mainRecipients().isEmpty()) {
            reference.elsewhere(Element.ADDRESSEES, words.of("outgoing.collated.main", names(d.mainRecipients())), Element.COPIES, Element.IMPRINT);
        }
    }

    private void attachments(Reference.Builder reference, List<Draft.Annex> annexes, List<Elements.File> files) {
        for (Draft.Annex annex : annexes) {
            String text = files.stream().filter(file -> annex.file() != null && file.id() == annex.file()).findFirst().map(attached::of).orElse("");
            String label = words.of("outgoing.collated.attachment");
            reference.optional(Element.ATTACHMENT, label + (annexes.size() == 1 ? "" : annex.no()));
            if (!text.stripLeading().startsWith(annex.title())) {
                reference.optional(Element.ATTACHMENT, annex.title());
            }
            reference.flow(Element.ATTACHMENT, annex.no(), text);
        }
    }

    private String notes(List<Draft.Annex> annexes) {
        StringBuilder notes = new StringBuilder();
        for (Draft.Annex annex : annexes) {
            notes.append(notes.isEmpty() ? words.of("outgoing.show.attachment-list") : "\n")
                    .append(annexes.size() == 1 ? "" : annex.no() + ".").append(annex.title());
        }
        return notes.toString();
    }

    private String bracketed(String annotation) {
        boolean bare = annotation.isEmpty() || annotation.startsWith("（") || annotation.startsWith("(");
        return bare ? annotation : "（" + annotation + "）";
    }

    private List<String> issuers(Draft d) {
        return Stream.concat(Stream.ofNullable(d.issuer()), d.jointIssuers().stream()).map(this::name).filter(name -> !name.isEmpty()).toList();
    }

    private String name(@Nullable Long organization) {
        return organization == null ? "" : organizations.byId(organization).map(Organizations.Organization::name).orElse("");
    }

    private String names(List<Draft.Recipient> recipients) {
        return String.join(words.of("outgoing.show.between"), recipients.stream().map(Draft.Recipient::name).toList());
    }

    private String day(LocalDate day) {
        return words.day(day);
    }
}
