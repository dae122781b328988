package org.sanban.collation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.collation.Comparison;
import org.sanban.collation.Comparisons;
import org.sanban.files.Attachment;
import org.sanban.files.Upload;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Proofs against what they have to say, for programs. */
@RestController
@RequestMapping("/api/collations/{kind}/{id}/{purpose}")
@Needs(Needs.SIGNED_IN)
@Tag(name = "collations")
class CollationApi {

    /** @param difference its {@code id}, not its number in the proof */
    record Confirming(@Nullable Long difference, @Nullable String reason) {}

    private final Comparisons comparisons;
    private final Clock clock;

    CollationApi(Comparisons comparisons, Clock clock) {
        this.comparisons = comparisons;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "All comparisons of a subject for one purpose, the latest first, with what differed and what became of it")
    List<Comparison> index(@PathVariable String kind, @PathVariable long id, @PathVariable String purpose, @SignedIn Actor by) {
        return comparisons.of(CollationPages.subject(kind, id), purpose, by);
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Compares a proof (PDF, OFD, DOCX) with the text as it stands")
    Comparison create(
            @PathVariable String kind, @PathVariable long id, @PathVariable String purpose, @RequestParam MultipartFile file,
            @RequestHeader("Idempotency-Key") String requestId, @SignedIn Actor by) throws IOException {
        SubjectRef subject = CollationPages.subject(kind, id);
        comparisons.of(subject, purpose, by);
        return comparisons.compare(subject, purpose, Upload.of(file, Attachment.Copy.RESULT), by, clock.instant(), requestId);
    }

    @PostMapping("/files/{file}")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Compares a file that the subject has already, such as a scan")
    Comparison createOf(
            @PathVariable String kind, @PathVariable long id, @PathVariable String purpose, @PathVariable long file,
            @RequestHeader("Idempotency-Key") String requestId, @SignedIn Actor by) {
        SubjectRef subject = CollationPages.subject(kind, id);
        comparisons.of(subject, purpose, by);
        return comparisons.compareKept(subject, purpose, file, by, clock.instant(), requestId);
    }

    @PostMapping("/confirmations")
    @Operation(summary = "Confirms that a difference stands; two persons are needed for one")
    List<Comparison> confirm(
            @PathVariable String kind, @PathVariable long id, @PathVariable String purpose, @RequestBody Confirming body, @SignedIn Actor by) {
        SubjectRef subject = CollationPages.subject(kind, id);
        comparisons.of(subject, purpose, by);
        if (body.difference() == null) {
            throw new Refused(Objection.of("collation.refusal.which").at("difference"));
        }
        comparisons.confirm(subject, purpose, body.difference(), body.reason(), by, clock.instant());
        return comparisons.of(subject, purpose, by);
    }
}
