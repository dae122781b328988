package org.sanban.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** What a file is, decided by its content. The names it may carry follow from that, never the other way round. */
public enum FileType {
    PDF("application/pdf", "pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
    OFD("application/ofd", "ofd"),
    DOC("application/msword", "doc", "wps"),
    XLS("application/vnd.ms-excel", "xls", "et"),
    PPT("application/vnd.ms-powerpoint", "ppt", "dps"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg", "jpeg"),
    TIFF("image/tiff", "tif", "tiff"),
    TXT("text/plain", "txt", "csv", "md", "log"),
    ZIP("application/zip", "zip"),
    /** An office document that carries a program (宏). */
    MACRO("application/octet-stream"),
    /** An office document behind a password: nobody can look inside. */
    ENCRYPTED("application/octet-stream"),
    EXECUTABLE("application/octet-stream"),
    SCRIPT("application/octet-stream"),
    HTML("application/octet-stream"),
    SVG("application/octet-stream"),
    XML("application/octet-stream"),
    RTF("application/octet-stream", "rtf"),
    GIF("image/gif", "gif"),
    BMP("image/bmp", "bmp"),
    ARCHIVE("application/octet-stream"),
    UNKNOWN("application/octet-stream");

    private final String mediaType;
    private final Set<String> extensions;

    FileType(String mediaType, String... extensions) {
        this.mediaType = mediaType;
        this.extensions = Set.of(extensions);
    }

    /**
     * What a file is by its content: the one rule, for uploads and for whoever reads a file otherwise.
     *
     * @param zipEntries how many entries a zip may have
     * @param inflated bytes of text that are unpacked at most
     * @throws java.io.IOException if the file is damaged
     * @throws org.sanban.pages.Refused if it is a zip that swells beyond measure
     */
    public static FileType of(Path file, int zipEntries, long inflated) throws IOException {
        return new Sniffer(new ZipLimits(zipEntries, inflated)).typeOf(file);
    }

    public String mediaType() {
        return mediaType;
    }

    /** May a file of this type carry that name? */
    public boolean fits(String name) {
        return extensions.contains(extension(name));
    }

    /** Can a browser show it safely in a sandboxed frame? */
    public boolean shows() {
        return switch (this) {
            case PDF, PNG, JPEG, TXT -> true;
            default -> false;
        };
    }

    /** The part after the last dot, in small letters; empty if there is none. */
    static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
