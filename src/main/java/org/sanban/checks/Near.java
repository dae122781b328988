package org.sanban.checks;

import java.util.ArrayList;
import java.util.List;

/**
 * Words that differ from a known wording by one character within it: dropped, added, another one, or two swapped. Both ends must be as they
 * should, or any neighbour would do.
 */
record Near(String right) {

    /** A place in a text, and whether it says what it should. */
    record Place(int from, int to) {}

    /** Places that are nearly, but not exactly, the wording. */
    List<Place> in(String text) {
        List<Place> places = new ArrayList<>();
        int half = right.length() / 2;
        String head = right.substring(0, half);
        String tail = right.substring(right.length() - half);
        for (int at = text.indexOf(head); at >= 0; at = text.indexOf(head, at + 1)) {
            add(text, at, true, places);
        }
        for (int at = text.indexOf(tail); at >= 0; at = text.indexOf(tail, at + 1)) {
            add(text, at + tail.length(), false, places);
        }
        return places;
    }

    private void add(String text, int anchor, boolean begins, List<Place> places) {
        int[] lengths = {right.length(), right.length() - 1, right.length() + 1};
        for (int length : lengths) {
            int from = begins ? anchor : anchor - length;
            int to = from + length;
            if (from >= 0 && to <= text.length() && matches(text.substring(from, to))) {
                Place place = new Place(from, to);
                if (!text.substring(from, to).equals(right) && !places.contains(place)) {
                    places.add(place);
                }
                return;
            }
        }
    }

    /** Exactly the wording, or one slip away from it. */
    boolean matches(String words) {
        if (words.equals(right)) {
            return true;
        }
        int same = 0;
        int shorter = Math.min(words.length(), right.length());
        while (same < shorter && words.charAt(same) == right.charAt(same)) {
            same++;
        }
        int behind = 0;
        while (behind < shorter - same && words.charAt(words.length() - 1 - behind) == right.charAt(right.length() - 1 - behind)) {
            behind++;
        }
        int wrong = words.length() - same - behind;
        int lacking = right.length() - same - behind;
        boolean inside = same > 0 && behind > 0;
        boolean swapped = wrong == 2 && lacking == 2 && words.charAt(same) == right.charAt(same + 1) && words.charAt(same + 1) == right.charAt(same);
        return inside && (wrong <= 1 && lacking <= 1 || swapped);
    }
}
