package org.sanban.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** A process of its own that answers on a port, run as an office runs it (bin/java.options): started, killed, started again. */
final class Node implements AutoCloseable {

    static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private final Path log;
    private final int port;
    private final List<String> command;
    private final Map<String, String> surroundings = new HashMap<>();
    private Process process;

    /**
     * @param port 0 for a command that serves nobody
     * @param arguments of the JVM and the application, without the port
     */
    Node(Path log, int port, List<String> arguments) {
        this.log = log;
        this.port = port;
        this.command = new ArrayList<>(List.of(JAVA, "@bin/java.options", "-Xmx1g"));
        command.addAll(arguments);
        if (port > 0) {
            command.add("--server.port=" + port);
        }
    }

    /** Below the ports that the machine gives to those who call, so that it is still free when a killed process comes back. */
    static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (ServerSocket free = new ServerSocket(port)) {
                if (GIVEN.add(port)) {
                    return free.getLocalPort();
                }
            } catch (IOException e) {
                // somebody sits there: another one
            }
        }
    }

    /** The exit code of the command that verifies the audit trail: 0 where it is whole. */
    static int verify(Path log, List<String> application) throws IOException, InterruptedException {
        List<String> verifying = new ArrayList<>(application);
        verifying.add("--sanban.verify-audit");
        return new Node(log, 0, verifying).start().finish();
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    /** From the next start on its wall clock is an hour behind; that of the monotonic clock goes on. */
    void setClockBack(Path faketime) {
        surroundings.putAll(Map.of("LD_PRELOAD", faketime.toString(), "FAKETIME", "-1h", "FAKETIME_DONT_FAKE_MONOTONIC", "1", "DONT_FAKE_MONOTONIC", "1", "NO_FAKE_STAT", "1"));
    }

    /** And right again. */
    void setClockRight() {
        surroundings.clear();
    }

    Node start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(surroundings);
        process = builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
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

    /** Waits until everything that belongs to the start is done, the sample office too. */
    void served() throws InterruptedException {
        ready();
        while (!says("/actuator/health/readiness")) {
            Thread.sleep(50);
        }
    }

    private boolean says(String path) {
        try (Line line = new Line(port)) {
            return line.ask(Line.get(path, "none=0")).status() == 200;
        } catch (IOException e) {
            return false;
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
