package org.sanban.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/** Tells by the content what a file is. */
final class Sniffer {

    private static final int HEAD = 8192;
    private static final Pattern MARKUP =
            Pattern.compile("<(?:!doctype\\s+html|html|head|body|script|iframe|meta|svg|object|embed)[\\s>/]");
    private static final Pattern SCRIPT = Pattern.compile(
            "\\A\\s*(?:#!|@echo\\s+off|<\\?php|<%|on error resume next|set-executionpolicy|wscript\\.)");

    private final ZipLimits limits;

    Sniffer(ZipLimits limits) {
        this.limits = limits;
    }

    FileType typeOf(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        String text = new String(head, ISO_8859_1);
        if (text.startsWith("PK\3\4")) {
            return zip(file);
        }
        if (text.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
            return ole(file);
        }
        FileType binary = binary(text);
        return binary != FileType.UNKNOWN ? binary : textual(file, text);
    }

    private static FileType binary(String head) {
        if (head.startsWith("MZ") || head.startsWith("\u007fELF") || head.startsWith("\u00ca\u00fe\u00ba\u00be")
                || head.startsWith("\u00cf\u00fa\u00ed\u00fe") || head.startsWith("\u00ce\u00fa\u00ed\u00fe")) {
            return FileType.EXECUTABLE;
        }
        if (head.substring(0, Math.min(head.length(), 1024)).contains("%PDF-")) {
            return FileType.PDF;
        }
        if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
            return FileType.PNG;
        }
        if (head.startsWith("\u00ff\u00d8\u00ff")) {
            return FileType.JPEG;
        }
        if (head.startsWith("II*\0") || head.startsWith("MM\0*")) {
            return FileType.TIFF;
        }
        return other(head);
    }

    private static FileType other(String head) {
        if (head.startsWith("GIF8")) {
            return FileType.GIF;
        }
        if (head.startsWith("BM") && head.length() > 14 && head.startsWith("\0\0\0\0", 6)) {
            return FileType.BMP;
        }
        if (head.startsWith("{\\rtf")) {
            return FileType.RTF;
        }
        boolean packed = head.startsWith("Rar!") || head.startsWith("7z\u00bc\u00af") || head.startsWith("\u001f\u008b");
        return packed ? FileType.ARCHIVE : FileType.UNKNOWN;
    }

    private static FileType textual(Path file, String head) throws IOException {
        String low = head.toLowerCase(Locale.ROOT).replace("\0", "");
        if (MARKUP.matcher(low).find()) {
            return low.contains("<svg") ? FileType.SVG : FileType.HTML;
        }
        if (SCRIPT.matcher(low).find()) {
            return FileType.SCRIPT;
        }
        if (low.stripLeading().startsWith("<?xml")) {
            return FileType.XML;
        }
        return PlainText.charsetOf(file).isPresent() ? FileType.TXT : FileType.UNKNOWN;
    }

    private FileType zip(Path file) throws IOException {
        limits.checkDirectory(file);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            limits.check(zip);
            if (zip.stream().anyMatch(e -> e.getName().toLowerCase(Locale.ROOT).endsWith("vbaproject.bin"))) {
                return FileType.MACRO;
            }
            if (zip.getEntry("OFD.xml") != null) {
                return FileType.OFD;
            }
            if (zip.getEntry("[Content_Types].xml") == null) {
                return FileType.ZIP;
            }
            return zip.getEntry("word/document.xml") != null ? FileType.DOCX
                    : zip.getEntry("xl/workbook.xml") != null ? FileType.XLSX
                    : zip.getEntry("ppt/presentation.xml") != null ? FileType.PPTX : FileType.ZIP;
        }
    }

    /** Entries of an OLE directory are 128 bytes long and lie on multiples of that; each begins with its name. */
    private static FileType ole(Path file) throws IOException {
        FileType found = FileType.UNKNOWN;
        byte[] name = new byte[64];
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            for (long at = 512; at + 128 <= in.length(); at += 128) {
                in.seek(at);
                in.readFully(name);
                FileType here = stream(new String(name, UTF_16LE));
                if (here == FileType.MACRO || here == FileType.ENCRYPTED) {
                    return here;
                }
                found = here == FileType.UNKNOWN ? found : here;
            }
        }
        return found;
    }

    private static FileType stream(String name) {
        int end = name.indexOf('\0');
        return switch (end < 0 ? name : name.substring(0, end)) {
            case "WordDocument" -> FileType.DOC;
            case "Workbook", "Book" -> FileType.XLS;
            case "PowerPoint Document" -> FileType.PPT;
            case "_VBA_PROJECT", "_VBA_PROJECT_CUR" -> FileType.MACRO;
            case "EncryptedPackage" -> FileType.ENCRYPTED;
            default -> FileType.UNKNOWN;
        };
    }
}
