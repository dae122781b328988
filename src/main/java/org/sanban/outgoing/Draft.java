package org.sanban.outgoing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sanban.documents.Direction;
import org.sanban.documents.DocType;
import org.sanban.documents.Medium;
import org.sanban.documents.Openness;
import org.sanban.documents.UrgencyMark;
import org.sanban.people.Clearance;

/**
 * All elements of an outgoing paper (文稿, domain.md §3.3). While it is drafted any of them may still be missing.
 *
 * @param issuer the body that issues it (发文机关), an organization
 * @param jointIssuers further bodies of a joint issue (联合行文), in order
 * @param title whole, with issuer and type
 * @param body plain text, a paragraph a line; a table is lines {@code | a | b |}; levels are recognised by their numbering
 * @param attachments the list under the body (附件说明), in order
 * @param signatureNames 发文机关署名
 * @param signers 签发人, on upward documents
 * @param annotation 附注, in its brackets
 * @param opennessReason why it is not published, where it is not
 * @param normative 规范性文件: needs a legality review
 * @param important asks for the principal head's signature whatever the direction
 * @param onBehalfOf the body for which the department drafted it (代拟稿)
 * @param answersIncoming the incoming paper that it answers (批复、复函)
 * @param forwardsIncoming the lower body's request that it passes on (转报)
 * @param ownOpinion the own opinion on that request stands in it
 * @param assignedInstruction a leader asked for this paper (领导交办)
 * @param governmentConsents the own government consents, and the text says so
 * @param basis 起草依据
 * @param neededBy the day on which the paper is needed
 * @param copies to be printed
 * @param firstCheck the mandatory first check (第一环节): answers by question
 */
public record Draft(
        @Nullable DocType docType,
        @Nullable Direction direction,
        Medium medium,
        @Nullable Long issuer,
        List<Long> jointIssuers,
        String title,
        List<Recipient> mainRecipients,
        List<Recipient> ccRecipients,
        String body,
        List<Annex> attachments,
        List<String> signatureNames,
        List<String> signers,
        String annotation,
        @Nullable Openness openness,
        String opennessReason,
        UrgencyMark urgency,
        Clearance secrecy,
        Boolean normative,
        Boolean important,
        @Nullable Long onBehalfOf,
        @Nullable Long answersIncoming,
        @Nullable Long forwardsIncoming,
        Boolean ownOpinion,
        Boolean assignedInstruction,
        Boolean governmentConsents,
        String basis,
        @Nullable LocalDate neededBy,
        @Nullable Integer copies,
        Map<String, Boolean> firstCheck) {

    /** A draft with nothing on it. */
    public static final Draft EMPTY = new Draft(
            null, null, Medium.PAPER, null, List.of(), "", List.of(), List.of(), "", List.of(), List.of(), List.of(), "", null, "",
            UrgencyMark.NONE, Clearance.NONE, false, false, null, null, null, false, false, false, "", null, null,
            Map.of());

    /**
     * A recipient (主送、抄送).
     *
     * @param name as printed, also a collective one
     * @param organization where it is a body that the office knows
     * @param unit where it is a unit of this office
     */
    public record Recipient(String name, @Nullable Long organization, @Nullable Long unit) {
        public Recipient {
            name = plain(name);
        }

        public static Recipient of(String name) {
            return new Recipient(name, null, null);
        }
    }

    /** A line of the attachment list; its file, where one is attached, bears the same number. */
    public record Annex(Integer no, String title, @Nullable Long file) {
        public Annex {
            no = no == null ? 0 : no;
            title = plain(title);
        }
    }

    public Draft {
        medium = medium == null ? Medium.PAPER : medium;
        jointIssuers = list(jointIssuers);
        title = plain(title);
        mainRecipients = list(mainRecipients);
        ccRecipients = list(ccRecipients);
        body = body == null ? "" : body.replace("\r\n", "\n").replace('\r', '\n');
        attachments = list(attachments);
        signatureNames = list(signatureNames);
        signers = list(signers);
        annotation = plain(annotation);
        opennessReason = plain(opennessReason);
        urgency = urgency == null ? UrgencyMark.NONE : urgency;
        secrecy = secrecy == null ? Clearance.NONE : secrecy;
        normative = normative != null && normative;
        important = important != null && important;
        ownOpinion = ownOpinion != null && ownOpinion;
        assignedInstruction = assignedInstruction != null && assignedInstruction;
        governmentConsents = governmentConsents != null && governmentConsents;
        basis = plain(basis);
        firstCheck = firstCheck == null ? Map.of() : present(firstCheck);
    }

    private static String plain(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static <T> List<T> list(@Nullable List<T> list) {
        return list == null ? List.of() : list.stream().filter(java.util.Objects::nonNull).toList();
    }

    private static Map<String, Boolean> present(Map<String, Boolean> answers) {
        Map<String, Boolean> given = new TreeMap<>();
        answers.forEach((question, answer) -> {
            if (question != null && answer != null) {
                given.put(question, answer);
            }
        });
        return java.util.Collections.unmodifiableMap(given);
    }
}
