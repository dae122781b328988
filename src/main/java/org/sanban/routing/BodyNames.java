package org.sanban.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.MatchResult;
import java.util.stream.Stream;

/** Names that look like those of bodies (…厅、…局、…市人民政府), looked up in the directory. */
record BodyNames(OutgoingFacts f, Terms t) {

    List<Flaw> wrong() {
        List<Flaw> flaws = new ArrayList<>();
        flaws.addAll(recipients(f.parties().main(), "mainRecipients"));
        flaws.addAll(recipients(f.parties().cc(), "ccRecipients"));
        t.matcher("own", f.words().body()).results().forEach(name -> own(name).ifPresent(flaws::add));
        t.matcher("place", f.words().body()).results().forEach(name -> place(name).ifPresent(flaws::add));
        return flaws;
    }

    private List<Flaw> recipients(List<Recipient> recipients, String field) {
        return recipients.stream()
                .filter(r -> !r.person() && !(r.body() == null && t.finds("collective", r.name())))
                .flatMap(r -> judge(Optional.ofNullable(r.body()).or(() -> f.office().bodies().named(r.name())), r.name(), field).stream())
                .toList();
    }

    /** A name that begins with the rank of a region (省财政厅) may lack the name of it: the issuer's own, or that of its superior. */
    private Optional<Flaw> own(MatchResult found) {
        Optional<Body> body = Stream.concat(Stream.of(""), regions())
                .flatMap(region -> f.office().bodies().named(region + found.group()).stream())
                .findFirst();
        return judge(body, found.group(), "body").map(flaw -> flaw.in(found.start(), found.end()));
    }

    private Stream<String> regions() {
        Body issuer = f.parties().issuer();
        Stream<Body> superior = Optional.ofNullable(issuer.superior()).flatMap(f.office().bodies()::byId).stream();
        return Stream.concat(Stream.of(issuer), superior).map(body -> t.matcher("region", body.name())).filter(Matcher::find).map(Matcher::group);
    }

    /** Where a place's name begins is not written: the found words are the shortest it can be. */
    private Optional<Flaw> place(MatchResult found) {
        Optional<Body> body = Stream.of(0, 1, 2)
                .map(more -> f.words().body().substring(Math.max(0, found.start() - more), found.end()))
                .flatMap(name -> f.office().bodies().named(name).stream())
                .findFirst();
        return judge(body, found.group(), "body").map(flaw -> flaw.in(found.start(), found.end()));
    }

    private static Optional<Flaw> judge(Optional<Body> body, String name, String field) {
        if (body.isEmpty()) {
            return Optional.of(Flaw.of("unknown", field, name));
        }
        return body.get().active() ? Optional.empty() : Optional.of(Flaw.of("retired", field, name));
    }
}
