package org.sanban.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The rights of the endpoints, written down a second time in {@code rights.txt} and by hand. */
final class RightsTable {

    private RightsTable() {}

    /**
     * What is expected of an endpoint.
     *
     * @param rights one of them suffices; {@code signed-in} and {@code nobody} as said
     * @param values for the path and the address; those that start with {@code @} stand for something in the test's world
     * @param flag {@code titles}: titles of papers stand in its answer; {@code empty}: it may have nothing to show
     */
    record Expectation(String key, Set<String> rights, Map<String, String> values, String flag) {

        boolean open() {
            return rights.contains("nobody");
        }

        boolean lets(Set<String> held) {
            return open() || rights.contains("signed-in") || rights.stream().anyMatch(held::contains);
        }

        boolean titles() {
            return flag.equals("titles");
        }

        /** Kind of the subject it is about. */
        String kind() {
            return Stream.of("outgoing", "affair", "meeting").filter(kind -> names("@" + kind)).findFirst().orElse("incoming");
        }

        /** Is it about a subject, so that sight decides? */
        boolean aboutSubject() {
            return Stream.of("@subject", "@outgoing", "@affair", "@meeting", "@file", "@item").anyMatch(this::names);
        }

        /** Is it open to subjects of any kind, which is said in the address? */
        boolean ofAnyKind() {
            return names("incoming/@subject") || values.containsValue("incoming") && names("@subject");
        }

        /** The same about another kind of subject, which may have nothing to show there. */
        Expectation about(String kind) {
            Map<String, String> said = new LinkedHashMap<>(values);
            said.replaceAll((name, value) -> value.replace("incoming", kind).replace("@subject", "@" + kind));
            return new Expectation(key, rights, said, "empty");
        }

        private boolean names(String what) {
            return values.values().stream().anyMatch(v -> v.contains(what));
        }
    }

    static Map<String, Expectation> read() {
        Map<String, Expectation> table = new TreeMap<>();
        try (var in = Objects.requireNonNull(RightsTable.class.getResourceAsStream("rights.txt"))) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(RightsTable::line)
                    .forEach(e -> table.put(e.key(), e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }

    private static Expectation line(String line) {
        List<String> cells = Arrays.stream(line.split("\\|")).map(String::strip).toList();
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : cells.size() < 3 || cells.get(2).isEmpty() ? new String[0] : cells.get(2).split("\\s+")) {
            values.put(pair.split("=", 2)[0], pair.split("=", 2)[1]);
        }
        return new Expectation(cells.get(0), Set.of(cells.get(1).split("\\s+")), values, cells.size() > 3 ? cells.get(3) : "");
    }
}
