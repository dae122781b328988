package org.sanban.documents.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sanban.documents.Assignment;
import org.sanban.documents.Ground;
import org.sanban.documents.LawTest;
import org.sanban.documents.Reply;
import org.sanban.documents.Review;
import org.springframework.format.annotation.DateTimeFormat;

/** The forms of what is written on a paper while it is handled. */
final class NoteForms {

    private NoteForms() {}

    /** @param passed the tests that it passed; the form was looked at as a whole, so the others failed */
    record ReviewForm(@Nullable List<LawTest> passed, @Nullable List<Ground> grounds, @Nullable Map<String, String> text, @Nullable String toCorrect) {

        ReviewForm {
            text = text == null ? Map.of() : text; // the page asks for text[ground], also of a form that had none
        }

        Review review(long by, Instant at) {
            Map<LawTest, Boolean> answers = new EnumMap<>(LawTest.class);
            for (LawTest test : LawTest.values()) {
                answers.put(test, passed != null && passed.contains(test));
            }
            List<Review.Found> found = new ArrayList<>();
            for (Ground ground : grounds == null ? List.<Ground>of() : grounds) {
                found.add(new Review.Found(ground, Objects.requireNonNullElse(text.get(ground.name()), "")));
            }
            return new Review(answers, found, blank(toCorrect), by, at);
        }
    }

    record AssignmentForm(@Nullable Long lead, @Nullable List<Long> supporting, Assignment.@Nullable Product product, @Nullable String note) {

        Assignment assignment(long by, Instant at) {
            List<Long> bodies = supporting == null ? List.of() : supporting.stream().filter(Objects::nonNull).toList();
            return new Assignment(lead, bodies, Objects.requireNonNullElse(product, Assignment.Product.NONE), blank(note), by, at);
        }
    }

    record ReplyForm(
            Reply.@Nullable Form replyForm, @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate replyOn, @Nullable String replyText,
            @Nullable String replyLink, @Nullable String replyNumber) {

        boolean complete() {
            return replyForm != null && replyOn != null;
        }

        Reply reply(long by, Instant at) {
            return new Reply(Objects.requireNonNull(replyForm), Objects.requireNonNull(replyOn), blank(replyText), blank(replyLink), blank(replyNumber), by, at);
        }
    }

    record WaiverForm(@Nullable List<String> readers, @Nullable String waiverReason) {}

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
