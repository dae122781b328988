package org.sanban.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.sanban.files.ContentStore.Draft;
import org.sanban.files.Passage.Place;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes bytes in: counted, hashed, recognised, examined, and only then kept. Whatever is refused leaves nothing on disk. */
@Component
class Intake {

    /** What was kept. */
    record Kept(String sha256, long size, FileType type, String name, ExtractedText inside) {}

    /** Asked before anything is kept; refuses by throwing. */
    interface Gate {
        void pass(Passage passage);
    }

    private static final Logger log = LoggerFactory.getLogger(Intake.class);

    private final ContentStore store;
    private final FilesSettings settings;
    private final Sniffer sniffer;
    private final TextReader reader;

    Intake(ContentStore store, FilesSettings settings) {
        this.store = store;
        this.settings = settings;
        this.sniffer = new Sniffer(new ZipLimits(settings.zipEntries(), settings.inflated().toBytes()));
        this.reader = new TextReader(settings);
    }

    Kept take(Upload upload, Gate gate) {
        String name = FileName.clean(upload.name());
        gate.pass(new Passage(Place.NAME, name));
        try (InputStream in = upload.content(); Draft draft = store.draft()) {
            MessageDigest digest = Hash.digest();
            long size = copy(in, draft.path(), digest);
            refuseIf(size == 0, "files.refusal.empty");
            FileType type = recognise(draft.path(), name);
            ExtractedText inside = inside(draft.path(), type);
            inside.passages().forEach(gate::pass);
            String sha256 = Hash.hex(digest);
            draft.keep(sha256);
            return new Kept(sha256, size, type, name, inside);
        } catch (IOException e) {
            log.error("A file could not be kept", e);
            throw new Refused(Objection.of("files.refusal.disk").at("file"));
        }
    }

    private long copy(InputStream in, Path draft, MessageDigest digest) throws IOException {
        byte[] buffer = new byte[65536];
        long size = 0;
        try (OutputStream out = Files.newOutputStream(draft)) {
            for (int n; (n = read(in, buffer)) > 0; ) {
                size += n;
                refuseIf(size > settings.maxSize().toBytes(), "files.refusal.too-large", settings.maxSize().toMegabytes());
                if (size == n || size % (8L << 20) < n) {
                    refuseIf(Files.getFileStore(draft).getUsableSpace() < settings.reserve().toBytes(), "files.refusal.disk");
                }
                digest.update(buffer, 0, n);
                out.write(buffer, 0, n);
            }
        }
        return size;
    }

    private static int read(InputStream in, byte[] buffer) {
        try {
            return in.read(buffer);
        } catch (IOException e) {
            throw new Refused(Objection.of("files.refusal.broken-off").at("file"));
        }
    }

    private FileType recognise(Path draft, String name) throws IOException {
        FileType type;
        try {
            type = sniffer.typeOf(draft);
        } catch (java.util.zip.ZipException e) {
            throw new Refused(Objection.of("files.refusal.damaged", name).at("file"));
        }
        if (!settings.allowed().contains(type)) {
            throw new Refused(Objection.of("files.refusal.type." + type.name(), name).at("file"));
        }
        if (!type.fits(name)) {
            throw new Refused(Objection.of("files.refusal.lying-name." + type.name(), name).at("file"));
        }
        return type;
    }

    private ExtractedText inside(Path draft, FileType type) {
        try {
            return reader.read(draft, type);
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | ClassCastException e) {
            throw new Refused(Objection.of("files.refusal.damaged", type.name()).at("file"));
        }
    }

    private static void refuseIf(boolean condition, String code, Object... args) {
        if (condition) {
            throw new Refused(Objection.of(code, args).at("file"));
        }
    }
}
