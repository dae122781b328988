package org.sanban.layout.fonts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sanban.testing.Alongside;

@Alongside
class FontsTests {

    @Test
    void aMachineWithLatinFontsOnlyIsNotReadyToSetPapers(@TempDir Path folder) throws IOException {
        try (InputStream latin = PDDocument.class.getResourceAsStream("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
            Files.copy(Objects.requireNonNull(latin), folder.resolve("DejaVuSans.ttf"));
        }
        Fonts fonts = new Fonts(folder, null, false);
        assertThat(fonts.of(FontRole.SONG, 'A')).isPresent();
        assertThat(fonts.ready()).isFalse();
    }
}
