package org.sanban.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.sanban.files.Attachment;
import org.sanban.files.Attachments;
import org.sanban.pages.Objection;
import org.sanban.workflow.spi.Attempt;
import org.sanban.workflow.spi.Gate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What must be there before a step of an incoming paper is finished. Each is named in {@code procedures/incoming.yaml}. */
@Configuration(proxyBeanMethods = false)
class IncomingGates {

    record Check(String code, boolean overridable, Function<Attempt, List<Objection>> looks) implements Gate {
        @Override
        public List<Objection> objections(Attempt attempt) {
            return looks.apply(attempt);
        }
    }

    private final Papers papers;
    private final IncomingNotes notes;
    private final RegisterRules rules;
    private final Attachments attachments;

    IncomingGates(Papers papers, IncomingNotes notes, RegisterRules rules, Attachments attachments) {
        this.papers = papers;
        this.notes = notes;
        this.rules = rules;
        this.attachments = attachments;
    }

    /** Everything that a register entry must have. */
    @Bean
    Gate incomingRegistered() {
        return new Check("incoming.registered", false, a -> rules.missing(paper(a)));
    }

    /** Same number from the same sender (重复来文). A supervisor may say that it is none. */
    @Bean
    Gate incomingNoDuplicate() {
        return new Check("incoming.no-duplicate", true, a -> {
            IncomingDocument paper = paper(a);
            Particulars p = paper.particulars;
            return papers.twins(paper.id(), p.docNumber(), p.senderId(), p.senderName()).stream()
                    .filter(twin -> p.previousId() == null || twin.id() != p.previousId())
                    .map(twin -> Objection.of("documents.refusal.duplicate", twin.inNo() == null ? "" : twin.inNo(), twin.title()).at("docNumber"))
                    .limit(1)
                    .toList();
        });
    }

    /** A duplicate names the paper that came first. */
    @Bean
    Gate incomingDuplicateNamed() {
        return new Check("incoming.duplicate-named", false, a -> paper(a).particulars.duplicateOf() == null
                ? List.of(Objection.of("documents.refusal.duplicate-of-what").at("duplicateOf"))
                : List.of());
    }

    /** All five tests of the law answered, and passed. */
    @Bean
    Gate incomingReviewed() {
        return new Check("incoming.reviewed", false, a -> notes.review(a.subject().id())
                .map(review -> !review.complete()
                        ? List.of(Objection.of("documents.refusal.tests-open").at("passed"))
                        : review.passed() ? List.<Objection>of() : List.of(Objection.of("documents.refusal.tests-failed").at("passed")))
                .orElse(List.of(Objection.of("documents.refusal.tests-open").at("passed"))));
    }

    /** At least one ground of return, with words, and what the sender is to correct (退文须说明理由). */
    @Bean
    Gate incomingGrounds() {
        return new Check("incoming.grounds", false, a -> {
            List<Objection> found = new ArrayList<>();
            Review review = notes.review(a.subject().id()).orElse(null);
            if (review == null || review.grounds().isEmpty()) {
                found.add(Objection.of("documents.refusal.no-ground").at("grounds"));
            }
            if (review == null || review.toCorrect() == null || review.toCorrect().isBlank()) {
                found.add(Objection.of("documents.refusal.to-correct").at("toCorrect"));
            }
            return found;
        });
    }

    /** An answer with form and date, and its text, where it stands, or its file (promise 7). */
    @Bean
    Gate incomingReplied() {
        return new Check("incoming.replied", false, a -> notes.reply(a.subject().id())
                .map(reply -> substance(a, reply) ? List.<Objection>of() : List.of(Objection.of("documents.refusal.reply-empty").at("replyText")))
                .orElse(List.of(Objection.of("documents.refusal.no-reply").at("replyForm"))));
    }

    private boolean substance(Attempt attempt, Reply reply) {
        return reply.text() != null || reply.link() != null
                || attachments.of(attempt.subject()).stream().anyMatch(f -> f.copy() == Attachment.Copy.RESULT && f.voided() == null);
    }

    /** Readers who have not answered are named; going on without them takes a reason (promise 6). */
    @Bean
    Gate incomingReaders() {
        return new Check("incoming.readers", false, a -> {
            List<String> waived = paper(a).readersWaived;
            List<String> open = a.openReaders().stream().filter(name -> !waived.contains(name)).toList();
            return open.isEmpty() ? List.of() : List.of(Objection.of("documents.refusal.readers-open", String.join("、", open)).at("waiverReason"));
        });
    }

    /** A paper to be read was sent to somebody. */
    @Bean
    Gate incomingCirculated() {
        return new Check("incoming.circulated", false, a -> paper(a).circulatedAt == null
                ? List.of(Objection.of("documents.refusal.not-circulated"))
                : List.of());
    }

    private IncomingDocument paper(Attempt attempt) {
        return papers.one(attempt.subject().id());
    }
}
