package org.sanban.layout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.sanban.layout.fonts.Fonts;

/** The fonts of the tests: those of this machine, installed where it allows it, or a sentence that says what to do. */
public final class OpenFonts {

    private static Fonts fonts = fonts();

    private OpenFonts() {}

    static synchronized Fonts get() {
        if (!fonts.ready() && "root".equals(System.getProperty("user.name")) && Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
            run("apt-get", "update", "-q");
            run("apt-get", "install", "-qy", "--no-install-recommends", "fonts-noto-cjk");
            fonts = fonts();
        }
        if (!fonts.ready()) {
            throw new IllegalStateException("The tests of the layout need Chinese fonts: run bin/fonts once, or \"apt-get install fonts-noto-cjk\".");
        }
        return fonts;
    }

    public static Typesetting typesetting() {
        return new Typesetting(get(), Figures.read(null));
    }

    private static Fonts fonts() {
        return new Fonts(Path.of("var/fonts"), null, true);
    }

    private static void run(String... command) {
        try {
            new ProcessBuilder(command).inheritIO().start().waitFor(10, TimeUnit.MINUTES);
        } catch (IOException e) {
            // Said by the sentence above.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
