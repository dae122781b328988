package org.sanban.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Papers brought from the draft to the archive by many at once, each thread its own. */
final class Steps {

    private static final AtomicLong NUMBERS = new AtomicLong();

    /** @param papers brought to their end */
    record Done(long steps, long papers, double seconds) {
        double aSecond() {
            return steps / seconds;
        }
    }

    private Steps() {}

    /** Until so many steps or papers are done. Work and not time is given, so that a busy machine measures the same work. */
    static Done run(Contestant contestant, int threads, long most, long papers) {
        long began = System.nanoTime();
        AtomicLong steps = new AtomicLong();
        AtomicLong taken = new AtomicLong();
        AtomicLong finished = new AtomicLong();
        List<Future<?>> all = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            for (int n = 0; n < threads; n++) {
                all.add(pool.submit(() -> {
                    while (steps.get() < most && taken.getAndIncrement() < papers) {
                        if (walk(contestant, most, steps)) {
                            finished.incrementAndGet();
                        }
                    }
                }));
            }
        }
        for (Future<?> one : all) {
            try {
                one.get();
            } catch (Exception e) {
                throw new IllegalStateException(contestant.name() + " failed", e);
            }
        }
        return new Done(steps.get(), finished.get(), (System.nanoTime() - began) / 1e9);
    }

    private static boolean walk(Contestant contestant, long most, AtomicLong steps) {
        long no = NUMBERS.incrementAndGet();
        boolean back = Who.returned(no);
        Object paper = contestant.start(no);
        for (List<Contestant.Open> open = contestant.open(paper); !open.isEmpty(); open = contestant.open(paper)) {
            for (Contestant.Open one : open) {
                boolean returns = back && one.key().equals("approve");
                contestant.finish(one, returns);
                back &= !returns;
                if (steps.incrementAndGet() >= most) {
                    return false;
                }
            }
        }
        return true;
    }

    static long number() {
        return NUMBERS.incrementAndGet();
    }
}
