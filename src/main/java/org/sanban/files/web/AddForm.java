package org.sanban.files.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sanban.files.Attachment;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.pages.RequestId;
import org.springframework.web.multipart.MultipartFile;

/** What is typed and chosen to add files. */
public record AddForm(@Nullable String subject, Attachment.@Nullable Copy copy, @Nullable List<MultipartFile> file, @Nullable String requestId) {

    static AddForm empty(String subject) {
        return new AddForm(subject, Attachment.Copy.ATTACHMENT, null, null);
    }

    /** The files that were chosen; refused if none was. */
    List<MultipartFile> given() {
        List<MultipartFile> given = file == null ? List.of()
                : file.stream().filter(f -> f.getOriginalFilename() != null && !f.getOriginalFilename().isEmpty()).toList();
        if (given.isEmpty()) {
            throw new Refused(Objection.of("files.refusal.choose").at("file"));
        }
        return given;
    }

    Attachment.Copy copyOrDefault() {
        return copy == null ? Attachment.Copy.ATTACHMENT : copy;
    }

    String request() {
        return requestId == null || requestId.isBlank() || requestId.length() > 100 ? RequestId.next() : requestId;
    }
}
