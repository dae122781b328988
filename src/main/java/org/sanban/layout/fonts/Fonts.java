package org.sanban.layout.fonts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The fonts of this office by role: its own first, then the open ones, each character by itself. Files are read when they are first
 * needed and kept. Nothing is ever fetched from anywhere.
 */
public final class Fonts {

    /**
     * A font for a character.
     *
     * @param own it is one that the standard names
     * @param first it is the first font that this machine has for the role
     */
    public record Choice(Typeface face, boolean own, boolean first) {}

    private static final Logger LOG = LoggerFactory.getLogger(Fonts.class);
    private static final int DEEP = 8;

    /** 文: every Chinese font has it. */
    private static final int COMMON = 0x6587;

    /** Where systems keep fonts: Debian, Kylin and UOS; TeX; Windows; macOS. */
    private static final List<String> SYSTEM = List.of(
            "/usr/share/fonts", "/usr/local/share/fonts", "/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol", "C:/Windows/Fonts",
            "/Library/Fonts", "/System/Library/Fonts");

    /** Tens of megabytes a font: one process reads a file once, however many offices it serves or tests. */
    private static final Map<Read, Optional<Typeface>> READ = new ConcurrentHashMap<>();

    private record Read(Path file, FontList.Entry entry) {}

    private final FontList list;
    private final Map<String, Path> files = new HashMap<>();
    private final Map<FontRole, List<FontList.Entry>> here = new ConcurrentHashMap<>();

    /**
     * @param directory the office's own fonts, looked through first; it need not be there
     * @param over the office's own list of files by role, or null
     * @param system look where the system keeps its fonts, too
     */
    public Fonts(Path directory, @Nullable Path over, boolean system) {
        list = FontList.read(over);
        walk(directory);
        if (system) {
            SYSTEM.forEach(folder -> walk(Path.of(folder)));
        }
    }

    private void walk(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder, DEEP)) {
            all.filter(Files::isRegularFile).forEach(file -> files.putIfAbsent(file.getFileName().toString().toLowerCase(Locale.ROOT), file));
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("Fonts under {} cannot be read: {}", folder, e.getMessage());
        }
    }

    /** Is there a Chinese font for each role? A machine has others without having been given any. */
    public boolean ready() {
        return Stream.of(FontRole.values()).allMatch(role -> of(role, COMMON).isPresent());
    }

    /** The font in which this character stands in that role, empty where no font has it. */
    public Optional<Choice> of(FontRole role, int character) {
        boolean first = true;
        for (FontList.Entry entry : entries(role)) {
            Optional<Typeface> face = face(entry);
            if (face.isPresent()) {
                if (face.get().has(character)) {
                    return Optional.of(new Choice(face.get(), entry.own(), first));
                }
                first = false;
            }
        }
        return Optional.empty();
    }

    /** The first font of a role on this machine. */
    public Optional<Typeface> first(FontRole role) {
        return entries(role).stream().map(this::face).flatMap(Optional::stream).findFirst();
    }

    private List<FontList.Entry> entries(FontRole role) {
        return here.computeIfAbsent(role, r -> list.roles().getOrDefault(r, List.of()).stream().filter(entry -> file(entry).isPresent()).toList());
    }

    private Optional<Path> file(FontList.Entry entry) {
        return entry.files().stream().map(name -> files.get(name.toLowerCase(Locale.ROOT))).filter(java.util.Objects::nonNull).findFirst();
    }

    private Optional<Typeface> face(FontList.Entry entry) {
        return file(entry).flatMap(file -> READ.computeIfAbsent(new Read(file.toAbsolutePath(), entry), Fonts::load));
    }

    private static Optional<Typeface> load(Read read) {
        FontList.Entry entry = read.entry();
        Path file = read.file();
        try {
            Typeface face = new Typeface(entry.name(), FontFile.open(file, entry.face()));
            LOG.info("Font {} read from {}", entry.name(), file);
            return Optional.of(face);
        } catch (IOException | RuntimeException e) {
            LOG.warn("Font {} cannot be read from {}: {}", entry.name(), file, e.getMessage());
            return Optional.empty();
        }
    }
}
