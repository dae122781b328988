package org.sanban.files;

import java.io.IOException;
import java.io.InputStream;
import org.springframework.web.multipart.MultipartFile;

/**
 * A file that somebody hands in.
 *
 * @param name as given; cleaned before use
 * @param content read once, closed by the reader
 */
public record Upload(String name, InputStream content, Attachment.Copy copy) {

    public static Upload of(MultipartFile file, Attachment.Copy copy) throws IOException {
        String name = file.getOriginalFilename();
        return new Upload(name == null ? "" : name, file.getInputStream(), copy);
    }
}
