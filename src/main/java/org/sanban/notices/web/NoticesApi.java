package org.sanban.notices.web;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sanban.notices.Notice;
import org.sanban.notices.Notices;
import org.sanban.notices.Sentences;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The signed-in person's notices, for programs. */
@RestController
@RequestMapping("/api/notices")
@Needs(Needs.SIGNED_IN)
class NoticesApi {

    /** @param next the cursor of the next page; null at the end */
    public record Page(List<NoticeLine> items, int unread, @Nullable Long next) {}

    /** @param upTo everything up to this notice has been read */
    public record Reading(long upTo) {}

    private static final int LARGEST = 100;

    private final Notices notices;
    private final Sentences sentences;
    private final Clock clock;

    NoticesApi(Notices notices, Sentences sentences, Clock clock) {
        this.notices = notices;
        this.sentences = sentences;
        this.clock = clock;
    }

    @GetMapping
    Page index(
            @RequestParam(defaultValue = "true") boolean unread, @RequestParam(required = false) @Nullable Long cursor,
            @RequestParam(defaultValue = "30") int limit, @SignedIn Actor by, Locale locale) {
        int size = Math.clamp(limit, 1, LARGEST);
        List<Notice> found = notices.of(by.id(), unread, cursor == null ? Long.MAX_VALUE : cursor, size + 1);
        List<NoticeLine> items = found.stream().limit(size)
                .map(n -> new NoticeLine(n.id(), sentences.of(n, locale), n.subject().toString(), n.at(), n.readAt() != null)).toList();
        return new Page(items, notices.unread(by.id()), found.size() > size ? items.getLast().id() : null);
    }

    @PostMapping("/readings")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(@RequestBody Reading reading, @SignedIn Actor by) {
        notices.markReadUpTo(by.id(), reading.upTo(), clock.instant());
    }
}
