package org.sanban.checks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sanban.checks.CheckedPaper.KnownPerson;

/** Persons and their posts (姓名职务): the post beside a known name is one that person holds; the name beside a post is written right. Their order is {@code routing} R-27. */
record PersonPosts(List<String> posts) implements Look {

    /** Settings: {@code posts} the language knows besides those the office has recorded. */
    static Look of(Settings settings) {
        return new PersonPosts(settings.words("posts"));
    }

    @Override
    public List<Flaw> look(CheckedPaper paper, PaperText text) {
        List<KnownPerson> persons = paper.known().persons();
        if (persons.isEmpty()) {
            return List.of();
        }
        List<String> all = Stream.concat(posts.stream(), persons.stream().flatMap(person -> person.posts().stream()))
                .distinct().sorted(Comparator.comparing(String::length).reversed()).toList();
        List<Flaw> flaws = new ArrayList<>();
        persons.forEach(person -> {
            posts(person, all, text.text(), flaws);
            slips(person, persons, text.text(), flaws);
        });
        return flaws;
    }

    private static void posts(KnownPerson person, List<String> all, String words, List<Flaw> flaws) {
        String name = person.name();
        for (int at = words.indexOf(name); at >= 0 && !person.posts().isEmpty(); at = words.indexOf(name, at + name.length())) {
            int from = at;
            int to = at + name.length();
            Optional<String> before = all.stream().filter(post -> words.startsWith(post, from - post.length())).findFirst();
            Optional<String> after = all.stream().filter(post -> words.startsWith(post, to)).findFirst();
            before.filter(post -> !holds(person, post)).ifPresent(post -> flaws.add(Flaw.at(from - post.length(), to)
                    .saying("persons.post", name, post, String.join(" ", person.posts()))));
            after.filter(post -> !holds(person, post)).ifPresent(post -> flaws.add(Flaw.at(from, to + post.length())
                    .saying("persons.post", name, post, String.join(" ", person.posts()))));
        }
    }

    /** A longer post may be written shorter from its front: 省政府秘书长, 秘书长. */
    private static boolean holds(KnownPerson person, String post) {
        return person.posts().stream().anyMatch(held -> held.equals(post) || held.endsWith(post) && held.length() > post.length() + 1);
    }

    /** A name of three characters beside the person's own post, one of the last two wrong. */
    private static void slips(KnownPerson person, List<KnownPerson> persons, String words, List<Flaw> flaws) {
        String name = person.name();
        for (String post : person.posts()) {
            for (int at = words.indexOf(post); at >= 0 && name.length() > 2; at = words.indexOf(post, at + 1)) {
                int from = at + post.length();
                int to = Math.min(words.length(), from + name.length());
                String written = words.substring(from, to);
                boolean known = persons.stream().anyMatch(other -> written.startsWith(other.name()));
                if (!known && written.length() == name.length() && written.charAt(0) == name.charAt(0) && differing(written, name) == 1) {
                    flaws.add(Flaw.at(from, to).saying("persons.name", post, name).rather(name));
                }
            }
        }
    }

    private static int differing(String one, String other) {
        int differing = 0;
        for (int n = 0; n < one.length(); n++) {
            differing += one.charAt(n) == other.charAt(n) ? 0 : 1;
        }
        return differing;
    }
}
