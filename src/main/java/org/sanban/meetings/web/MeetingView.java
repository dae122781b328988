package org.sanban.meetings.web;

import java.util.Map;
import org.sanban.meetings.Meeting;
import org.sanban.pages.FormView;

/**
 * What every page of a meeting shows.
 *
 * @param step code of the step it stands at, empty when it has ended
 * @param runs the reader may write on it
 * @param course the reader may see its course, and so what hangs on it; a unit that was only told may not
 * @param sent the form that was refused, by its name; shown again with what was typed
 */
public record MeetingView(Meeting meeting, MeetingWords words, String tab, String step, boolean runs, boolean course, Map<String, FormView> sent) {

    /** The form of that name: as it was sent, else fresh. */
    public FormView form(String name, Object fresh) {
        return sent.getOrDefault(name, FormView.of(fresh));
    }

    public String href(String rest) {
        return "/meetings/" + meeting.id() + rest;
    }

    public boolean writes() {
        return runs && !meeting.cancelled() && meeting.stamps().closed() == null;
    }
}
