package org.sanban.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sanban.testing.Alongside;

/**
 * The Word files as an independent reader prints them: the same pages, the same lines on them, every character and every line across the page within
 * half a millimetre of where the paper has it, which the tests of the PDF hold against the standard.
 *
 * <p>Two things that a Word file says LibreOffice reads not at all or the wrong way round before its version 24.8: that nothing is added between
 * Chinese and digits (autoSpaceDE, autoSpaceDN), and that no mark hangs over the edge (overflowPunct). So it is told again, in its own format. The
 * fonts that the standard names are not there; one with their widths stands in for all, but that its dash is narrower: of lines with a dash the end or the
 * middle counts by which they are set.
 */
@Alongside
class WordInLibreOfficeTests {

    private static final Path PROGRAM = Path.of("/usr/bin/soffice");
    private static final String STANDS_IN = "Noto Sans Mono CJK SC";
    private static final double ONE_LINE = 1.5;
    /** Word knows sizes of half points only. */
    private static final double HALF_A_POINT = 0.18;

    @TempDir
    Path folder;

    @Test
    void aWordFileIsPrintedOnTheSamePagesInTheSameLinesWithEverythingAtItsPlace() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(PROGRAM), "LibreOffice is not installed (apt-get install libreoffice-writer-nogui): the Word files are not looked at in it");
        Typesetting typesetting = OpenFonts.typesetting();
        Map<String, Paper> papers = new LinkedHashMap<>(TenPapers.all());
        papers.put("order", TenPapers.order());
        List<String> names = papers.keySet().stream().toList();
        for (int n = 0; n < names.size(); n++) {
            Files.write(folder.resolve(n + ".docx"), typesetting.docx(papers.get(names.get(n))));
        }
        converted("fodt", IntStream.range(0, names.size()).mapToObj(n -> n + ".docx"));
        for (int n = 0; n < names.size(); n++) {
            toldAgain(folder.resolve(n + ".fodt"));
        }
        converted("pdf", IntStream.range(0, names.size()).mapToObj(n -> n + ".fodt"));
        for (int n = 0; n < names.size(); n++) {
            byte[] here = typesetting.pdf(typesetting.set(papers.get(names.get(n))), "");
            byte[] there = Files.readAllBytes(folder.resolve(n + ".pdf"));
            same(names.get(n), PdfReader.read(here), PdfReader.readUpright(there));
            if (n != names.indexOf("9 across")) {
                sameLines(names.get(n), PdfStrokes.level(here), PdfStrokes.level(there));
            }
        }
    }

    private static void same(String paper, Printed here, Printed there) {
        assertThat(there.pages()).as("pages of " + paper).isEqualTo(here.pages());
        for (int page = 1; page <= here.pages(); page++) {
            for (boolean upwards : new boolean[] {false, true}) {
                List<List<Printed.Sign>> mine = lines(here, page, upwards);
                List<List<Printed.Sign>> theirs = lines(there, page, upwards);
                assertThat(theirs.stream().map(WordInLibreOfficeTests::text).toList()).as("lines of page " + page + " of " + paper)
                        .isEqualTo(mine.stream().map(WordInLibreOfficeTests::text).toList());
                for (int n = 0; n < mine.size(); n++) {
                    same(mine.get(n), theirs.get(n), "\"" + text(mine.get(n)) + "\" on page " + page + " of " + paper);
                }
            }
        }
    }

    private static void same(List<Printed.Sign> mine, List<Printed.Sign> theirs, String what) {
        if (text(mine).contains("—")) {
            double off = DoubleStream.of(
                    theirs.getFirst().x() - mine.getFirst().x(), middle(theirs.getFirst(), theirs.getLast()) - middle(mine.getFirst(), mine.getLast()),
                    theirs.getLast().right() - mine.getLast().right()).map(Math::abs).min().orElseThrow();
            assertThat(off).as("left, middle or right of " + what).isLessThan(Printed.EXACT);
        }
        for (int n = 0; n < mine.size(); n++) {
            String one = mine.get(n).text() + " of " + what;
            if (!text(mine).contains("—")) {
                assertThat(middle(theirs.get(n), theirs.get(n))).as(one + " from the left").isCloseTo(middle(mine.get(n), mine.get(n)), within(Printed.EXACT));
            }
            assertThat(theirs.get(n).base()).as(one + " from the top").isCloseTo(mine.get(n).base(), within(Printed.EXACT));
            assertThat(theirs.get(n).size()).as("size of " + one).isCloseTo(mine.get(n).size(), within(HALF_A_POINT));
        }
    }

    private static void sameLines(String paper, List<Printed.Line> here, List<Printed.Line> there) {
        for (Printed.Line mine : here) {
            assertThat(there).as(mine + " of " + paper).anySatisfy(theirs -> {
                assertThat(theirs.page()).isEqualTo(mine.page());
                assertThat(theirs.y1()).isCloseTo(mine.y1(), within(Printed.EXACT));
                assertThat(theirs.x1()).isCloseTo(mine.x1(), within(Printed.EXACT));
                assertThat(theirs.x2()).isCloseTo(mine.x2(), within(Printed.EXACT));
                assertThat(theirs.width()).isCloseTo(mine.width(), within(0.02));
            });
        }
        assertThat(there).as("lines of " + paper).allSatisfy(theirs -> assertThat(here).anySatisfy(mine -> {
            assertThat(mine.page()).isEqualTo(theirs.page());
            assertThat(mine.y1()).isCloseTo(theirs.y1(), within(Printed.EXACT));
        }));
    }

    /** What stands at one height, from the left; of what runs upwards as it is read with the page on its side. */
    private static List<List<Printed.Sign>> lines(Printed printed, int page, boolean upwards) {
        List<Printed.Sign> signs = printed.signs().stream().filter(sign -> sign.page() == page && sign.upwards() == upwards && !sign.text().isBlank())
                .map(sign -> upwards ? sign.onItsSide() : sign).sorted(Comparator.comparingDouble(Printed.Sign::base)).toList();
        List<List<Printed.Sign>> lines = new ArrayList<>();
        for (Printed.Sign sign : signs) {
            if (lines.isEmpty() || sign.base() - lines.getLast().getLast().base() > ONE_LINE) {
                lines.add(new ArrayList<>());
            }
            lines.getLast().add(sign);
        }
        lines.forEach(line -> line.sort(Comparator.comparingDouble(Printed.Sign::x)));
        return lines;
    }

    private static double middle(Printed.Sign first, Printed.Sign last) {
        return (first.x() + last.right()) / 2;
    }

    private static String text(List<Printed.Sign> line) {
        return line.stream().map(Printed.Sign::text).collect(Collectors.joining());
    }

    private static void toldAgain(Path file) throws IOException {
        Files.writeString(file, Files.readString(file).replace("style:text-autospace=\"ideograph-alpha\"", "style:text-autospace=\"none\"")
                .replace("style:punctuation-wrap=\"hanging\"", "style:punctuation-wrap=\"simple\""));
    }

    private void converted(String format, Stream<String> files) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                PROGRAM.toString(), "-env:UserInstallation=" + folder.resolve("profile").toUri(), "--headless", "--convert-to", format, "--outdir", folder.toString()));
        files.forEach(file -> command.add(folder.resolve(file).toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(folder.resolve("said").toFile());
        builder.environment().put("FONTCONFIG_FILE", Files.writeString(folder.resolve("fonts.conf"), fonts()).toString());
        Process process = builder.start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("LibreOffice ends").isTrue();
    }

    private static String fonts() {
        Figures figures = Figures.read(null);
        String all = Stream.of(org.sanban.layout.fonts.FontRole.values()).map(role -> """
                <match target="pattern"><test name="family"><string>%s</string></test>
                <edit name="family" mode="assign" binding="strong"><string>%s</string></edit></match>
                """.formatted(figures.text("docx." + role.name()), STANDS_IN)).collect(Collectors.joining());
        return "<?xml version=\"1.0\"?><fontconfig>\n" + all + "<include>/etc/fonts/fonts.conf</include></fontconfig>";
    }
}
