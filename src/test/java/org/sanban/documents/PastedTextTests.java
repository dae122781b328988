package org.sanban.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sanban.documents.PastedText.Found;
import org.sanban.testing.Alongside;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

@Alongside
class PastedTextTests {

    private static final PastedText TEXT = words();

    private static PastedText words() {
        try (InputStream in = new ClassPathResource("rules/incoming-words.yaml").getInputStream()) {
            return PasteWords.read(in);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static List<JsonNode> papers() throws java.io.IOException {
        try (InputStream in = new ClassPathResource("db/sample/documents.yaml").getInputStream()) {
            return StreamSupport.stream(new YAMLMapper().readTree(in).get("documents").spliterator(), false).toList();
        }
    }

    /** Every document of the sample office, pasted as "title（number）" and as number over title. */
    @ParameterizedTest
    @MethodSource("papers")
    void titleNumberAndTypeOfEverySamplePaperAreRead(JsonNode paper) {
        String title = paper.get("title").asString();
        String number = paper.get("doc_number").asString();
        String type = paper.get("doc_type").asString();
        boolean minutes = type.equals("MINUTES");
        for (String pasted : List.of(title + "（" + number + "）", number + "\n" + title, title + "\n" + number.replace("〔", "[").replace("〕", "]"))) {
            Found found = TEXT.read(pasted);
            assertThat(found.docNumber()).as(pasted).isEqualTo(number);
            if (!minutes) {
                assertThat(found.title()).as(pasted).isEqualTo(title);
                assertThat(found.docType()).as(pasted).isEqualTo(DocType.valueOf(type));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "云溪县财政局文件\n云财〔2026〕5号\n云溪县财政局关于申请专项资金的请示\n县政府：", "云溪县财政局文件 云财〔2026〕5号 云溪县财政局关于申请专项资金的请示",
        "000001\n特急\n云溪县财政局文件\n\n云财〔2026〕5号　签发人：王某\n云溪县财政局\n关于申请专项资金的请示", "云溪县财政局文件\n云财〔2026〕5号\n关于申请专项资金的请示"
    })
    void theLetterheadIsNoPartOfTheTitle(String pasted) {
        assertThat(TEXT.read(pasted)).satisfies(found -> {
            assertThat(found.title()).isEqualTo("云溪县财政局关于申请专项资金的请示");
            assertThat(found.docNumber()).isEqualTo("云财〔2026〕5号");
            assertThat(found.sender()).isEqualTo("云溪县财政局");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "岭财函(2026)088号, 岭财函〔2026〕88号", "岭财函 【2026】 第88 号, 岭财函〔2026〕88号", "岭财函［2026］88号, 岭财函〔2026〕88号"
    })
    void aNumberIsWrittenAsItShouldBeHoweverItCame(String pasted, String written) {
        assertThat(TEXT.read(pasted).docNumber()).isEqualTo(written);
    }

    @Test
    void theHeadOfAPageGivesUrgencySignerTitleOverLinesAndDate() {
        Found found = TEXT.read("""
                特急
                澄政〔2026〕18号        签发人：秦沐川
                澄川市人民政府
                关于将澄川港区纳入省级物流枢纽
                建设名单的请示
                云岭省人民政府：
                （联系人：佟某，电话：000-0000-7301）
                2026年4月10日
                """);

        assertThat(found.urgency()).isEqualTo(UrgencyMark.URGENT);
        assertThat(found.signers()).containsExactly("秦沐川");
        assertThat(found.title()).isEqualTo("澄川市人民政府关于将澄川港区纳入省级物流枢纽建设名单的请示");
        assertThat(found.sender()).isEqualTo("澄川市人民政府");
        assertThat(found.direction()).isEqualTo(Direction.UP);
        assertThat(found.issuedOn()).isEqualTo(LocalDate.of(2026, 4, 10));
        assertThat(found.contactName()).isEqualTo("佟某");
        assertThat(found.contactPhone()).isEqualTo("000-0000-7301");
    }

    @Test
    void aDateThatDoesNotExistIsLeftOpen() {
        assertThat(TEXT.read("关于某事的函\n2026年2月30日").issuedOn()).isNull();
    }

    @Test
    void aLongTextIsReadInATwinklingAndNothingIsInvented() {
        Found found = TEXT.read("关于".repeat(20_000));

        assertThat(found.title()).isNull();
        assertThat(found.docNumber()).isNull();
    }
}
