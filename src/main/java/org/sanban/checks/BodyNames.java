package org.sanban.checks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sanban.checks.CheckedPaper.KnownBody;

/**
 * Names of bodies against the directory (机构名称): one character wrong in a name the office knows; a name that was given up before the day of
 * the paper. A name nobody knows is {@code routing} R-28.
 */
record BodyNames(int shortest, Pattern former) implements Look {

    /** Settings: {@code shortest} name that is looked for; {@code former}, what stands before a name that is meant as a former one. */
    static Look of(Settings settings) {
        return new BodyNames(settings.number("shortest"), settings.pattern("former"));
    }

    @Override
    public List<Flaw> look(CheckedPaper paper, PaperText text) {
        List<KnownBody> bodies = paper.known().bodies();
        Set<String> names = bodies.stream().flatMap(BodyNames::names).collect(Collectors.toSet());
        List<Flaw> flaws = new ArrayList<>();
        names.stream().filter(name -> name.length() >= shortest).sorted().forEach(name -> slips(name, names, text.text(), flaws));
        LocalDate day = paper.date();
        if (day != null) {
            bodies.stream().filter(body -> body.until() != null && body.until().isBefore(day)).forEach(body -> former(body, names, text.text(), flaws));
        }
        return flaws;
    }

    private static Stream<String> names(KnownBody body) {
        return Stream.of(body.name(), body.shortName()).filter(name -> !name.isEmpty());
    }

    private static void slips(String name, Set<String> names, String words, List<Flaw> flaws) {
        for (Near.Place place : new Near(name).in(words)) {
            boolean another = names.stream().anyMatch(other -> Places.covers(other, words, place.from(), place.to()));
            if (!another) {
                flaws.add(Flaw.at(place.from(), place.to()).saying("bodies.slip", name).rather(name));
            }
        }
    }

    private void former(KnownBody body, Set<String> names, String words, List<Flaw> flaws) {
        String name = body.name();
        for (int at = words.indexOf(name); at >= 0; at = words.indexOf(name, at + name.length())) {
            int from = at;
            boolean longer = names.stream()
                    .anyMatch(other -> other.length() > name.length() && Places.covers(other, words, from, from + name.length()));
            if (!longer && !former.matcher(words.substring(0, at)).find()) {
                @Nullable String now = body.successor();
                String until = String.valueOf(body.until());
                flaws.add(now == null
                        ? Flaw.at(at, at + name.length()).saying("bodies.given-up", name, until)
                        : Flaw.at(at, at + name.length()).saying("bodies.renamed", name, until, now).rather(now));
            }
        }
    }
}
