package org.sanban.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sanban.pages.Refused;
import org.sanban.testing.Alongside;

@Alongside
class SnifferTests {

    @TempDir
    Path folder;

    private final Sniffer sniffer = new Sniffer(new ZipLimits(1000, 1 << 20));

    @Test
    void everyTypeIsToldByItsContent() throws IOException {
        assertThat(type(Samples.pdf("x", "k", "n"))).isEqualTo(FileType.PDF);
        assertThat(type(Samples.docx("h", "b", "k"))).isEqualTo(FileType.DOCX);
        assertThat(type(Samples.xlsx("c"))).isEqualTo(FileType.XLSX);
        assertThat(type(Samples.pptx("l"))).isEqualTo(FileType.PPTX);
        assertThat(type(Samples.ofd("l"))).isEqualTo(FileType.OFD);
        assertThat(type(Samples.ole("WordDocument", "x"))).isEqualTo(FileType.DOC);
        assertThat(type(Samples.ole("Workbook", "x"))).isEqualTo(FileType.XLS);
        assertThat(type(Samples.picture("png"))).isEqualTo(FileType.PNG);
        assertThat(type(Samples.picture("jpg"))).isEqualTo(FileType.JPEG);
        assertThat(type(Samples.picture("tiff"))).isEqualTo(FileType.TIFF);
        assertThat(type("通知全文".getBytes(UTF_8))).isEqualTo(FileType.TXT);
        assertThat(type("通知全文".getBytes(Charset.forName("GB18030")))).isEqualTo(FileType.TXT);
    }

    @Test
    void programsPagesAndScriptsAreKnownUnderAnyName() throws IOException {
        assertThat(type("MZ\0\0program".getBytes(UTF_8))).isEqualTo(FileType.EXECUTABLE);
        assertThat(type("\u007fELF".getBytes(UTF_8))).isEqualTo(FileType.EXECUTABLE);
        assertThat(type("  <!DOCTYPE html><p>x".getBytes(UTF_8))).isEqualTo(FileType.HTML);
        assertThat(type("正文 <script>alert(1)</script>".getBytes(UTF_8))).isEqualTo(FileType.HTML);
        assertThat(type("<?xml version='1.0'?><svg xmlns='x'/>".getBytes(UTF_8))).isEqualTo(FileType.SVG);
        assertThat(type("#!/bin/sh\nrm".getBytes(UTF_8))).isEqualTo(FileType.SCRIPT);
        assertThat(type("@echo off\r\n".getBytes(UTF_8))).isEqualTo(FileType.SCRIPT);
    }

    @Test
    void macrosAndPasswordsAreSeen() throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", "<Types/>");
        parts.put("word/document.xml", "<d/>");
        parts.put("word/vbaProject.bin", "code");
        assertThat(type(Samples.zip(parts))).isEqualTo(FileType.MACRO);
        assertThat(type(Samples.ole("_VBA_PROJECT", "x"))).isEqualTo(FileType.MACRO);
        assertThat(type(Samples.ole("EncryptedPackage", "x"))).isEqualTo(FileType.ENCRYPTED);
    }

    @Test
    void aZipWithTooManyEntriesIsNotOpened() {
        Map<String, String> parts = new LinkedHashMap<>();
        for (int i = 0; i <= 1000; i++) {
            parts.put("e" + i, "x");
        }
        assertThatThrownBy(() -> type(Samples.zip(parts))).isInstanceOf(Refused.class).hasMessageContaining("bomb");
    }

    @Test
    void textThatSwellsIsCutOff() throws IOException {
        Path file = folder.resolve("bomb.docx");
        Files.write(file, Samples.docx("", "A".repeat(3 << 20), ""));
        assertThatThrownBy(() -> ZippedXml.read(file, 1 << 20)).isInstanceOf(Refused.class).hasMessageContaining("bomb");
    }

    private FileType type(byte[] content) throws IOException {
        Path file = Files.createTempFile(folder, "", "");
        Files.write(file, content);
        return sniffer.typeOf(file);
    }
}
