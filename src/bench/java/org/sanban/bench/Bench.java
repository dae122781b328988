package org.sanban.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * Runs everything in one go and prints min, median and max, the ratios and one {@code name value} line each.
 * {@code --quick} ends within five minutes on a quiet machine; {@code --without=operaton} leaves one contestant out, {@code --without=steps},
 * {@code pages}, {@code start}, {@code survival}, {@code failover}, {@code restore} or {@code growth} a part; {@code --only=failover} leaves out all others;
 * {@code --sizes=10000,1000000} are those of the growth, the smallest first; {@code --keep} leaves the database as it is and goes on with one that was left.
 */
public final class Bench {

    private static final int POOL = 32;
    private static final Path DIRECTORY = Path.of("target", "bench");
    private static final List<String> PARTS = List.of("steps", "pages", "start", "survival", "failover", "restore", "growth");

    private interface Part {
        void run() throws Exception;
    }

    private final Figures figures = new Figures();
    private final List<String> broken = new ArrayList<>();
    private final boolean quick;
    private final boolean keep;
    private final Set<String> without;

    private final List<Integer> sizes;

    private Bench(boolean quick, boolean keep, Set<String> without, List<Integer> sizes) {
        this.quick = quick;
        this.keep = keep;
        this.without = without;
        this.sizes = sizes;
    }

    public static void main(String[] arguments) throws IOException {
        List<String> asked = List.of(arguments);
        boolean keep = asked.contains("--keep");
        if (!keep) {
            FileSystemUtils.deleteRecursively(DIRECTORY.resolve("postgres"));
        }
        Files.createDirectories(DIRECTORY);
        int code = 1;
        try {
            Set<String> only = Set.copyOf(named(asked, "--only="));
            Set<String> without = Stream.concat(named(asked, "--without=").stream(), PARTS.stream().filter(part -> !only.isEmpty() && !only.contains(part))).collect(Collectors.toSet());
            List<Integer> sizes = named(asked, "--sizes=").stream().map(Integer::valueOf).toList();
            boolean quick = asked.contains("--quick");
            new Bench(quick, keep, without, !sizes.isEmpty() ? sizes : quick ? List.of(10_000, 100_000) : List.of(10_000, 100_000, 1_000_000, 5_000_000)).run();
            code = 0;
        } catch (RuntimeException e) {
            e.printStackTrace();
        } finally {
            System.exit(code);
        }
    }

    private static List<String> named(List<String> asked, String option) {
        return asked.stream().filter(a -> a.startsWith(option)).flatMap(a -> Stream.of(a.substring(option.length()).split(","))).toList();
    }

    private void run() throws IOException {
        try (Server server = new Server(keep)) {
            String conditions = "Measured on %s: %d cores, %s, Java %s, PostgreSQL %s with fsync and synchronous_commit on, load before the run %.1f%s.".formatted(
                    LocalDate.now(), Runtime.getRuntime().availableProcessors(), processor(), Runtime.version(), server.version(),
                    java.lang.management.ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(), quick ? ", the quick variant" : "");
            part(conditions, List.of("steps", "pages"), () -> sideBySide(server));
            part(conditions, List.of("start"), () -> new Starting(server, figures, quick).run());
            part(conditions, List.of("survival"), () -> new Survival(server, figures, quick).run());
            part(conditions, List.of("failover"), () -> new Failover(figures, quick).run());
            part(conditions, List.of("restore"), () -> new Restoring(figures).run());
            part(conditions, List.of("growth"), () -> {
                new FlowableTray(server, figures, quick).run(sizes.stream().filter(size -> size <= 100_000).toList());
                new Growth(server, figures, quick, keep, sizes).run();
            });
            System.out.println("\n" + conditions + "\n\n" + figures.table() + "\n" + figures.lines());
            if (!broken.isEmpty()) {
                throw new IllegalStateException("not measured to the end: " + broken);
            }
        }
    }

    /** A part that breaks takes nothing from the others; what is measured so far is on the disk after each. */
    private void part(String conditions, List<String> names, Part part) {
        if (without.containsAll(names)) {
            return;
        }
        try {
            part.run();
        } catch (Exception e) {
            e.printStackTrace();
            broken.addAll(names);
        }
        ratios();
        figures.write(DIRECTORY, conditions);
    }

    private void sideBySide(Server server) {
        List<Contestant> all = new ArrayList<>();
        SanbanWay sanban = new SanbanWay(server, "sanban", POOL);
        all.add(sanban);
        all.add(new FlowableWay(server.pool("flowable", POOL)));
        all.add(new JdbcWay(server.pool("jdbc", POOL)));
        if (!without.contains("operaton")) {
            all.add(new OperatonWay(server.pool("operaton", POOL)));
        }
        if (!without.contains("steps")) {
            steps(server, all);
            countersigning(all);
            size(server, all);
        }
        if (!without.contains("pages")) {
            new Pages(server, sanban, figures, quick).run();
        }
        all.forEach(Contestant::close);
    }

    /** Rates say what this machine did under its load; processor time a step, of the JVM and of PostgreSQL, says it nearly free of that. */
    private void steps(Server server, List<Contestant> all) {
        all.forEach(one -> Steps.run(one, 8, quick ? 3_000 : 20_000, Long.MAX_VALUE));
        // All began with empty tables: the database knows now how large they are, as it does by itself after a minute or two.
        all.forEach(one -> server.execute(one.name(), "vacuum analyze"));
        for (int round = 1; round <= 3; round++) {
            for (int threads : new int[] {1, 8, 32}) {
                System.out.println("round " + round + ", " + threads + " threads");
                for (Contestant one : all) {
                    long wal = server.wal();
                    long processor = server.processor() + own();
                    Steps.Done done = Steps.run(one, threads, quick ? 500 : threads == 1 ? 2_000 : 5_000, Long.MAX_VALUE);
                    figures.sample("steps_" + one.name() + "_" + threads, done.aSecond());
                    figures.sample("cpu_us_" + one.name() + "_" + threads, (server.processor() + own() - processor) / (double) done.steps());
                    figures.sample("wal_" + one.name() + "_" + threads, (server.wal() - wal) / (double) done.steps());
                }
                Collections.rotate(all, 1);
            }
        }
    }

    private static long own() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1000;
    }

    private void countersigning(List<Contestant> all) {
        for (Contestant one : all) {
            Countersigning.Outcome outcome = Countersigning.of(one, 200);
            figures.sample("countersign_refused_" + one.name(), outcome.refused());
            figures.sample("countersign_stranded_" + one.name(), outcome.stranded());
        }
    }

    /** Bytes and rows that a finished paper adds, dead rows left out. */
    private void size(Server server, List<Contestant> all) {
        int papers = quick ? 300 : 1000;
        for (Contestant one : all) {
            long bytes = server.bytes(one.name());
            long rows = server.rows(one.name());
            Steps.Done done = Steps.run(one, 8, Long.MAX_VALUE, papers);
            figures.sample("bytes_" + one.name(), (server.bytes(one.name()) - bytes) / (double) done.papers());
            figures.sample("rows_" + one.name(), (server.rows(one.name()) - rows) / (double) done.papers());
        }
    }

    private void ratios() {
        for (int threads : new int[] {1, 8, 32}) {
            for (String other : List.of("flowable", "operaton", "jdbc")) {
                figures.ratio("cpu_vs_" + other + "_" + threads, "cpu_us_" + other + "_" + threads, "cpu_us_sanban_" + threads);
                figures.ratio("steps_vs_" + other + "_" + threads, "steps_sanban_" + threads, "steps_" + other + "_" + threads);
            }
        }
        figures.ratio("bytes_vs_flowable", "bytes_sanban", "bytes_flowable");
        figures.ratio("bytes_vs_jdbc", "bytes_sanban", "bytes_jdbc");
    }

    private static String processor() throws IOException {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name")).findFirst().map(line -> line.substring(line.indexOf(':') + 2)).orElse("processor unknown");
        }
    }
}
