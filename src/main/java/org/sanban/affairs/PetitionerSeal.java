package org.sanban.affairs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Encrypts what is stored of petitioners, with AES-256-GCM; what was written for one affair opens for no other. The key is a file of 32 random bytes,
 * made when the first petitioner is written; whoever has only the database, or a copy of it, reads nothing. Where petitioners are stored a key that is
 * missing is brought back by a person: a second one would let the first be forgotten.
 */
@Component
class PetitionerSeal {

    private static final Logger LOG = LoggerFactory.getLogger(PetitionerSeal.class);
    private static final String HOW = "AES/GCM/NoPadding";
    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;

    PetitionerSeal(@Value("${sanban.affairs.petitioner-key:${sanban.files.directory:var/files}/../petitioners.key}") Path file) {
        this.file = file;
    }

    /**
     * @param first nothing is stored under a key yet
     * @throws Refused where the key is missing
     */
    byte[] seal(long affair, String text, boolean first) {
        byte[] nonce = random(NONCE);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, key(first), affair, nonce, text.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    }

    /** @throws Refused where the key is missing or another one, or the bytes were altered */
    String open(long affair, byte[] stored) {
        return new String(run(Cipher.DECRYPT_MODE, key(false), affair, Arrays.copyOf(stored, NONCE), Arrays.copyOfRange(stored, NONCE, stored.length)), StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, byte[] key, long affair, byte[] nonce, byte[] bytes) {
        try {
            Cipher cipher = Cipher.getInstance(HOW);
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(("affair/" + affair).getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            LOG.error("What is stored of the petitioner of affair {} does not open with the key in {}", affair, file, e);
            throw new Refused(Objection.of("affairs.refusal.petitioner-sealed"));
        }
    }

    private byte[] key(boolean first) {
        try {
            if (!Files.exists(file)) {
                if (!first) {
                    LOG.error("The key of the petitioners is missing: bring {} back from its copy", file);
                    throw new Refused(Objection.of("affairs.refusal.petitioner-sealed"));
                }
                make();
            }
            byte[] key = Files.readAllBytes(file);
            if (key.length != KEY) {
                throw new IllegalStateException(file + " is no key of " + KEY + " bytes");
            }
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Written beside and put in place whole, so that nobody reads half a key. */
    private void make() throws IOException {
        Path folder = file.toAbsolutePath().normalize().getParent();
        Files.createDirectories(folder);
        Path fresh = Files.createTempFile(folder, "petitioners", ".key", ownerOnly());
        Files.write(fresh, random(KEY));
        try {
            Files.createLink(file.toAbsolutePath().normalize(), fresh);
        } catch (FileAlreadyExistsException another) {
            // made at the same moment: that one counts
        } finally {
            Files.delete(fresh);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))} : new FileAttribute<?>[0];
    }

    private static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }
}
