package org.sanban.layout.fonts;

import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** Quadratic outlines. The library wants a file: it gets one with the tables of shapes and no others. */
record TrueTypeShapes(TrueTypeFont font) implements Shapes {

    private static final List<String> NEEDED = List.of("glyf", "head", "hhea", "hmtx", "loca", "maxp", "post");

    TrueTypeShapes(FontFile file) throws IOException {
        // As embedded in a document: without the tables of characters and names.
        this(new TTFParser(true).parse(new RandomAccessReadBuffer(small(file))));
    }

    private static byte[] small(FontFile file) throws IOException {
        List<ByteBuffer> bodies = new ArrayList<>();
        List<String> names = NEEDED.stream().filter(file::has).toList();
        for (String name : names) {
            bodies.add(file.table(name));
        }
        int at = 12 + names.size() * 16;
        ByteBuffer all = ByteBuffer.allocate(at + bodies.stream().mapToInt(ByteBuffer::remaining).sum());
        all.putInt(file.kind()).putShort((short) names.size()).putShort((short) 0).putInt(0);
        for (int n = 0; n < names.size(); n++) {
            int length = bodies.get(n).remaining();
            all.put(names.get(n).getBytes(StandardCharsets.US_ASCII)).putInt(0).putInt(at).putInt(length);
            at += length;
        }
        bodies.forEach(all::put);
        return all.array();
    }

    @Override
    public GeneralPath of(int glyph) throws IOException {
        GlyphData shape = font.getGlyph().getGlyph(glyph);
        return shape == null ? new GeneralPath() : shape.getPath();
    }
}
