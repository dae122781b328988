package org.sanban.files.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import org.sanban.files.Attachment;
import org.sanban.files.Attachments;
import org.sanban.files.FileName;
import org.sanban.files.FileType;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Hands the bytes of a file to a browser so that they can do nothing there but be looked at. */
@Component
class Handing {

    /** Scripts, forms and loads are off; a PDF viewer of the browser needs to be out of the sandbox to start. */
    private static final String LOCKED = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'self'";
    private static final int HEAD = 65536;

    private final Attachments attachments;

    Handing(Attachments attachments) {
        this.attachments = attachments;
    }

    ResponseEntity<InputStreamResource> over(Attachment file, boolean inline) {
        BufferedInputStream content = new BufferedInputStream(attachments.open(file), HEAD);
        String type = file.type() == FileType.TXT ? "text/plain;charset=" + charset(content) : file.type().mediaType();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, inline ? type : "application/octet-stream")
                .header(HttpHeaders.CONTENT_DISPOSITION, FileName.disposition(inline, file.name()))
                .header("Content-Security-Policy", inline && file.type() == FileType.PDF ? LOCKED + "; object-src 'self'" : "sandbox; " + LOCKED)
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "SAMEORIGIN")
                .cacheControl(CacheControl.noStore())
                .contentLength(file.size())
                .body(new InputStreamResource(content));
    }

    /** UTF-8 if the beginning is; text that was taken in is one of the two. */
    private static String charset(InputStream content) {
        try {
            content.mark(HEAD);
            byte[] head = content.readNBytes(HEAD);
            content.reset();
            CharsetDecoder decoder = UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
            boolean utf8 = !decoder.decode(ByteBuffer.wrap(head), CharBuffer.allocate(HEAD), false).isError();
            return utf8 ? "UTF-8" : "GB18030";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
