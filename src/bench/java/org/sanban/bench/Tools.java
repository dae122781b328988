package org.sanban.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Programs of the machine that the rehearsals need, and the files of bin/cluster that an office runs them with. */
final class Tools {

    private static final Path FILES = Path.of("bin", "cluster").toAbsolutePath();

    private Tools() {}

    /** Which of these are not on the PATH. */
    static List<String> missing(String... programs) {
        return Arrays.stream(programs)
                .filter(program -> Stream.of(System.getenv("PATH").split(":")).noneMatch(folder -> Files.isExecutable(Path.of(folder, program)))).toList();
    }

    static Path file(String name) {
        return FILES.resolve(name);
    }

    /** The file with its values, written into a directory. */
    static Path filled(String name, Path into, String... values) throws IOException {
        List<String> command = new ArrayList<>(List.of(file("fill").toString(), file(name).toString()));
        command.addAll(List.of(values));
        return Files.writeString(into.resolve(name), said(command));
    }

    /** PostgreSQL refuses to run as root: as the embedded server does, root steps into a user namespace. */
    static List<String> asNobody(String... command) {
        List<String> whole = new ArrayList<>("root".equals(System.getProperty("user.name")) ? List.of("unshare", "-U") : List.of());
        whole.addAll(List.of(command));
        return whole;
    }

    /** Runs to its end. */
    static String said(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " did not end well: " + said);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return said;
    }

    static Running start(Path log, String... command) throws IOException {
        return new Running(new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start());
    }

    /** A program in the background. */
    record Running(Process process) implements AutoCloseable {

        /** As a power cut would. */
        void kill() throws InterruptedException {
            process.destroyForcibly();
            process.waitFor();
        }

        @Override
        public void close() {
            process.destroy();
            try {
                if (!process.waitFor(30, TimeUnit.SECONDS)) {
                    kill();
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** The newest PostgreSQL of Debian, or that of the PATH. */
    static Path postgres() throws IOException {
        Path debian = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(debian)) {
            try (Stream<Path> versions = Files.list(debian)) {
                return versions.max(Comparator.comparingDouble(version -> Double.parseDouble(version.getFileName().toString()))).orElseThrow().resolve("bin");
            }
        }
        return Path.of(said(List.of("pg_config", "--bindir")).strip());
    }
}
