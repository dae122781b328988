package org.sanban.people;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is responsible for what (处室职责和联系方式): each unit with duties, office numbers and the persons behind them. */
@Service
public class Responsibilities {

    private final Units units;
    private final OfficeDirectory directory;
    private final Absences absences;
    private final WhoHandles whoHandles;

    Responsibilities(Units units, OfficeDirectory directory, Absences absences, WhoHandles whoHandles) {
        this.units = units;
        this.directory = directory;
        this.absences = absences;
        this.whoHandles = whoHandles;
    }

    /** @param standIn name of who stands in, null where nobody is named */
    public record Member(long id, String name, String post, boolean head, boolean away, @Nullable String standIn) {}

    /** @param inCharge name and post of the leader in charge */
    public record Card(Units.Unit unit, int depth, @Nullable String inCharge, List<Member> members) {

        String text() {
            return Stream.concat(
                            Stream.of(unit.name(), unit.code(), unit.field(), unit.duties(), unit.phone(), unit.deputyPhone(),
                                    unit.room(), unit.email(), inCharge == null ? "" : inCharge),
                            members.stream().map(m -> m.name() + " " + m.post()))
                    .collect(Collectors.joining("\n"))
                    .toLowerCase(Locale.ROOT);
        }
    }

    /** Open units in tree order whose text holds every word of {@code words}; all of them when it is blank. */
    @Transactional(readOnly = true)
    public List<Card> find(String words, LocalDate today) {
        List<String> wanted = Arrays.stream(words.toLowerCase(Locale.ROOT).split("[\\s\u3000]+")).filter(w -> !w.isEmpty()).toList();
        var byId = units.all().stream().collect(Collectors.toMap(Units.Unit::id, u -> u));
        return directory.units().stream()
                .map(u -> Optional.ofNullable(byId.get(u.id())).map(unit -> card(unit, u.depth(), today)))
                .flatMap(Optional::stream)
                .filter(card -> wanted.stream().allMatch(card.text()::contains))
                .toList();
    }

    /** Duties and contacts that stand unconfirmed so long are shown as perhaps out of date. */
    private static final int FRESH_DAYS = 180;

    /** @param stale its contacts were published long ago, or never */
    public record Published(Units.Unit unit, boolean stale) {}

    /** What anyone may read without signing in: the units that are marked so; with a question in words only those whose duties speak of it, the best first. */
    @Transactional(readOnly = true)
    public List<Published> published(String question, LocalDate today) {
        return whoHandles.of(question, units.all().stream().filter(u -> u.open() && u.closedAt() == null && !u.duties().isBlank()).toList()).stream()
                .map(u -> new Published(u, u.publishedAt() == null || u.publishedAt().plusDays(FRESH_DAYS).isBefore(today))).toList();
    }

    private Card card(Units.Unit unit, int depth, LocalDate today) {
        long head = directory.headOf(unit.id()).map(Directory.Entry::id).orElse(0L);
        String inCharge = directory.inChargeOf(unit.id()).map(p -> p.name() + " " + p.post()).orElse(null);
        List<Member> members = directory.membersOf(unit.id()).stream()
                .map(p -> new Member(
                        p.id(), p.name(), p.post(), p.id() == head, absences.away(p.id(), today),
                        directory.standInOf(p.id()).map(Directory.Entry::name).orElse(null)))
                .toList();
        return new Card(unit, depth, inCharge, members);
    }
}
