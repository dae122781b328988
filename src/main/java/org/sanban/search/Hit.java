package org.sanban.search;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A subject that was found.
 *
 * @param subject kind/id
 * @param dated when its handling began
 * @param inTitle the words stand in title or number
 * @param snippet around the first place in the text; empty where only the title fits
 * @param cursor where the page after it begins
 */
public record Hit(
        String subject,
        List<Segment> title,
        @Nullable String number,
        @Nullable String counterpart,
        String state,
        Instant dated,
        boolean inTitle,
        List<Segment> snippet,
        String cursor) {

    /** @param hit it is what was asked for */
    public record Segment(String text, boolean hit) {}

    /** The title as one text. */
    public String plainTitle() {
        return title.stream().map(Segment::text).reduce("", String::concat);
    }
}
