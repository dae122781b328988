package org.sanban.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** So many requests over so many connections, and how long each took. */
final class Load {

    /** Made for the n-th request. */
    interface Asking {
        byte[] request(int no);
    }

    /** @param wrong answers other than success or the redirect after a form */
    record Done(double aSecond, double median, double p99, int wrong, int bytes) {}

    private Load() {}

    static Done run(int port, int connections, int requests, Asking asking) {
        AtomicInteger next = new AtomicInteger();
        AtomicInteger wrong = new AtomicInteger();
        AtomicInteger bytes = new AtomicInteger();
        long[] took = new long[requests];
        long began = System.nanoTime();
        List<Callable<Void>> all = new ArrayList<>();
        for (int c = 0; c < connections; c++) {
            all.add(() -> {
                try (Line line = new Line(port)) {
                    for (int no = next.getAndIncrement(); no < requests; no = next.getAndIncrement()) {
                        byte[] request = asking.request(no);
                        long start = System.nanoTime();
                        Line.Answer answer = line.ask(request);
                        took[no] = System.nanoTime() - start;
                        bytes.set(answer.bytes());
                        if (answer.status() != 200 && answer.status() != 302 && answer.status() != 303 || answer.location().endsWith("/login")) {
                            wrong.incrementAndGet();
                        }
                    }
                }
                return null;
            });
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(connections)) {
            for (Future<Void> one : pool.invokeAll(all)) {
                one.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        Arrays.sort(took);
        return new Done(requests / seconds, took[requests / 2] / 1e6, took[(int) (requests * 0.99)] / 1e6, wrong.get(), bytes.get());
    }
}
