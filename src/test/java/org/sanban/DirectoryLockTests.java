package org.sanban;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sanban.testing.Alongside;

/** Two starts on one directory: the second is refused as long as the first lives. */
@Alongside
class DirectoryLockTests {

    @TempDir
    Path var;

    @Test
    void aSecondStartIsRefusedInOneSentenceWhileTheFirstLivesAndNotAfterItWasKilled() throws Exception {
        Path directory = var.resolve("postgres");
        Process other = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(), "-cp", System.getProperty("java.class.path"),
                        Other.class.getName(), directory.toString())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader said = other.inputReader()) {
            assertThat(said.readLine()).isEqualTo("taken");
            assertThatThrownBy(() -> DirectoryLock.take(directory))
                    .isInstanceOf(DirectoryLock.Taken.class)
                    .hasMessage("Another Sanban (process " + other.pid() + ") works on " + directory
                            + ": stop that one first, or give this one a directory and a port of its own.");
        } finally {
            other.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
        }
        DirectoryLock.take(directory).close();
    }

    @Test
    void norIsItTakenTwiceByOneProcessUntilItLetsGo() throws IOException {
        try (DirectoryLock first = DirectoryLock.take(var.resolve("postgres"))) {
            assertThat(first.directory()).isEqualTo(var.resolve("postgres"));
            assertThatThrownBy(() -> DirectoryLock.take(var.resolve("postgres"))).isInstanceOf(DirectoryLock.Taken.class);
            DirectoryLock.take(var.resolve("another")).close();
        }
        DirectoryLock.take(var.resolve("postgres")).close();
    }

    /** The other process: takes the directory and keeps it until it is killed. */
    static class Other {
        public static void main(String[] args) throws Exception {
            try (DirectoryLock lock = DirectoryLock.take(Path.of(args[0]))) {
                System.out.println(lock == null ? "" : "taken");
                Thread.currentThread().join();
            }
        }
    }
}
