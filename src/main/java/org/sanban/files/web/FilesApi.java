package org.sanban.files.web;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.sanban.audit.SubjectRef;
import org.sanban.files.Attachment;
import org.sanban.files.Attachments;
import org.sanban.files.Doors;
import org.sanban.files.Upload;
import org.sanban.people.Actor;
import org.sanban.people.Needs;
import org.sanban.people.SignedIn;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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

/** Files of subjects, for programs. */
@RestController
@RequestMapping("/api/files")
@Needs(Needs.SIGNED_IN)
class FilesApi {

    /** Why a file is withdrawn. */
    public record Voiding(String reason) {}

    /** Whether the bytes still have their hash. */
    public record Verification(long id, String sha256, boolean intact) {}

    private final Attachments attachments;
    private final Doors doors;
    private final Handing handing;
    private final Clock clock;

    FilesApi(Attachments attachments, Doors doors, Handing handing, Clock clock) {
        this.attachments = attachments;
        this.doors = doors;
        this.handing = handing;
        this.clock = clock;
    }

    @GetMapping
    List<Attachment> index(@RequestParam String subject, @SignedIn Actor by) {
        SubjectRef ref = FileLists.subject(subject);
        doors.forReading(ref, by);
        return attachments.of(ref);
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Attachment create(
            @RequestParam String subject, @RequestParam(defaultValue = "ATTACHMENT") Attachment.Copy copy, @RequestParam MultipartFile file,
            @RequestHeader("Idempotency-Key") String requestId, @SignedIn Actor by) throws IOException {
        SubjectRef ref = FileLists.subject(subject);
        doors.forAttaching(ref, by);
        return attachments.add(ref, Upload.of(file, copy), by, clock.instant(), requestId);
    }

    @GetMapping("/{id}")
    Attachment show(@PathVariable long id, @SignedIn Actor by) {
        return readable(id, by);
    }

    @GetMapping("/{id}/content")
    ResponseEntity<InputStreamResource> content(@PathVariable long id, @SignedIn Actor by) {
        return handing.over(readable(id, by), false);
    }

    @GetMapping("/{id}/verification")
    Verification verification(@PathVariable long id, @SignedIn Actor by) {
        Attachment file = readable(id, by);
        return new Verification(id, file.sha256(), attachments.verify(file));
    }

    @PostMapping("/{id}/voiding")
    Attachment createVoid(@PathVariable long id, @RequestBody Voiding voiding, @SignedIn Actor by) {
        doors.forAttaching(attachments.one(id).subject(), by);
        attachments.void_(id, voiding.reason(), by, clock.instant());
        return attachments.one(id);
    }

    private Attachment readable(long id, Actor by) {
        Attachment file = attachments.one(id);
        doors.forReading(file.subject(), by);
        return file;
    }
}
