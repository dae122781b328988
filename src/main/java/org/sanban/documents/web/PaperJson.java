package org.sanban.documents.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sanban.documents.LawTest;
import org.sanban.documents.Particulars;
import org.sanban.documents.Receipt;
import org.sanban.documents.Reply;
import org.sanban.documents.Review;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;

/** What programs send. What is missing is objected to at its field. */
final class PaperJson {

    private PaperJson() {}

    /**
     * @param register false: received only
     * @param previousNumber the office's number of an earlier round; {@code duplicateOfNumber} of the paper it repeats. Either may be given by id in the particulars
     */
    record Entry(
            @Nullable ReceiptGiven receipt, @Nullable Particulars particulars, @Nullable Boolean register, @Nullable String override,
            @Nullable String previousNumber, @Nullable String duplicateOfNumber) {
        Entry {
            receipt = receipt == null ? ReceiptGiven.NOTHING : receipt;
            particulars = given(particulars, "particulars");
        }
    }

    record Registration(@Nullable String override) {}

    record Change(
            @Nullable Integer version, @Nullable ReceiptGiven receipt, @Nullable Particulars particulars, @Nullable String previousNumber,
            @Nullable String duplicateOfNumber) {
        Change {
            version = given(version, "version");
            receipt = given(receipt, "receipt");
            particulars = given(particulars, "particulars");
        }
    }

    /** @param receivedAt now, where it is left out; a check left out was made and found in order */
    record ReceiptGiven(
            @Nullable Instant receivedAt, Receipt.@Nullable Channel channel, @Nullable Boolean copiesCounted, @Nullable Boolean pagesChecked,
            @Nullable Boolean sealIntact, @Nullable String exception) {

        static final ReceiptGiven NOTHING = new ReceiptGiven(null, null, null, null, null, null);

        Receipt by(long receiver, Instant now) {
            return new Receipt(
                    Objects.requireNonNullElse(receivedAt, now), receiver, Objects.requireNonNullElse(channel, Receipt.Channel.E_EXCHANGE),
                    !Boolean.FALSE.equals(copiesCounted), !Boolean.FALSE.equals(pagesChecked), !Boolean.FALSE.equals(sealIntact), exception);
        }
    }

    record ReviewGiven(@Nullable Map<LawTest, Boolean> answers, @Nullable List<Review.Found> grounds, @Nullable String toCorrect) {
        Review review(long by, Instant at) {
            return new Review(answers == null ? Map.of() : answers, grounds == null ? List.of() : grounds, toCorrect, by, at);
        }
    }

    record ReplyGiven(Reply.@Nullable Form form, @Nullable LocalDate on, @Nullable String text, @Nullable String link, @Nullable String number) {
        Reply reply(long by, Instant at) {
            return new Reply(given(form, "form"), given(on, "on"), text, link, number, by, at);
        }
    }

    record Waiver(@Nullable List<String> readers, @Nullable String reason) {
        Waiver {
            readers = readers == null ? List.of() : List.copyOf(readers);
            reason = reason == null ? "" : reason;
        }
    }

    record Text(@Nullable String text) {}

    private static <T> T given(@Nullable T value, String field) {
        if (value == null) {
            throw new Refused(Objection.of("jakarta.validation.constraints.NotNull.message").at(field));
        }
        return value;
    }
}
