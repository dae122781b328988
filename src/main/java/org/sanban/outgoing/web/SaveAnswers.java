package org.sanban.outgoing.web;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.sanban.outgoing.Drafts;
import org.sanban.outgoing.Lease;
import org.sanban.outgoing.OutgoingPaper;
import org.sanban.outgoing.OutgoingReading;
import org.sanban.pages.Objection;
import org.sanban.pages.Texts;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/** Says in words how a save or a question for the pen went. */
@Component
class SaveAnswers {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final OutgoingReading reading;
    private final Directory directory;
    private final DraftLooks looks;
    private final Clock clock;

    SaveAnswers(OutgoingReading reading, Directory directory, DraftLooks looks, Clock clock) {
        this.reading = reading;
        this.directory = directory;
        this.looks = looks;
        this.clock = clock;
    }

    /** @param body as it was saved: a table too wide to be set is told at once, and kept */
    ResponseEntity<SaveAnswer> saved(Drafts.Saved saved, String body, Texts texts) {
        Objection tooMuch = looks.tooMuch(body);
        Map<String, List<String>> notes = tooMuch == null ? Map.of() : Map.of("body", List.of(texts.of(tooMuch)));
        return ResponseEntity.ok(new SaveAnswer("saved", saved.version(), texts.of("outgoing.draft.saved", time(saved.at())), notes));
    }

    ResponseEntity<SaveAnswer> refused(BindingResult errors, Texts texts) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (ObjectError error : errors.getAllErrors()) {
            String field = error instanceof FieldError f ? f.getField() : "";
            fields.computeIfAbsent(field, f -> new ArrayList<>()).add(texts.of(error));
        }
        String words = texts.of("outgoing.draft.refused");
        return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).body(new SaveAnswer("refused", null, words, fields));
    }

    /** Nothing was written: somebody else did, or holds the pen. */
    ResponseEntity<SaveAnswer> lost(long id, int version, String window, Actor by, Texts texts) {
        OutgoingPaper paper = reading.one(id, window, by, clock.instant());
        Lease lease = paper.lease();
        boolean taken = lease.holder() != null && !lease.mine();
        String words = taken
                ? texts.of(lease.holder() == by.id() ? "outgoing.draft.lost-to-me" : "outgoing.draft.lost", who(lease), time(since(lease)))
                : texts.of("outgoing.draft.stale-by", name(paper.writtenBy()), time(paper.writtenAt()));
        String state = taken ? "taken" : paper.version() != version ? "stale" : "free";
        return ResponseEntity.status(HttpStatus.CONFLICT).body(SaveAnswer.of(state, paper.version(), words));
    }

    /** The pen as it lies now. */
    ResponseEntity<SaveAnswer> pen(long id, String window, Actor by, Texts texts) {
        OutgoingPaper paper = reading.one(id, window, by, clock.instant());
        Lease lease = paper.lease();
        if (lease.mine() || lease.holder() == null) {
            return ResponseEntity.ok(SaveAnswer.of(lease.mine() ? "mine" : "free", paper.version(), ""));
        }
        String key = lease.holder() == by.id() ? "outgoing.draft.held-by-me" : "outgoing.draft.held";
        return ResponseEntity.ok(SaveAnswer.of("taken", paper.version(), texts.of(key, who(lease), time(since(lease)))));
    }

    private static String who(Lease lease) {
        return Objects.requireNonNullElse(lease.holderName(), "");
    }

    private Instant since(Lease lease) {
        return Objects.requireNonNullElseGet(lease.since(), clock::instant);
    }

    private String name(long person) {
        return directory.person(person).map(Directory.Entry::name).orElse("");
    }

    private String time(Instant at) {
        return TIME.withZone(clock.getZone()).format(at);
    }
}
