package org.sanban.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;

/** Where the bytes lie, named by their SHA-256. What is kept is never overwritten. The disk is one such place. */
public interface ContentStore {

    /** A new, empty draft. Closing it without {@link Draft#keep} leaves nothing behind. */
    Draft draft() throws IOException;

    boolean has(String sha256);

    /**
     * Opens a kept content.
     *
     * @throws ContentDamaged if it is missing or has another size than {@code size}
     */
    InputStream open(String sha256, long size);

    /** Reads the whole content again: does it still have this hash? False also when it is missing. */
    boolean verify(String sha256);

    /** Everything that is kept, with the time of the last {@link Draft#keep}. Close the stream. */
    Stream<Held> held() throws IOException;

    /** Removes a content that nothing in the database names, and drafts that a crash left. Only the sweep calls it. */
    void drop(String sha256) throws IOException;

    /** Removes drafts begun before {@code before}, which a crash left behind. */
    void dropDraftsBefore(Instant before) throws IOException;

    record Held(String sha256, Instant at) {}

    /** Bytes that came in and are not yet accepted. */
    interface Draft extends Closeable {
        /** A local file on the volume of the store. */
        Path path();

        /** Makes the draft durable under its hash; nothing happens to one that is there already. */
        void keep(String sha256) throws IOException;
    }
}
