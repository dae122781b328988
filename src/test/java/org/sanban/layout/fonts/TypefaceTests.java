package org.sanban.layout.fonts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.geom.GeneralPath;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.fontbox.cff.CFFCIDFont;
import org.apache.fontbox.cff.CFFFont;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sanban.testing.Alongside;

/** What is read of a font file piece by piece is what the library finds when it reads all of it. */
@Alongside
class TypefaceTests {

    private static final String FACE = "NotoSansCJKsc-Regular";
    private static final Set<Integer> WANTED = "A9。—一岭函喆龥〔𠀀𪛖".codePoints().boxed().collect(Collectors.toSet());

    @Test
    void aCollectionOfPostScriptOutlinesIsReadAsTheLibraryReadsIt() throws IOException {
        Path file = Stream.of("var/fonts", "/usr/share/fonts/opentype/noto").map(folder -> Path.of(folder, "NotoSansCJK-Regular.ttc")).filter(Files::exists).findFirst().orElse(null);
        assumeTrue(file != null, "Noto Sans CJK is not installed");
        try (TrueTypeCollection all = new TrueTypeCollection(file.toFile())) {
            compare(new Typeface(FACE, FontFile.open(file, FACE)), Objects.requireNonNull(all.getFontByName(FACE)));
        }
    }

    @Test
    void aTrueTypeFontIsReadAsTheLibraryReadsIt(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("one.ttf");
        try (InputStream shipped = PDDocument.class.getResourceAsStream("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
            Files.copy(Objects.requireNonNull(shipped), file);
        }
        try (TrueTypeFont library = new TTFParser().parse(new RandomAccessReadBuffer(Files.readAllBytes(file)))) {
            compare(new Typeface("one", FontFile.open(file, null)), library);
        }
    }

    private static void compare(Typeface face, TrueTypeFont library) throws IOException {
        CmapLookup characters = library.getUnicodeCmapLookup();
        assertThat(face.unitsPerEm()).isEqualTo(library.getUnitsPerEm());
        for (int character = 1; character < 0x30000; character++) {
            assertThat(face.has(character)).as("U+%X", character).isEqualTo(characters.getGlyphId(character) != 0);
            if (face.has(character) && (character % 97 == 0 || WANTED.contains(character))) {
                int glyph = characters.getGlyphId(character);
                assertThat(steps(face.shape(character))).as("U+%X", character).isEqualTo(steps(path(library, glyph)));
                assertThat(face.glyph(character).advance()).as("U+%X", character).isEqualTo((double) library.getAdvanceWidth(glyph) / library.getUnitsPerEm());
            }
        }
    }

    private static GeneralPath path(TrueTypeFont font, int glyph) throws IOException {
        if (font instanceof OpenTypeFont open && open.isPostScript()) {
            CFFFont shapes = open.getCFF().getFont();
            return shapes.getType2CharString(shapes instanceof CFFCIDFont ? shapes.getCharset().getCIDForGID(glyph) : glyph).getPath();
        }
        var shape = font.getGlyph().getGlyph(glyph);
        return shape == null ? new GeneralPath() : shape.getPath();
    }

    private static String steps(GeneralPath path) {
        StringBuilder steps = new StringBuilder();
        double[] c = new double[6];
        for (PathIterator at = path.getPathIterator(null); !at.isDone(); at.next()) {
            Arrays.fill(c, 0);
            steps.append(at.currentSegment(c)).append(Arrays.toString(c));
        }
        return steps.toString();
    }
}
