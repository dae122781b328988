package org.sanban.layout.fonts;

import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.fontbox.cff.Type2CharString;
import org.apache.fontbox.cff.Type2CharStringParser;
import org.apache.fontbox.type1.Type1CharStringReader;

/**
 * Cubic outlines (CFF). Kept are where each glyph lies and the subroutines that glyphs share; the glyph itself is read when it is wanted. The
 * library draws it; its own reader of such fonts would keep all of them.
 *
 * @param parts fonts of a character collection consist of several, each with subroutines of its own
 * @param partFrom the first glyph of each run of glyphs and the part that they belong to
 */
record PostScriptShapes(PostScriptIndex glyphs, byte[][] shared, List<Part> parts, NavigableMap<Integer, Integer> partFrom) implements Shapes {

    private static final int CHAR_STRINGS = 17;
    private static final int PRIVATE = 18;
    private static final int SUBROUTINES = 19;
    private static final int DEFAULT_WIDTH = 20;
    private static final int NOMINAL_WIDTH = 21;
    private static final int PARTS = 0x0C00 + 36;
    private static final int SELECT = 0x0C00 + 37;
    private static final Type1CharStringReader NO_ACCENTS = name -> {
        throw new IOException("a glyph made of others: " + name);
    };

    record Part(byte[][] subroutines, int defaultWidth, int nominalWidth) {}

    static PostScriptShapes read(FontFile file) throws IOException {
        PostScriptIndex names = PostScriptIndex.read(file, file.part(PostScriptIndex.TABLE, 0, 4).get(2) & 0xFF);
        PostScriptIndex tops = PostScriptIndex.read(file, names.end());
        PostScriptIndex strings = PostScriptIndex.read(file, tops.end());
        PostScriptIndex shared = PostScriptIndex.read(file, strings.end());
        PostScriptDict top = PostScriptDict.of(tops.get(0));
        PostScriptIndex glyphs = PostScriptIndex.read(file, top.number(CHAR_STRINGS, 0));
        List<Part> parts = new ArrayList<>();
        NavigableMap<Integer, Integer> partFrom = new TreeMap<>();
        if (top.has(PARTS)) {
            PostScriptIndex dicts = PostScriptIndex.read(file, top.number(PARTS, 0));
            for (int n = 0; n < dicts.count(); n++) {
                parts.add(part(file, PostScriptDict.of(dicts.get(n))));
            }
            select(file, top.number(SELECT, 0), glyphs.count(), partFrom);
        } else {
            parts.add(part(file, top));
            partFrom.put(0, 0);
        }
        return new PostScriptShapes(glyphs, shared.all(), parts, partFrom);
    }

    private static Part part(FontFile file, PostScriptDict dict) throws IOException {
        int at = dict.number(PRIVATE, 1);
        PostScriptDict own = PostScriptDict.of(file.part(PostScriptIndex.TABLE, at, dict.number(PRIVATE, 0)).array());
        byte[][] subroutines = own.has(SUBROUTINES) ? PostScriptIndex.read(file, at + own.number(SUBROUTINES, 0)).all() : new byte[0][];
        return new Part(subroutines, own.number(DEFAULT_WIDTH, 0), own.number(NOMINAL_WIDTH, 0));
    }

    private static void select(FontFile file, int at, int glyphs, NavigableMap<Integer, Integer> partFrom) throws IOException {
        if (file.part(PostScriptIndex.TABLE, at, 1).get() == 0) {
            ByteBuffer each = file.part(PostScriptIndex.TABLE, at + 1, glyphs);
            for (int glyph = 0; glyph < glyphs; glyph++) {
                int part = each.get(glyph) & 0xFF;
                if (glyph == 0 || part != partFrom.lastEntry().getValue()) {
                    partFrom.put(glyph, part);
                }
            }
        } else {
            int ranges = file.part(PostScriptIndex.TABLE, at + 1, 2).getShort() & 0xFFFF;
            ByteBuffer range = file.part(PostScriptIndex.TABLE, at + 3, ranges * 3);
            while (range.hasRemaining()) {
                partFrom.put(range.getShort() & 0xFFFF, range.get() & 0xFF);
            }
        }
    }

    @Override
    public GeneralPath of(int glyph) throws IOException {
        Part part = parts.get(partFrom.floorEntry(glyph).getValue());
        String name = String.valueOf(glyph);
        List<Object> steps = new Type2CharStringParser("").parse(glyphs.get(glyph), shared, part.subroutines(), name);
        return new Type2CharString(NO_ACCENTS, "", name, glyph, steps, part.defaultWidth(), part.nominalWidth()).getPath();
    }
}
