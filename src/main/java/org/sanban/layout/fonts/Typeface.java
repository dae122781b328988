package org.sanban.layout.fonts;

import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One font, whatever kind of file it came from. The shapes in use are kept, the others stay in the file. May be used by several threads.
 *
 * <p>What stands in a paper is a font made of these shapes, never the file: see {@link SmallFont}.
 */
public final class Typeface {

    /** Ordinary papers have about so many characters; a few pages, so many. */
    private static final int GLYPHS_KEPT = 4000;
    private static final int OUTLINES_KEPT = 600;

    private final String name;
    private final Characters characters;
    private final Shapes shapes;
    private final ByteBuffer widths;
    private final int widthsKnown;
    private final int em;
    private final Map<Integer, Glyph> glyphs = new ConcurrentHashMap<>();
    private final Map<Integer, GeneralPath> outlines = new HashMap<>();

    Typeface(String name, FontFile file) throws IOException {
        this.name = name;
        this.characters = Characters.read(file);
        this.shapes = Shapes.of(file);
        this.widths = file.table("hmtx");
        this.widthsKnown = file.table("hhea").getShort(34) & 0xFFFF;
        this.em = file.table("head").getShort(18) & 0xFFFF;
    }

    /** As shown to people, e.g. {@code FandolFang R}. */
    public String name() {
        return name;
    }

    public int unitsPerEm() {
        return em;
    }

    public boolean has(int character) {
        return characters.glyph(character) != 0;
    }

    /** The shape of a character that it {@link #has}. */
    public Glyph glyph(int character) {
        Glyph known = glyphs.get(character);
        return known != null ? known : read(character);
    }

    private synchronized Glyph read(int character) {
        if (glyphs.size() >= GLYPHS_KEPT) {
            glyphs.clear();
        }
        return glyphs.computeIfAbsent(character, c -> new Outline(outline(c)).glyph((double) advance(c) / em, em));
    }

    /** In font units; glyphs behind those whose width is told are as wide as the last of them. */
    private int advance(int character) {
        return widths.getShort(Math.min(characters.glyph(character), widthsKnown - 1) * 4) & 0xFFFF;
    }

    /** The outline of a character that it {@link #has}, in font units; nobody changes it. */
    public synchronized GeneralPath shape(int character) {
        if (outlines.size() >= OUTLINES_KEPT) {
            outlines.clear();
        }
        return outlines.computeIfAbsent(character, this::outline);
    }

    private GeneralPath outline(int character) {
        try {
            return shapes.of(characters.glyph(character));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
