package org.sanban.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sanban.testing.Alongside;

/**
 * The Word files as an independent reader prints them: the same pages, each element at its place from the left within half a millimetre of the
 * standard, its line within two millimetres (where in a line a character stands, each program decides for itself).
 */
@Alongside
class WordInLibreOfficeTests {

    private static final Path PROGRAM = Path.of("/usr/bin/soffice");
    private static final double LINE_OF_ITS_OWN = 2;

    @TempDir
    Path folder;

    @Test
    void aWordFileIsPrintedOnTheSamePagesWithEveryElementAtItsPlace() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(PROGRAM), "LibreOffice is not installed (apt-get install libreoffice-writer-nogui): the Word files are not looked at in it");
        Typesetting typesetting = OpenFonts.typesetting();
        Map<String, Paper> papers = new LinkedHashMap<>();
        papers.put("notice", TenPapers.notice());
        papers.put("joint", TenPapers.joint());
        papers.put("recipients", TenPapers.manyRecipients());
        papers.put("minutes", TenPapers.minutes());
        papers.put("order", TenPapers.order());
        for (Map.Entry<String, Paper> paper : papers.entrySet()) {
            Files.write(folder.resolve(paper.getKey() + ".docx"), typesetting.docx(paper.getValue()));
        }
        printed(papers.keySet().stream().toList());
        papers.forEach((name, paper) -> {
            Printed there = PdfReader.read(read(folder.resolve(name + ".pdf")));
            Printed here = PdfReader.read(typesetting.pdf(typesetting.set(paper), ""));
            assertThat(there.pages()).as(name).isEqualTo(here.pages());
            for (String words : List.of(paper.number(), "为深入", "各市、州", "特急", "附件：", "（此件", "抄送：", "主送：", "出席：", "第128号", "《云岭省")) {
                same(name, words, here, there);
            }
        });
    }

    private static void same(String paper, String words, Printed here, Printed there) {
        Printed.Sign mine = found(here, words);
        if (mine == null) {
            return;
        }
        Printed.Sign theirs = found(there, words);
        assertThat(theirs).as(words + " of " + paper).isNotNull();
        assertThat(theirs.page()).as("page of " + words + " of " + paper).isEqualTo(mine.page());
        assertThat(theirs.x()).as(words + " of " + paper + " from the left").isCloseTo(mine.x(), within(Printed.EXACT));
        assertThat(theirs.size()).as(words + " of " + paper).isCloseTo(mine.size(), within(0.05));
        if (mine.page() == 1) {
            assertThat(theirs.base()).as(words + " of " + paper + " from the top").isCloseTo(mine.base(), within(LINE_OF_ITS_OWN));
        }
    }

    private static Printed.Sign found(Printed printed, String words) {
        StringBuilder all = new StringBuilder();
        printed.signs().forEach(sign -> all.append(sign.text()));
        int at = words.isEmpty() ? -1 : all.indexOf(words);
        return at < 0 ? null : printed.signs().get(all.codePointCount(0, at));
    }

    private void printed(List<String> names) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                PROGRAM.toString(), "-env:UserInstallation=" + folder.resolve("profile").toUri(), "--headless", "--convert-to", "pdf", "--outdir", folder.toString()));
        names.forEach(name -> command.add(folder.resolve(name + ".docx").toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(folder.resolve("said").toFile()).start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("LibreOffice ends").isTrue();
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
