package org.sanban.layout.fonts;

import java.awt.geom.GeneralPath;
import java.io.IOException;

/** The outlines of a font by the numbers of its glyphs. */
interface Shapes {

    GeneralPath of(int glyph) throws IOException;

    static Shapes of(FontFile file) throws IOException {
        return file.has("CFF ") ? PostScriptShapes.read(file) : new TrueTypeShapes(file);
    }
}
