package org.sanban.outgoing.web;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sanban.outgoing.Draft;
import org.sanban.pages.FormView;
import org.sanban.pages.RequestId;
import org.springframework.validation.MapBindingResult;

/** A draft as the fields of its form. */
final class DraftFields {

    private DraftFields() {}

    static FormView of(Draft d, int version) {
        return new FormView(new MapBindingResult(fields(d), "form"), version, RequestId.next());
    }

    private static Map<String, Object> fields(Draft d) {
        Map<String, Object> fields = new LinkedHashMap<>();
        put(fields, "docType", d.docType());
        put(fields, "direction", d.direction());
        put(fields, "medium", d.medium());
        put(fields, "issuer", d.issuer());
        fields.put("jointIssuers", d.jointIssuers());
        fields.put("title", d.title());
        fields.put("mainRecipients", names(d.mainRecipients()));
        fields.put("ccRecipients", names(d.ccRecipients()));
        fields.put("body", d.body());
        fields.put("annexTitle", d.attachments().stream().map(Draft.Annex::title).toList());
        fields.put("annexFile", d.attachments().stream().map(a -> a.file() == null ? "" : a.file().toString()).toList());
        fields.put("signatureNames", lines(d.signatureNames()));
        fields.put("signers", lines(d.signers()));
        fields.put("annotation", d.annotation());
        put(fields, "openness", d.openness());
        fields.put("opennessReason", d.opennessReason());
        put(fields, "urgency", d.urgency());
        put(fields, "secrecy", d.secrecy());
        fields.put("normative", d.normative());
        fields.put("important", d.important());
        put(fields, "onBehalfOf", d.onBehalfOf());
        put(fields, "answersIncoming", d.answersIncoming());
        put(fields, "forwardsIncoming", d.forwardsIncoming());
        fields.put("ownOpinion", d.ownOpinion());
        fields.put("assignedInstruction", d.assignedInstruction());
        fields.put("governmentConsents", d.governmentConsents());
        fields.put("basis", d.basis());
        put(fields, "neededBy", d.neededBy());
        put(fields, "copies", d.copies());
        fields.put("firstCheck", d.firstCheck().entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey).toList());
        return fields;
    }

    private static String names(List<Draft.Recipient> recipients) {
        return recipients.stream().map(Draft.Recipient::name).collect(Collectors.joining("\n"));
    }

    private static String lines(Collection<String> values) {
        return String.join("\n", values);
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
