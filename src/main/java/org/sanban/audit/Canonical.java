package org.sanban.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The encodings under the hashes, written a second time beside the functions of the database, so that verification does not have
 * to trust them: each field is its length in four bytes (-1 for none) and its bytes (forms 1 and 2), or a record as PostgreSQL sends it (form 3).
 */
final class Canonical {

    /** The number of the type {@code text} in PostgreSQL. */
    private static final int TEXT = 25;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    private final DataOutputStream out = new DataOutputStream(bytes);

    Canonical add(byte @Nullable [] field) {
        try {
            number(field == null ? -1 : field.length);
            out.write(field == null ? new byte[0] : field);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Canonical add(String field) {
        return add(field.getBytes(StandardCharsets.UTF_8));
    }

    Canonical add(@Nullable Long field) {
        return add(field == null ? null : ByteBuffer.allocate(8).putLong(field).array());
    }

    /** In microseconds, the resolution of the database. */
    Canonical add(Instant field) {
        return add(ChronoUnit.MICROS.between(Instant.EPOCH, field));
    }

    /** Texts as {@code record_send} writes them: how many, and of each its type and itself as a field. */
    static byte[] record(List<? extends @Nullable String> texts) {
        Canonical record = new Canonical();
        record.number(texts.size());
        for (String text : texts) {
            record.number(TEXT);
            record.add(text == null ? null : text.getBytes(StandardCharsets.UTF_8));
        }
        return record.bytes();
    }

    private void number(int number) {
        try {
            out.writeInt(number);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    byte[] sha256() {
        return sha256(bytes());
    }

    static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
