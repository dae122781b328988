package org.sanban.collation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Function;
import org.sanban.files.Attachment;
import org.sanban.files.Attachments;
import org.sanban.pages.Refused;
import org.springframework.stereotype.Component;

/** Reads the texts of files that are kept, were just made, or come in. */
@Component
public class ProofFiles {

    private final ProofReader reader;
    private final Attachments attachments;

    ProofFiles(ProofReader reader, Attachments attachments) {
        this.reader = reader;
        this.attachments = attachments;
    }

    /** The text of a kept file. @throws Refused as {@link ProofReader#read} */
    public ProofText read(Attachment file) {
        return copied(attachments.open(file), reader::read);
    }

    /** What a kept file says as it was written: see {@link ProofReader#paragraphs}. @throws Refused where it is damaged or too long */
    public String paragraphs(Attachment file) {
        return copied(attachments.open(file), reader::paragraphs);
    }

    /** The text of a file that the house just made itself. @throws Refused as {@link ProofReader#readAsWritten} */
    public ProofText readMade(byte[] file) {
        return copied(new ByteArrayInputStream(file), reader::readAsWritten);
    }

    /** What is done with a copy that is gone afterwards. */
    <T> T copied(InputStream content, Function<Path, T> work) {
        Path copy = null;
        try (InputStream in = content) {
            copy = Files.createTempFile("proof", ".tmp");
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            return work.apply(copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(copy);
        }
    }

    private static void delete(@org.jspecify.annotations.Nullable Path copy) {
        try {
            if (copy != null) {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
