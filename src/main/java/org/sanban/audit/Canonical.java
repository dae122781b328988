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
import org.jspecify.annotations.Nullable;

/**
 * The encoding under the hashes, written a second time beside the functions of the database (form 1), so that verification
 * does not have to trust them: each field is its length in four bytes (-1 for none) and its bytes.
 */
final class Canonical {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    private final DataOutputStream out = new DataOutputStream(bytes);

    Canonical add(byte @Nullable [] field) {
        try {
            if (field == null) {
                out.writeInt(-1);
            } else {
                out.writeInt(field.length);
                out.write(field);
            }
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
