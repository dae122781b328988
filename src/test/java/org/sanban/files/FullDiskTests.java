package org.sanban.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sanban.pages.Refused;
import org.sanban.testing.Alongside;
import org.springframework.util.unit.DataSize;

/** A store whose disk is full, by the kernel's own full device and by a disk that fills up at the last moment. */
@Alongside
class FullDiskTests {

    private static final byte[] TEXT = "办文办会办事".repeat(50_000).getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path directory;

    /** @param at path of each draft; {@code last} whether keeping fails */
    private record Store(Path at, boolean last, AtomicInteger kept) implements ContentStore {

        @Override
        public Draft draft() {
            return new Draft() {
                @Override
                public Path path() {
                    return at;
                }

                @Override
                public void keep(String sha256) throws IOException {
                    if (last) {
                        throw new FileSystemException(at.toString(), null, "No space left on device");
                    }
                    kept.incrementAndGet();
                }

                @Override
                public void close() throws IOException {
                    if (Files.isRegularFile(at)) {
                        Files.delete(at);
                    }
                }
            };
        }

        @Override
        public boolean has(String sha256) {
            return false;
        }

        @Override
        public InputStream open(String sha256, long size) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean verify(String sha256) {
            return false;
        }

        @Override
        public Stream<Held> held() {
            return Stream.empty();
        }

        @Override
        public void drop(String sha256) {}

        @Override
        public void dropDraftsBefore(Instant before) {}
    }

    private void refusedAndNothingKept(Path draft, boolean last, long reserve) {
        FilesSettings settings = new FilesSettings(directory, DataSize.ofMegabytes(200), DataSize.ofBytes(reserve), EnumSet.allOf(FileType.class), 10, DataSize.ofMegabytes(1),
                Duration.ofSeconds(5), Duration.ofDays(1));
        Store store = new Store(draft, last, new AtomicInteger());
        Upload upload = new Upload("通知.txt", new ByteArrayInputStream(TEXT), Attachment.Copy.ATTACHMENT);
        assertThatThrownBy(() -> new Intake(store, settings).take(upload, passage -> {}))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.objections()).extracting("code").containsExactly("files.refusal.disk"));
        assertThat(store.kept()).hasValue(0);
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aFullDiskIsToldInASentenceAndNothingIsKept() {
        Path full = Path.of("/dev/full");
        assumeThat(full).exists();
        refusedAndNothingKept(full, false, 0);
    }

    @Test
    void aDiskThatIsFullAtTheLastMomentIsToldInTheSameSentence() {
        refusedAndNothingKept(directory.resolve("draft"), true, 0);
    }

    @Test
    void nothingIsTakenInBelowTheReserve() {
        refusedAndNothingKept(directory.resolve("draft"), false, Long.MAX_VALUE);
    }
}
