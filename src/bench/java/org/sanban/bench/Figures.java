package org.sanban.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** What was measured, round by round, and the ratios of the medians. */
final class Figures {

    private final Map<String, List<Double>> samples = new LinkedHashMap<>();
    private final Map<String, Double> values = new LinkedHashMap<>();

    void sample(String name, double value) {
        samples.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
        System.out.printf(Locale.ROOT, "  %-32s %12.1f%n", name, value);
    }

    void value(String name, double value) {
        values.put(name, value);
    }

    /** The ratio of two medians of this run; nothing where one was not measured. */
    void ratio(String name, String of, String to) {
        if (samples.containsKey(of) && samples.containsKey(to)) {
            value(name, median(of) / median(to));
        }
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size())));
    }

    double median(String name) {
        return at(samples.getOrDefault(name, List.of()).stream().sorted().toList(), 0.5);
    }

    String table() {
        return samples.entrySet().stream().map(entry -> {
            List<Double> sorted = entry.getValue().stream().sorted().toList();
            return String.format(Locale.ROOT, "| %s | %,.1f | %,.1f | %,.1f |", entry.getKey(), sorted.getFirst(), at(sorted, 0.5), sorted.getLast());
        }).collect(Collectors.joining("\n", "| | min | median | max |\n|---|---|---|---|\n", "\n"));
    }

    String lines() {
        return values.entrySet().stream().map(entry -> String.format(Locale.ROOT, "%s %.2f", entry.getKey(), entry.getValue()))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    void write(Path directory, String conditions) {
        try {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve("performance.json"), JsonMapper.builder().build().writerWithDefaultPrettyPrinter()
                    .writeValueAsString(Map.of("conditions", conditions, "samples", samples, "values", values)));
            Files.writeString(directory.resolve("performance.md"), conditions + "\n\n" + table() + "\n```\n" + lines() + "```\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
