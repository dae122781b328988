package org.sanban.layout.fonts;

import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.cff.CFFCIDFont;
import org.apache.fontbox.cff.CFFFont;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.fontbox.ttf.TrueTypeFont;

/**
 * One font, whatever kind of file it came from. Shapes are read once and kept. May be used by several threads.
 *
 * <p>What stands in a paper is a font made of these shapes, never the file: see {@link SmallFont}.
 */
public final class Typeface {

    private final String name;
    private final TrueTypeFont font;
    private final CmapLookup characters;
    private final int em;
    private final Map<Integer, Glyph> glyphs = new ConcurrentHashMap<>();

    Typeface(String name, TrueTypeFont font) throws IOException {
        this.name = name;
        this.font = font;
        this.characters = font.getUnicodeCmapLookup();
        this.em = font.getUnitsPerEm();
    }

    /** As shown to people, e.g. {@code FandolFang R}. */
    public String name() {
        return name;
    }

    public int unitsPerEm() {
        return em;
    }

    public boolean has(int character) {
        return characters.getGlyphId(character) != 0;
    }

    /** The shape of a character that it {@link #has}. */
    public Glyph glyph(int character) {
        Glyph known = glyphs.get(character);
        return known != null ? known : read(character);
    }

    private synchronized Glyph read(int character) {
        return glyphs.computeIfAbsent(character, c -> {
            try {
                int id = characters.getGlyphId(c);
                return new Outline(path(id)).glyph((double) font.getAdvanceWidth(id) / em, em);
            } catch (IOException e) {
                throw new UncheckedIOException(name, e);
            }
        });
    }

    /** The outline of a character that it {@link #has}, in font units. */
    public synchronized GeneralPath shape(int character) {
        try {
            return path(characters.getGlyphId(character));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    private GeneralPath path(int id) throws IOException {
        if (font instanceof OpenTypeFont open && open.isPostScript()) {
            CFFFont shapes = open.getCFF().getFont();
            return shapes.getType2CharString(shapes instanceof CFFCIDFont ? shapes.getCharset().getCIDForGID(id) : id).getPath();
        }
        var shape = font.getGlyph().getGlyph(id);
        return shape == null ? new GeneralPath() : shape.getPath();
    }
}
