package org.sanban.files;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;

/**
 * How far a zip may go before it is taken for a bomb.
 *
 * @param entries largest number of entries
 * @param text bytes of text that are unpacked at most, counted while reading
 */
record ZipLimits(int entries, long text) {

    private static final int END = 22;
    private static final int LARGEST_COMMENT = 65535;
    private static final long LARGEST_DIRECTORY = 8L << 20;
    private static final long RATIO = 300;
    private static final long SMALL = 10L << 20;

    /** Reads the end record by hand, because opening the archive already loads its whole directory. */
    void checkDirectory(Path file) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            int length = (int) Math.min(in.length(), END + LARGEST_COMMENT);
            byte[] tail = new byte[length];
            in.seek(in.length() - length);
            in.readFully(tail);
            for (int at = length - END; at >= 0; at--) {
                if (tail[at] == 'P' && tail[at + 1] == 'K' && tail[at + 2] == 5 && tail[at + 3] == 6) {
                    refuseIf(number(tail, at + 10, 2) > entries || number(tail, at + 12, 4) > LARGEST_DIRECTORY);
                    return;
                }
            }
        }
        throw new ZipException("no end record");
    }

    /** What is declared must be believable; what is read is counted once more. */
    void check(ZipFile zip) {
        refuseIf(zip.size() > entries);
        refuseIf(zip.stream().anyMatch(ZipLimits::swells));
    }

    private static boolean swells(ZipEntry entry) {
        return entry.getSize() > SMALL && entry.getSize() / Math.max(1, entry.getCompressedSize()) > RATIO;
    }

    static void refuseIf(boolean bomb) {
        if (bomb) {
            throw new Refused(Objection.of("files.refusal.bomb").at("file"));
        }
    }

    private static long number(byte[] bytes, int at, int length) {
        long value = 0;
        for (int i = length - 1; i >= 0; i--) {
            value = value << 8 | bytes[at + i] & 0xff;
        }
        return value;
    }
}
