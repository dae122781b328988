package org.sanban.layout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.sanban.collation.Collation;
import org.sanban.collation.Reference;

/** Measures how long a paper takes for docs/performance.md; a program, not a test: {@code java … org.sanban.layout.LayoutTiming}. */
final class LayoutTiming {

    private static final int WARM = 60;
    private static final int RUNS = 41;

    private LayoutTiming() {}

    public static void main(String[] args) {
        Paper paper = TenPapers.notice();
        long before = System.nanoTime();
        Typesetting typesetting = OpenFonts.typesetting();
        Sheet sheet = typesetting.set(paper);
        System.out.printf("fonts and the first paper: %.0f ms; %d pages%n", (System.nanoTime() - before) / 1e6, sheet.pages().size());
        Map<String, Supplier<?>> works = new LinkedHashMap<>();
        works.put("set only", () -> typesetting.set(paper));
        works.put("PDF", () -> typesetting.pdf(typesetting.set(paper), "measured"));
        works.put("OFD", () -> typesetting.ofd(typesetting.set(paper), "measured"));
        works.put("DOCX", () -> typesetting.docx(paper));
        Map<String, Supplier<byte[]>> proofs = Map.of("PDF", () -> typesetting.pdf(typesetting.set(paper), ""), "OFD", () -> typesetting.ofd(typesetting.set(paper), ""));
        proofs.forEach((format, made) -> works.put(format + ", read back and compared", () -> compared(RenderedAgainstTextTests.reference(paper), made.get())));
        works.put("pages for the browser", () -> typesetting.set(paper).pages().stream().map(typesetting::svg).toList());
        works.forEach(LayoutTiming::measure);
    }

    private static int compared(Reference reference, byte[] made) {
        try {
            Path file = Files.write(Files.createTempFile("proof", ".tmp"), made);
            int found = Collation.of(reference, RenderedAgainstTextTests.READER.readAsWritten(file)).discrepancies().size();
            Files.delete(file);
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void measure(String what, Supplier<?> work) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long[] took = new long[RUNS];
        long[] worked = new long[RUNS];
        for (int n = -WARM; n < RUNS; n++) {
            long start = System.nanoTime();
            long busy = threads.getCurrentThreadCpuTime();
            work.get();
            took[Math.max(0, n)] = System.nanoTime() - start;
            worked[Math.max(0, n)] = threads.getCurrentThreadCpuTime() - busy;
        }
        Arrays.sort(took);
        Arrays.sort(worked);
        int p95 = RUNS * 95 / 100;
        System.out.printf("%s: of processor median %.1f ms, p95 %.1f ms; by the clock median %.1f ms, p95 %.1f ms%n",
                what, worked[RUNS / 2] / 1e6, worked[p95] / 1e6, took[RUNS / 2] / 1e6, took[p95] / 1e6);
    }
}
