package org.sanban.outgoing.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.sanban.collation.Comparisons;
import org.sanban.outgoing.RenderedProofs;
import org.sanban.outgoing.RenderedProofs.As;
import org.sanban.pages.NotFound;
import org.sanban.people.Actor;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A paper handed out as a file, to a browser or a program. */
final class FormFiles {

    private static final Map<As, MediaType> TYPES = Map.of(
            As.PDF, MediaType.APPLICATION_PDF, As.OFD, MediaType.parseMediaType("application/ofd"),
            As.DOCX, MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document"));

    private FormFiles() {}

    /** @param as {@code pdf}, {@code ofd} or {@code docx} */
    static ResponseEntity<byte[]> answer(RenderedProofs proofs, long id, String as, Actor by) {
        As what = Arrays.stream(As.values()).filter(one -> one.name().toLowerCase(Locale.ROOT).equals(as)).findFirst().orElseThrow(NotFound::new);
        Comparisons.Made made = proofs.file(id, what, by);
        return ResponseEntity.ok().contentType(Objects.requireNonNull(TYPES.get(what))).cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(made.name(), StandardCharsets.UTF_8).build().toString())
                .body(made.content());
    }
}
