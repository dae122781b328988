package org.sanban.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process of its own that answers on a port: started, killed, started again. */
final class Node implements AutoCloseable {

    static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private final Path log;
    private final int port;
    private final List<String> command;
    private Process process;

    /**
     * @param port 0 for a command that serves nobody
     * @param arguments of the JVM and the application, without the port
     */
    Node(Path log, int port, List<String> arguments) {
        this.log = log;
        this.port = port;
        this.command = new ArrayList<>(List.of(JAVA, "-Xmx1g", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(arguments);
        if (port > 0) {
            command.add("--server.port=" + port);
        }
    }

    static int freePort() {
        try (java.net.ServerSocket free = new java.net.ServerSocket(0)) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    Node start() throws IOException {
        process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
        return this;
    }

    /** Waits until the door is shown. */
    void ready() throws InterruptedException {
        long began = System.nanoTime();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() - began > Duration.ofMinutes(3).toNanos()) {
                throw new IllegalStateException("nobody answers on " + port + ", see " + log);
            }
            Thread.sleep(5);
        }
    }

    boolean answers() {
        try (Line line = new Line(port)) {
            int status = line.ask(Line.get("/login", "none=0")).status();
            if (status >= 500) {
                throw new IllegalStateException("answered " + status + " on " + port + ", see " + log);
            }
            return status == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** As the kernel or a power cut would. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Runs to its end, for what ends by itself. */
    int finish() throws InterruptedException {
        if (!process.waitFor(10, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("does not end, see " + log);
        }
        return process.exitValue();
    }

    @Override
    public void close() throws InterruptedException {
        if (process != null) {
            process.destroy();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                kill();
            }
        }
    }
}
