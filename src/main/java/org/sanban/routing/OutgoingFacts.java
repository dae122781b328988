package org.sanban.routing;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sanban.documents.Direction;
import org.sanban.documents.DocType;
import org.sanban.documents.Medium;
import org.sanban.documents.Openness;

/** All that the rules look at in one outgoing paper (发文). Dates are days in the office's zone; texts are empty where nothing was written. */
public record OutgoingFacts(
        Kind kind, Parties parties, Words words, Marks marks, Signing signing, Days days, Grounds grounds, Office office) {

    /**
     * @param normative 规范性文件
     * @param important the drafter marked it as important (重要)
     */
    public record Kind(DocType type, Direction direction, Medium medium, boolean normative, boolean important) {}

    /** @param joint the other bodies of a joint issue (联合行文), without the lead body */
    public record Parties(Body issuer, List<Body> joint, List<Recipient> main, List<Recipient> cc) {

        /** Does a body of that name get the paper? */
        boolean tells(String name) {
            return Stream.concat(main.stream(), cc.stream()).anyMatch(r -> r.isCalled(name));
        }
    }

    /**
     * @param body one paragraph a line; a table is lines of the form {@code | a | b |}
     * @param attachmentNotes what is printed below the text (附件说明), in order, with or without numbering
     * @param attachments what really lies with the paper, in order
     * @param signatures who stands below the text (署名)
     * @param annotation 附注
     */
    public record Words(
            String title, String body, List<String> attachmentNotes, List<Attachment> attachments, List<String> signatures,
            String annotation) {}

    /** @param text what it says, null where it cannot be read */
    public record Attachment(String title, @Nullable String text) {}

    /**
     * @param number 发文字号, null before it is given
     * @param urgency as printed (特急), empty for none
     * @param secrecy as printed, empty or NONE for none
     */
    public record Marks(
            @Nullable String number, String urgency, String secrecy, @Nullable Openness openness, @Nullable String opennessReason) {}

    /** @param legalReview the result of the legality review (合法性审核) lies with the paper */
    public record Signing(List<Signer> signers, List<Countersign> countersigns, boolean legalReview) {}

    /** @param principalHead 主要负责人 */
    public record Signer(String name, boolean principalHead) {}

    /**
     * What a body or division answered when it was asked to countersign (会签).
     *
     * @param arbitrated its objection was ruled upon by a superior (协调裁定)
     */
    public record Countersign(String by, Answer answer, boolean arbitrated) {

        /** The answers a countersigner may give, and that none has come yet. */
        public enum Answer {
            AGREE,
            AGREE_WITH_CHANGES,
            NO_COMMENT,
            DISAGREE,
            PENDING
        }
    }

    /**
     * @param issuedOn 成文日期
     * @param lastApprovalOn the day of the latest signature or countersignature that still stands
     * @param neededBy the day on which the paper is needed
     */
    public record Days(
            LocalDate today, @Nullable LocalDate issuedOn, @Nullable LocalDate signedOn, @Nullable LocalDate lastApprovalOn,
            @Nullable LocalDate neededBy) {}

    /**
     * @param answers the paper it replies to
     * @param forwards the lower body's request it passes on (转报)
     * @param ownOpinion the own body's opinion was entered beside it
     * @param assignedInstruction a leader asked for this paper (领导交办)
     * @param ownGovernmentConsents the own government's consent is noted
     */
    public record Grounds(
            @Nullable Cited answers, @Nullable Cited forwards, boolean ownOpinion, boolean assignedInstruction,
            boolean ownGovernmentConsents) {}

    /**
     * Another paper this one stands on.
     *
     * @param number empty where it bears none
     * @param linked it is linked to its entry in the register
     */
    public record Cited(String number, String title, boolean linked) {}

    /** @param leaders names in their official order */
    public record Office(List<String> leaders, WorkingDays workingDays, Bodies bodies) {}

    /** Working days after {@code from} up to and including {@code to}; 0 or less when there are none. */
    @FunctionalInterface
    public interface WorkingDays {
        long between(LocalDate from, LocalDate to);
    }
}
