package org.sanban.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sanban.meetings.replies.Attendee;
import org.sanban.meetings.replies.Invitee;
import org.sanban.meetings.replies.Said;
import org.sanban.pages.Refused;

/** Sixty-four at once: no room is held twice, no reply is lost. */
class MeetingStormTests extends MeetingTest {

    private static final int MANY = 64;

    @Test
    void aRoomIsHeldByOneHoweverManyAskInTheSameSecond() {
        long room = rooms.all().getLast().id();
        Instant from = office.now().plus(Duration.ofDays(200));
        List<Boolean> got = together(n -> () -> {
            try {
                rooms.book(room, "预订" + n, from.plus(Duration.ofMinutes(n % 3)), from.plus(Duration.ofHours(1)), room(), office.now(), key());
                return true;
            } catch (Refused taken) {
                assertThat(taken.objections().getFirst().code()).startsWith("meetings.refusal.room-taken");
                return false;
            }
        });
        assertThat(got.stream().filter(b -> b)).as("one of " + MANY).hasSize(1);
        assertThat(rooms.between(room, from, from.plus(Duration.ofHours(1)), room())).hasSize(1);
    }

    @Test
    void noReplyIsLostWhenAllComeAtOnce() {
        long id = approved("SPECIAL", "同时回执的会议", office.now().plus(Duration.ofDays(3)), 60);
        List<Body> bodies = IntStream.range(0, MANY / 2).mapToObj(n -> new Body("第" + n + "单位", null, null)).toList();
        invitations.invite(id, bodies, Invitee.Kind.ATTEND, null, room(), office.now());
        invitations.send(id, office.now().plus(Duration.ofDays(1)), "系统", room(), office.now());
        List<Invitee> invited = invitations.of(id);
        String secret = invitations.link(id, invited.getFirst().id(), room(), office.now());

        together(n -> () -> {
            // half of them each for its own body by the meeting room, half of them all for the same body by its link
            if (n % 2 == 0) {
                replies.inOffice(id, invited.get(n / 2).id(), said("甲" + n), null, room(), office.now(), key());
            } else {
                replies.byLink(secret, said("乙" + n), office.now(), key());
            }
            return true;
        });

        assertThat(invitations.of(id)).allMatch(i -> i.replied() != null);
        assertThat(replies.given(invited.getFirst().id())).as("every one is kept as it was given").hasSize(MANY / 2 + 1);
        assertThat(attendees.of(id)).as("one person a body: the latest reply counts").hasSize(MANY / 2);
    }

    @Test
    void theSameReplySentTwiceIsOne() {
        long id = approved("SPECIAL", "重复回执的会议", office.now().plus(Duration.ofDays(3)), 60);
        invitations.invite(id, List.of(org("ORG-SWT")), Invitee.Kind.ATTEND, null, room(), office.now());
        invitations.send(id, office.now().plus(Duration.ofDays(1)), "系统", room(), office.now());
        long invitee = invitations.of(id).getFirst().id();
        String key = key();
        together(n -> () -> {
            replies.inOffice(id, invitee, said("丙"), null, room(), office.now(), key);
            return true;
        });
        assertThat(replies.given(invitee)).hasSize(1);
    }

    private static Said said(String name) {
        return new Said(List.of(Said.Person.comes(name, "负责人", Attendee.Kind.ATTEND)), null, null);
    }

    private interface Nth {
        Callable<Boolean> of(int n);
    }

    private static List<Boolean> together(Nth work) {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService all = Executors.newFixedThreadPool(MANY)) {
            List<Future<Boolean>> running = new ArrayList<>();
            for (int n = 0; n < MANY; n++) {
                Callable<Boolean> one = work.of(n);
                running.add(all.submit(() -> {
                    start.await();
                    return one.call();
                }));
            }
            start.countDown();
            List<Boolean> done = new ArrayList<>();
            for (Future<Boolean> one : running) {
                done.add(one.get());
            }
            return done;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
