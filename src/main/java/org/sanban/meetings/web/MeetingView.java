package org.sanban.meetings.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sanban.meetings.Meeting;
import org.sanban.pages.FormView;

/**
 * What every page of a meeting shows.
 *
 * @param step code of the step it stands at, empty when it has ended
 * @param runs the reader may write on it
 * @param course the reader may see its course, and so what hangs on it; a unit that was only told may not
 * @param sent the form that was refused, by its name; shown again with what was typed
 * @param shown the names of the forms that the page asked for while it was written
 */
public record MeetingView(
        Meeting meeting, MeetingWords words, String tab, String step, boolean runs, boolean course, Map<String, FormView> sent, Set<String> shown) {

    /** The form of that name: as it was sent, else fresh. */
    public FormView form(String name, Object fresh) {
        shown.add(name);
        return sent.getOrDefault(name, FormView.of(fresh));
    }

    /**
     * What was refused and has no place on the page any more, because somebody else called the meeting off or took the line away meanwhile:
     * said below everything, with what was typed.
     */
    public List<FormView> homeless() {
        return sent.entrySet().stream().filter(form -> !form.getKey().equals("button") && !shown.contains(form.getKey())).map(Map.Entry::getValue).toList();
    }

    public String href(String rest) {
        return "/meetings/" + meeting.id() + rest;
    }

    public boolean writes() {
        return runs && !meeting.cancelled() && meeting.stamps().closed() == null;
    }
}
