package org.sanban.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands around every page: who is signed in, in which language, and where one can go. Made once a request.
 *
 * @param path of this page, so that the language switch comes back to it
 * @param csrf null where no session exists
 */
public record Shell(
        Texts texts, @Nullable Person person, List<Entry> entries, @Nullable Csrf csrf, String path, String assets) {

    public record Person(long id, String name, String post) {}

    /** One line of the navigation. {@code count} is null where nothing is counted; one with a {@code letter} is an act of the header. */
    public record Entry(
            String key, String href, boolean on, boolean more, @Nullable String count, boolean hot, @Nullable String letter) {

        public Entry(String key, String href, boolean on, boolean more, @Nullable String count, boolean hot) {
            this(key, href, on, more, count, hot, null);
        }
    }

    public record Csrf(String header, String parameter, String token) {}

    /** Where one can go. */
    public List<Entry> places() {
        return entries.stream().filter(entry -> entry.letter() == null).toList();
    }

    /** Whether this person can go there: the bell stands only in a house with {@code /notices}, the search box with {@code /search}. */
    public boolean leadsTo(String href) {
        return entries.stream().anyMatch(entry -> entry.href().equals(href));
    }

    /** What one can begin from every page, by a letter. */
    public List<Entry> acts() {
        return entries.stream().filter(entry -> entry.letter() != null).toList();
    }

    public String t(String key, Object... args) {
        return texts.of(key, args);
    }

    /** A file under static/, by a path that changes with its content. */
    public String asset(String file) {
        return "/assets/" + assets + "/" + file;
    }
}
