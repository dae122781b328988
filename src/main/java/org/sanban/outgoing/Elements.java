package org.sanban.outgoing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The elements of a paper as texts by name, always in the same order: what is compared element by element, and what the hash is
 * made over. The hash covers every one of them, the attached files by their own SHA-256.
 */
public final class Elements {

    /** A file that belongs to the text. */
    public record File(long id, String name, String sha256) {}

    private Elements() {}

    /** Texts by element name. */
    public static Map<String, String> of(Draft d, List<File> files) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("docType", name(d.docType()));
        all.put("direction", name(d.direction()));
        all.put("medium", d.medium().name());
        all.put("issuer", text(d.issuer()));
        all.put("jointIssuers", lines(d.jointIssuers()));
        all.put("title", d.title());
        all.put("mainRecipients", names(d.mainRecipients()));
        all.put("ccRecipients", names(d.ccRecipients()));
        all.put("body", d.body());
        all.put("attachments", d.attachments().stream().map(a -> a.no() + ". " + a.title()).collect(Collectors.joining("\n")));
        all.put("signatureNames", lines(d.signatureNames()));
        all.put("signers", lines(d.signers()));
        all.put("annotation", d.annotation());
        all.put("openness", name(d.openness()));
        all.put("opennessReason", d.opennessReason());
        all.put("urgency", d.urgency().name());
        all.put("secrecy", d.secrecy().name());
        all.put("normative", String.valueOf(d.normative()));
        all.put("important", String.valueOf(d.important()));
        all.put("onBehalfOf", text(d.onBehalfOf()));
        all.put("answersIncoming", text(d.answersIncoming()));
        all.put("forwardsIncoming", text(d.forwardsIncoming()));
        all.put("ownOpinion", String.valueOf(d.ownOpinion()));
        all.put("assignedInstruction", String.valueOf(d.assignedInstruction()));
        all.put("governmentConsents", String.valueOf(d.governmentConsents()));
        all.put("basis", d.basis());
        all.put("neededBy", text(d.neededBy()));
        all.put("copies", text(d.copies()));
        all.put("firstCheck", d.firstCheck().entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).collect(Collectors.joining("\n")));
        all.put("files", files.stream().map(f -> f.name() + " " + f.sha256()).collect(Collectors.joining("\n")));
        return all;
    }

    /** One text out of which all elements can be read again: name and length of each before its words. */
    public static String canonical(Draft draft, List<File> files) {
        StringBuilder text = new StringBuilder("sanban outgoing 1\n");
        of(draft, files).forEach((name, words) -> text.append(name).append(' ').append(words.length()).append('\n').append(words).append('\n'));
        recipients(draft.mainRecipients(), "main", text);
        recipients(draft.ccRecipients(), "cc", text);
        draft.attachments().forEach(a -> text.append("annex ").append(a.no()).append(' ').append(text(a.file())).append('\n'));
        return text.toString();
    }

    private static void recipients(List<Draft.Recipient> all, String kind, StringBuilder text) {
        all.forEach(r -> text.append(kind).append(' ').append(text(r.organization())).append(' ').append(text(r.unit())).append('\n'));
    }

    /** SHA-256 over the UTF-8 of {@link #canonical}, 64 small hexadecimal digits. */
    public static String sha256(String canonical) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String names(List<Draft.Recipient> recipients) {
        return recipients.stream().map(Draft.Recipient::name).collect(Collectors.joining("\n"));
    }

    private static String lines(Collection<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining("\n"));
    }

    private static String name(@Nullable Enum<?> value) {
        return value == null ? "" : value.name();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
