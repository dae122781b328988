package org.sanban.meetings.rooms;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes iCalendar (RFC 5545): times in UTC, text escaped, lines folded at 75 octets and ended by CR LF. */
public final class ICalendar {

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int OCTETS = 75;

    /**
     * @param uid the same for ever, so that a changed meeting replaces the one in the reader's calendar
     * @param sequence counted up with every change
     */
    public record Event(
            String uid, int sequence, Instant stamped, Instant starts, Instant ends, String summary, String location, @Nullable String description, @Nullable String url,
            boolean cancelled) {}

    private ICalendar() {}

    /** @param method PUBLISH for a feed, REQUEST for an invitation, CANCEL for one that is taken back */
    public static String write(String name, String method, List<Event> events) {
        StringBuilder out = new StringBuilder();
        line(out, "BEGIN", "VCALENDAR");
        line(out, "VERSION", "2.0");
        line(out, "PRODID", "-//Sanban//Meetings//ZH");
        line(out, "CALSCALE", "GREGORIAN");
        line(out, "METHOD", method);
        line(out, "X-WR-CALNAME", escape(name));
        for (Event e : events) {
            line(out, "BEGIN", "VEVENT");
            line(out, "UID", e.uid());
            line(out, "SEQUENCE", String.valueOf(e.sequence()));
            line(out, "DTSTAMP", UTC.format(e.stamped()));
            line(out, "DTSTART", UTC.format(e.starts()));
            line(out, "DTEND", UTC.format(e.ends()));
            line(out, "SUMMARY", escape(e.summary()));
            line(out, "LOCATION", escape(e.location()));
            if (e.description() != null) {
                line(out, "DESCRIPTION", escape(e.description()));
            }
            if (e.url() != null) {
                line(out, "URL", e.url());
            }
            line(out, "STATUS", e.cancelled() ? "CANCELLED" : "CONFIRMED");
            line(out, "END", "VEVENT");
        }
        line(out, "END", "VCALENDAR");
        return out.toString();
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "\\n");
    }

    /** A long line goes on in the next one after a space; no character is cut in two. */
    private static void line(StringBuilder out, String name, String value) {
        int octets = 0;
        String whole = name + ":" + value;
        for (int i = 0; i < whole.length(); ) {
            int point = whole.codePointAt(i);
            String character = Character.toString(point);
            int size = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > OCTETS) {
                out.append("\r\n ");
                octets = 1;
            }
            out.append(character);
            octets += size;
            i += Character.charCount(point);
        }
        out.append("\r\n");
    }
}
