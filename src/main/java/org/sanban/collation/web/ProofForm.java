package org.sanban.collation.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.RequestId;
import org.springframework.web.multipart.MultipartFile;

/** A proof that is handed in, or one of the files that the subject has already. */
public record ProofForm(@Nullable MultipartFile file, @Nullable Long kept, @Nullable String requestId) {

    static final ProofForm EMPTY = new ProofForm(null, null, null);

    boolean given() {
        return file != null && !file.isEmpty();
    }

    String request() {
        return requestId != null && requestId.matches("[0-9A-Za-z-]{8,64}") ? requestId : RequestId.next();
    }

    MultipartFile proof() {
        return Objects.requireNonNull(file);
    }
}
