package org.sanban;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * A directory that this process has for itself. The operating system lets go of it when the process ends, however it ends; so a
 * database server that still runs there although nobody holds the directory is an orphan.
 */
final class DirectoryLock implements AutoCloseable {

    /** Asked before the file is opened: closing any channel on it would let go of the lock of the whole process. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final Path file;
    private final FileChannel channel;

    private DirectoryLock(Path directory, Path file, FileChannel channel) {
        this.directory = directory;
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the directory, which need not exist yet; the lock lies beside it.
     *
     * @throws Taken when another process, or this one, has it
     */
    static DirectoryLock take(Path directory) throws IOException {
        Path whole = directory.toAbsolutePath().normalize();
        Path file = whole.resolveSibling(whole.getFileName() + ".lock");
        Files.createDirectories(file.getParent());
        if (!HELD.add(file)) {
            throw new Taken(whole, String.valueOf(ProcessHandle.current().pid()));
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            String holder = read(channel);
            channel.close();
            HELD.remove(file);
            throw new Taken(whole, holder);
        }
        channel.truncate(0).write(ByteBuffer.wrap(String.valueOf(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
        return new DirectoryLock(directory, file, channel);
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(20);
        channel.read(bytes, 0);
        return StandardCharsets.UTF_8.decode(bytes.flip()).toString();
    }

    Path directory() {
        return directory;
    }

    @Override
    public void close() throws IOException {
        channel.close();
        HELD.remove(file);
    }

    /** Somebody else works there. */
    static class Taken extends RuntimeException {

        Taken(Path directory, String holder) {
            super("Another Sanban (process " + holder + ") works on " + directory
                    + ": stop that one first, or give this one a directory and a port of its own.");
        }

        /** Says it in one sentence instead of a stack trace. */
        static class Analyzer extends AbstractFailureAnalyzer<Taken> {
            @Override
            protected FailureAnalysis analyze(Throwable root, Taken cause) {
                return new FailureAnalysis(
                        cause.getMessage(), "--sanban.embedded.directory=… and --sanban.embedded.port=… name others.", cause);
            }
        }
    }
}
