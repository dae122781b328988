package org.sanban.proofing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a Word file holds, sorted by the elements of a paper (domain.md §3.3): guesses for a person to look through. No line is lost:
 * what fits nowhere stays in the body.
 *
 * @param head what stands above the title: mark of the issuer, number, urgency, signer
 * @param title lines joined, empty if none was found
 * @param mainRecipients 主送机关 as written, without the colon; empty if none
 * @param attachments 附件说明
 * @param signatures 署名, one a line
 * @param issuedOn 成文日期, null if there is none or no such day
 * @param date the date as written, empty if none
 * @param annotation 附注, without its brackets; empty if none
 * @param attached the texts of attachments and all else that follows the date
 * @param imprint 版记: copies to, printed by
 */
public record WordParts(
        List<String> head, String title, String mainRecipients, String body, List<Note> attachments, List<String> signatures,
        @Nullable LocalDate issuedOn, String date, String annotation, String attached, List<String> imprint) {

    /**
     * A line of the attachment notes.
     *
     * @param no from 1
     */
    public record Note(int no, String title) {}
}
