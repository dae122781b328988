package org.sanban.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sanban.testing.Alongside;

@Alongside
class FileNameTests {

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd, passwd",
        "C:\\Users\\x\\通知.pdf, 通知.pdf",
        "..\\..\\a.docx, a.docx",
        "con.txt, _con.txt",
        "LPT1, _LPT1",
        ".htaccess, htaccess",
        "a<b>:c?.pdf, a_b__c_.pdf",
        "'  trailing.pdf .. ', trailing.pdf",
        "'/', unnamed"
    })
    void pathsAndReservedNamesAreTakenOff(String given, String clean) {
        assertThat(FileName.clean(given)).isEqualTo(clean);
    }

    @Test
    void whatCannotBeSeenIsTakenOut() {
        assertThat(FileName.clean("通知\u202Efdp.exe\u0000\u200b\n")).isEqualTo("通知fdp.exe");
        assertThat(FileName.clean(null)).isEqualTo("unnamed");
    }

    @Test
    void aLongNameKeepsItsExtensionAndWholeCharacters() {
        String clean = FileName.clean("𠮷".repeat(300) + ".docx");
        assertThat(clean).endsWith(".docx").hasSizeLessThanOrEqualTo(FileName.LONGEST);
        assertThat(clean.codePoints()).noneMatch(c -> c >= 0xd800 && c <= 0xdfff);
    }

    @Test
    void theDispositionSpeaksToOldAndNewBrowsers() {
        assertThat(FileName.disposition(false, "通知 1\".pdf"))
                .isEqualTo("attachment; filename=\"__ 1_.pdf\"; filename*=UTF-8''%E9%80%9A%E7%9F%A5%201%22.pdf");
    }
}
