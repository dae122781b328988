package org.sanban.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Contents as plain files: {@code ab/cd/abcd…}, drafts under {@code incoming/} on the same volume. */
@Component
class DiskContentStore implements ContentStore {

    private final Path root;
    private final Path incoming;
    private final Clock clock;

    DiskContentStore(FilesSettings settings, Clock clock) throws IOException {
        this.root = settings.directory();
        this.incoming = root.resolve("incoming");
        this.clock = clock;
        Files.createDirectories(incoming);
    }

    @Override
    public Draft draft() throws IOException {
        Path path = Files.createTempFile(incoming, "", ".part");
        return new Draft() {
            @Override
            public Path path() {
                return path;
            }

            @Override
            public void keep(String sha256) throws IOException {
                settle(path, sha256);
            }

            @Override
            public void close() throws IOException {
                Files.deleteIfExists(path);
            }
        };
    }

    private void settle(Path draft, String sha256) throws IOException {
        sync(draft);
        Path target = place(sha256);
        Files.createDirectories(target.getParent());
        try {
            name(draft, target);
            sync(target.getParent());
        } catch (FileAlreadyExistsException e) {
            if (Files.size(target) != Files.size(draft)) {
                throw new ContentDamaged(sha256, "is kept with another size");
            }
            Files.setLastModifiedTime(target, FileTime.from(clock.instant()));
        }
    }

    /** A link appears at once and refuses to replace; where there are no links, a rename does the same work. */
    private static void name(Path draft, Path target) throws IOException {
        try {
            Files.createLink(target, draft);
        } catch (UnsupportedOperationException e) {
            if (Files.exists(target)) {
                throw new FileAlreadyExistsException(target.toString());
            }
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static void sync(Path path) throws IOException {
        boolean folder = Files.isDirectory(path);
        try (FileChannel channel =
                FileChannel.open(path, folder ? StandardOpenOption.READ : StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    @Override
    public boolean has(String sha256) {
        return Files.exists(place(sha256));
    }

    @Override
    public InputStream open(String sha256, long size) {
        Path path = place(sha256);
        try {
            if (Files.size(path) != size) {
                throw new ContentDamaged(sha256, "has " + Files.size(path) + " bytes instead of " + size);
            }
            return Files.newInputStream(path);
        } catch (IOException e) {
            throw new ContentDamaged(sha256, "cannot be read: " + e);
        }
    }

    @Override
    public boolean verify(String sha256) {
        try {
            return has(sha256) && Hash.of(place(sha256)).equals(sha256);
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public Stream<Held> held() throws IOException {
        return Files.find(root, 3, (path, about) -> about.isRegularFile() && path.getFileName().toString().length() == 64)
                .map(path -> new Held(path.getFileName().toString(), changed(path)));
    }

    @Override
    public void drop(String sha256) throws IOException {
        Files.deleteIfExists(place(sha256));
    }

    @Override
    public void dropDraftsBefore(Instant before) throws IOException {
        List<Path> drafts;
        try (Stream<Path> all = Files.list(incoming)) {
            drafts = all.filter(path -> changed(path).isBefore(before)).toList();
        }
        for (Path draft : drafts) {
            Files.deleteIfExists(draft);
        }
    }

    private static Instant changed(Path path) {
        try {
            return Files.getLastModifiedTime(path).toInstant();
        } catch (IOException e) {
            return Instant.MAX; // gone meanwhile
        }
    }

    private Path place(String sha256) {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a hash: " + sha256);
        }
        return root.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2, 4)).resolve(sha256);
    }
}
