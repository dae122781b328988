package org.sanban.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Clerks who register letters all the time through one door, every tenth of them urgent. A form that is not answered is sent again as it is, as a browser does. Counted
 * afterwards: what was acknowledged and is not there, what is there twice, what runs and lies before nobody.
 */
final class Storm {

    private static final int CLERKS = 8;

    private final int door;
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicLong lastAnswer = new AtomicLong();
    private final AtomicLong longestSilence = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicBoolean over = new AtomicBoolean();
    private final List<Thread> clerks = new ArrayList<>();

    Storm(int door) {
        this.door = door;
    }

    /** Waits until the door is open; then all clerks begin. */
    void begin() throws InterruptedException {
        while (!open()) {
            Thread.sleep(100);
        }
        Visitor clerk = Visitor.in(door, "s008");
        lastAnswer.set(System.nanoTime());
        for (int n = 0; n < CLERKS; n++) {
            clerks.add(Thread.ofPlatform().start(() -> register(clerk)));
        }
    }

    /** Returns when each clerk has the answer to the last form. */
    void end() throws InterruptedException {
        over.set(true);
        for (Thread one : clerks) {
            one.join();
        }
    }

    int acknowledged() {
        return acknowledged.size();
    }

    private boolean open() {
        try (Line line = new Line(door)) {
            return line.ask(Line.get("/actuator/health/readiness", "none=0")).status() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private void register(Visitor clerk) {
        while (!over.get()) {
            Pages.Letter letter = Pages.Letter.next();
            byte[] form = letter.form(clerk, letter.no() % 10 == 0 ? "URGENT" : "NONE");
            while (!answered(letter, form)) {
                pause();
            }
        }
    }

    private boolean answered(Pages.Letter letter, byte[] form) {
        try (Line line = new Line(door)) {
            Line.Answer answer = line.ask(form);
            if (answer.status() == 303 || answer.status() == 302 && !answer.location().endsWith("/login")) {
                acknowledged.add(letter.number());
                long now = System.nanoTime();
                longestSilence.accumulateAndGet(now - lastAnswer.getAndSet(now), Math::max);
                return true;
            }
            if (answer.status() < 500) {
                refused.incrementAndGet();
                return true;
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** @param name before the names of the figures */
    void judge(JdbcClient jdbc, Figures figures, String name) {
        Set<String> stored = Set.copyOf(jdbc.sql("select distinct doc_number from incoming_document where in_no is not null").query(String.class).list());
        figures.sample(name + "_acknowledged", acknowledged.size());
        figures.sample(name + "_refused", refused.get());
        figures.sample(name + "_longest_silence_ms", longestSilence.get() / 1e6);
        figures.value(name + "_lost", acknowledged.stream().filter(number -> !stored.contains(number)).count());
        figures.value(name + "_doubled", one(jdbc, "select count(*) - count(distinct doc_number) from incoming_document"));
        figures.value(name + "_stranded", one(jdbc, """
                select count(*) from handling h where h.state = 'RUNNING' and not exists (select 1 from task t where t.handling_id = h.id and t.state in ('OPEN', 'QUEUED'))"""));
        figures.value(name + "_number_gaps", one(jdbc, "select coalesce(max(in_seq), 0) - count(in_seq) from incoming_document"));
    }

    private static long one(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
