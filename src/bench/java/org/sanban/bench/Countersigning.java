package org.sanban.bench;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Three countersigners in the same instant: who is refused at the first try, and which papers stand still afterwards. */
final class Countersigning {

    record Outcome(int refused, int stranded) {}

    private Countersigning() {}

    static Outcome of(Contestant contestant, int papers) {
        int refused = 0;
        int stranded = 0;
        try (ExecutorService signers = Executors.newFixedThreadPool(3)) {
            for (int n = 0; n < papers; n++) {
                Object paper = contestant.start(Steps.number());
                contestant.finish(contestant.open(paper).getFirst(), false);
                contestant.finish(contestant.open(paper).getFirst(), false);
                refused += together(contestant, contestant.open(paper), signers);
                retry(contestant, paper);
                List<Contestant.Open> after = contestant.open(paper);
                stranded += after.size() == 1 && after.getFirst().key().equals("approve") ? 0 : 1;
            }
        }
        return new Outcome(refused, stranded);
    }

    private static int together(Contestant contestant, List<Contestant.Open> open, ExecutorService signers) {
        CyclicBarrier same = new CyclicBarrier(3);
        List<Future<Boolean>> signing = IntStream.range(0, 3).mapToObj(n -> signers.submit(() -> {
            same.await();
            contestant.finish(open.get(n), false);
            return true;
        })).toList();
        int refused = 0;
        for (Future<Boolean> one : signing) {
            try {
                one.get();
            } catch (Exception e) {
                refused++;
            }
        }
        return refused;
    }

    private static void retry(Contestant contestant, Object paper) {
        for (Contestant.Open open : contestant.open(paper)) {
            if (open.key().equals("countersign")) {
                try {
                    contestant.finish(open, false);
                } catch (RuntimeException again) {
                    System.out.println("  " + contestant.name() + " refused a second time: " + again.getMessage());
                }
            }
        }
    }
}
