package org.sanban.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.sanban.meetings.Plan;
import org.sanban.meetings.Planning;
import org.springframework.beans.factory.annotation.Autowired;

/** The expo (domain.md §5.7) in a real browser: 2,500 guests out of a workbook, one changed after the list was taken out. */
class ExpoJourneyTests extends NextDoorTest {

    private static final int MANY = 2_500;
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final List<String> HEADS = List.of("编号", "中文姓名", "英文姓名", "单位", "国家地区", "级别", "接待单位", "抵达", "饮食");

    @Autowired Planning planning;

    private final Looking looking = new Looking();

    @Test
    void twoThousandFiveHundredGuestsAreUploadedFoundChangedAndWhoTookTheListOutIsTold() throws IOException {
        var opens = office.now().plus(Duration.ofDays(60));
        String title = "第三届云岭绿色产品博览会 " + UUID.randomUUID();
        long id = planning.begin(Plan.of("EVENT", title, opens, opens.plus(Duration.ofHours(80)), "云岭国际会展中心", office.person("L03"), "经省政府批准举办"), office.actor("S018"), office.now(), title);
        try (Browser room = browser().login("S018"); Browser other = browser().login("S017")) {
            Page page = room.page();
            room.open("/meetings/" + id + "/guests");
            upload(page, guests(HEADS.subList(1, HEADS.size())));
            assertThat(page.locator("form[action$='/guests'] .objections")).containsText("编号");
            assertThat(page.locator(".pager")).containsText("共 0 位");
            upload(page, guests(HEADS));
            assertThat(page.locator(".flash.good")).isVisible();
            assertThat(page.locator(".pager")).containsText("共 %,d 位".formatted(MANY));
            looking.at(room, "guests");
            page.locator("form.filter input[name=q]").fill("Guest No. 1717");
            page.locator("form.filter button").click();
            assertThat(page.locator("table.stack tbody tr")).hasCount(1);

            other.open("/meetings/" + id + "/guests");
            Download list = other.page().waitForDownload(() -> other.page().locator("form[action$='/guests/copies'] button").click());
            assertThat(Files.size(list.path())).isGreaterThan(50_000);
            page.locator("table.stack tbody a.btn").click();
            page.locator("#f-column").selectOption("arrival");
            page.locator("#f-value").fill("2026-08-13 21:40");
            page.locator("#f-cell button.go").click();
            assertThat(page.locator(".flash.good")).isVisible();
            other.open("/meetings/" + id + "/guests");
            assertThat(other.page().locator("ins")).containsText("2026-08-13 21:40");
            other.page().locator("form[action$='/guests/seen'] button").click();
            assertThat(other.page().locator("ins")).hasCount(0);
            room.open("/meetings/" + id + "/event");
            assertThat(page.locator(".fig")).containsText("T-60");
            assertThat(page.locator(".fig")).containsText("嘉宾");
        }
        assertThat(looking.faults()).isEmpty();
    }

    private static void upload(Page page, byte[] workbook) {
        page.locator("#f-file").setInputFiles(new FilePayload("嘉宾名单.xlsx", WORKBOOK, workbook));
        page.locator("form[enctype='multipart/form-data'] button.go").click();
    }

    private static byte[] guests(List<String> heads) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Sanban", "1.0")) {
            Worksheet sheet = book.newWorksheet("嘉宾");
            for (int c = 0; c < heads.size(); c++) {
                sheet.value(0, c, heads.get(c));
                for (int n = 1; n <= MANY; n++) {
                    sheet.value(n, c, cell(heads.get(c), n));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String cell(String head, int n) {
        return switch (head) {
            case "编号" -> "G%04d".formatted(n);
            case "中文姓名" -> "嘉宾" + n + "（虚构）";
            case "英文姓名" -> "Guest No. " + n;
            case "单位" -> "某机构" + n % 40;
            case "国家地区" -> List.of("亚洲", "欧洲", "非洲", "美洲").get(n % 4);
            case "级别" -> n % 9 == 0 ? "主要嘉宾" : "一般嘉宾";
            case "接待单位" -> "省商务厅";
            case "抵达" -> "2026-08-13 13:20";
            default -> n % 2 == 0 ? "清真" : "";
        };
    }
}
