package org.sanban.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sanban.audit.SubjectRef;
import org.sanban.pages.Choice;
import org.sanban.pages.NotFound;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.sanban.testing.OfficeTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The desk offers what the engine does, and the engine does what the desk offers. */
class DeskTests extends OfficeTest {

    private static final List<String> PEOPLE = List.of("S001", "S002", "S006", "S007", "S008", "S010", "S011", "S015", "S017", "S018", "L01", "L04");

    @Autowired
    Handlings handlings;

    @Autowired
    Desk desk;

    @Autowired
    TransactionTemplate transaction;

    private final Set<Doing> done = EnumSet.noneOf(Doing.class);

    @Test
    void whateverIsOfferedIsAcceptedAndWhatIsNotIsRefused() {
        for (int seed = 1; seed <= 25 || (seed <= 600 && done.size() < Doing.values().length); seed++) {
            clock.reset();
            walk(new Random(seed), seed);
        }
        assertThat(done).containsAll(EnumSet.allOf(Doing.class));
    }

    private void walk(Random random, int seed) {
        SubjectRef subject = Trial.next();
        Actor starter = office.actor(any(random, PEOPLE));
        handlings.start(subject, "trial", Trial.card("试验" + seed, Urgency.values()[random.nextInt(4)], starter), List.of(), starter, clock.instant(), id());
        List<String> story = new ArrayList<>();
        Actor by = starter;
        for (int n = 0; n < 25; n++) {
            clock.forward(Duration.ofMinutes(random.nextInt(120)));
            by = random.nextInt(3) == 0 ? by : office.actor(any(random, PEOPLE));
            List<Offer> offers = seen(subject, by);
            refusesTheRest(subject, by, offers, story);
            List<Offer> sensible = offers.stream().filter(o -> o.doing() != Doing.VOIDING || random.nextInt(6) == 0).toList();
            if (sensible.isEmpty()) {
                continue;
            }
            List<Offer> fresh = sensible.stream().filter(o -> !done.contains(o.doing())).toList();
            Offer offer = any(random, fresh.isEmpty() ? sensible : fresh);
            List<Offer> onward = sensible.stream().filter(Offer::onward).toList();
            List<Offer> releases = sensible.stream().filter(o -> o.doing() == Doing.RELEASE).toList();
            Offer taken = !fresh.isEmpty() && random.nextBoolean() ? offer : !releases.isEmpty() && random.nextBoolean() ? releases.getFirst() : !onward.isEmpty() && random.nextInt(3) == 0 ? any(random, onward) : offer;
            Sheet sheet = Objects.requireNonNull(desk.sheet(subject, taken.doing(), taken.task(), taken.to(), taken.movement(), by, clock.instant()));
            Act act = fill(random, taken, sheet);
            story.add(by.name() + " " + taken.doing() + " " + act);
            try {
                handlings.apply(subject, act, by, clock.instant(), id());
            } catch (RuntimeException refused) {
                throw new AssertionError("offered but refused, seed " + seed + ": " + refused + "\n" + String.join("\n", story), refused);
            }
            done.add(taken.doing());
        }
    }

    private List<Offer> seen(SubjectRef subject, Actor by) {
        try {
            return desk.of(subject, by, clock.instant());
        } catch (NotFound unseen) {
            return List.of();
        }
    }

    /** A withdrawal, a stop, a void, a jump and a resumption need nothing but the right moment: not offered means refused. */
    private void refusesTheRest(SubjectRef subject, Actor by, List<Offer> offers, List<String> story) {
        Instant at = clock.instant();
        Stream<java.util.Map.Entry<Doing, Act>> free = Stream.of(
                java.util.Map.entry(Doing.WITHDRAWAL, new Act.Withdraw(null)),
                java.util.Map.entry(Doing.STOP, new Act.Suspend(Act.StopReason.FORCE_MAJEURE, "雪")),
                java.util.Map.entry(Doing.RESUMPTION, new Act.Resume(null)),
                java.util.Map.entry(Doing.VOIDING, new Act.Void("误登")),
                java.util.Map.entry(Doing.JUMP, new Act.Jump("draft", List.of(), "改")),
                java.util.Map.entry(Doing.CIRCULATION, new Act.Circulate(List.of(List.of(office.person("S030"))), null)),
                java.util.Map.entry(Doing.REOPENING, new Act.Reopen("draft", List.of(), "再办")));
        free.filter(e -> offers.stream().noneMatch(o -> o.doing() == e.getKey()))
                .forEach(e -> assertThatThrownBy(() -> tryOut(subject, e.getValue(), by, at))
                        .as(e.getKey() + " by " + by.name() + " after\n" + String.join("\n", story))
                        .isInstanceOfAny(Refused.class, NotFound.class));
    }

    private void tryOut(SubjectRef subject, Act act, Actor by, Instant at) {
        transaction.executeWithoutResult(status -> {
            handlings.apply(subject, act, by, at, id());
            status.setRollbackOnly();
        });
    }

    private Act fill(Random random, Offer offer, Sheet sheet) {
        long task = offer.task() == null ? 0 : offer.task();
        Instant later = clock.instant().plus(Duration.ofDays(60));
        List<Act.Pick> picks = picks(random, sheet);
        long person = picks.isEmpty() || picks.getFirst().person() == null ? 0 : picks.getFirst().person();
        return switch (offer.doing()) {
            case COMPLETION -> new Act.Complete(task, offer.to(), Act.Opinion.written("同意"), picks, null, sheet.missing().isEmpty() ? null : "不再等", null);
            case RETURN -> new Act.Return(task, offer.to() == null ? "" : offer.to(), List.of(), random.nextBoolean(), "请补正");
            case WITHDRAWAL -> new Act.Withdraw(null);
            case FORWARDING -> new Act.Forward(task, person, "转");
            case ERRAND -> new Act.HandDown(task, person, "请办", null);
            case RECALL -> new Act.Recall(task, null);
            case SIGNERS -> new Act.AddSigners(task, List.of(person), sheet.positions().getFirst(), "请签");
            case REMOVAL -> new Act.RemoveSigner(task, "不需要");
            case CIRCULATION -> new Act.Circulate(List.of(List.of(person)), null);
            case SKIP -> new Act.Skip(task, "出差");
            case URGE -> new Act.Urge(task, "PHONE", "请抓紧");
            case CLAIM -> new Act.Claim(task);
            case RELEASE -> new Act.Release(task);
            case STOP -> new Act.Suspend(Act.StopReason.SUPERIOR_DECIDES, "等待");
            case RESUMPTION -> new Act.Resume(null);
            case EXTENSION -> new Act.Extend(task, later, "材料未齐");
            case DECISION -> new Act.Decide(task, random.nextBoolean(), "已阅");
            case JUMP -> new Act.Jump(offer.to() == null ? "" : offer.to(), picks, "调整");
            case VOIDING -> new Act.Void("误登");
            case REOPENING -> new Act.Reopen(offer.to() == null ? "" : offer.to(), picks, "再办");
            case CORRECTION -> new Act.CorrectOpinion(offer.movement() == null ? 0 : offer.movement(), "以此为准");
        };
    }

    private List<Act.Pick> picks(Random random, Sheet sheet) {
        List<Choice> choices = new ArrayList<>(sheet.choices());
        Collections.shuffle(choices, random);
        List<Long> ids = choices.stream().map(c -> Long.valueOf(c.value())).limit(2).toList();
        return switch (sheet.picks()) {
            case NONE, PERSON_OPTIONAL -> List.of();
            case PERSON -> List.of(Act.Pick.person(ids.getFirst()));
            case PERSONS, IN_TURN -> ids.stream().map(Act.Pick::person).toList();
            case UNIT -> List.of(new Act.Pick(null, ids.getFirst(), Act.Part.HOLDER));
            case UNITS -> ids.stream().map(u -> new Act.Pick(null, u, Act.Part.HOLDER)).toList();
            case LEAD_UNITS -> List.of(Act.Pick.lead(ids.getFirst()), Act.Pick.support(ids.getLast()));
            case LEAD_PERSONS -> List.of(new Act.Pick(ids.getFirst(), null, Act.Part.LEAD));
        };
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private static <T> T any(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
