package org.sanban.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.sanban.meetings.event.EventDays;
import org.sanban.meetings.event.EventPlan;
import org.sanban.meetings.event.Guest;
import org.sanban.meetings.event.Guests;
import org.sanban.meetings.event.Task;
import org.sanban.pages.Refused;
import org.springframework.beans.factory.annotation.Autowired;

/** A large event: tasks that wait for each other, 2,500 guests out of a workbook and back, duty round the clock. */
class EventTests extends MeetingTest {

    private static final int MANY = 2_500;
    private static final List<String> HEADS = List.of("编号", "中文姓名", "英文姓名", "单位", "国家地区", "级别", "接待单位", "联络人", "抵达", "离开", "酒店", "车辆", "饮食", "线上");

    @Autowired EventPlan plan;
    @Autowired EventDays days;
    @Autowired Guests guests;

    private long event() {
        return planned("EVENT", "第三届云岭绿色产品博览会", office.now().plus(Duration.ofDays(60)), 480);
    }

    @Test
    void tasksNeverWaitInACircleAndAreDoneInTheirOrder() {
        long id = event();
        long stream = plan.stream(id, "WS-02", "邀请接待组", "省商务厅", room(), office.now());
        LocalDate from = LocalDate.of(2026, 7, 1);
        long first = plan.task(id, entry(stream, "嘉宾名单", from, List.of()), room(), office.now());
        long second = plan.task(id, entry(stream, "活动脚本", from.plusDays(5), List.of(first)), room(), office.now());
        long third = plan.task(id, entry(stream, "线路联调", from.plusDays(9), List.of(second)), room(), office.now());
        assertThatThrownBy(() -> plan.edit(id, first, entry(stream, "嘉宾名单", from, List.of(third)), room(), office.now()))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.objections()).singleElement().satisfies(o -> {
                    assertThat(o.code()).isEqualTo("meetings.refusal.circle");
                    assertThat(o.field()).isEqualTo("dependsOn");
                }));
        assertThatThrownBy(() -> plan.done(id, second, "十四场脚本齐备", room(), office.now())).hasMessageContaining("meetings.refusal.task-waits");
        plan.done(id, first, "五项齐全", room(), office.now());
        plan.done(id, second, "十四场脚本齐备", room(), office.now());
        assertThat(plan.tasks(id)).filteredOn(t -> t.done() != null).hasSize(2);
    }

    private static Task.Entry entry(long stream, String title, LocalDate from, List<Long> waits) {
        return new Task.Entry(stream, title, null, from, from.plusDays(10), "三次记录", waits);
    }

    @Test
    void twoThousandFiveHundredGuestsComeBackCellByCell() throws IOException {
        long id = event();
        List<List<String>> rows = new ArrayList<>();
        for (int n = 1; n <= MANY; n++) {
            rows.add(List.of("G%04d".formatted(n), "嘉宾" + n + "（虚构）", "Guest No. " + n, "某单位" + n % 40, "亚洲", n % 9 == 0 ? "主要嘉宾" : "", "省商务厅", "仲夏阳", "2026-10-21 13:20", "",
                    "云岭宾馆 " + n % 300, "", n % 2 == 0 ? "不吃生食；清真" : "", n % 5 == 0 ? "是" : "否"));
        }
        byte[] file = workbook(HEADS, rows, null);
        assertThat(guests.take(id, new ByteArrayInputStream(file), room(), office.now())).isEqualTo(new Guests.Taken(MANY, 0));
        assertThat(guests.count(id)).isEqualTo(MANY);

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        guests.export(id, Locale.SIMPLIFIED_CHINESE, out, room(), office.now());
        assertThat(cells(out.toByteArray())).as("every cell as it came").isEqualTo(cells(file));
        assertThat(guests.take(id, new ByteArrayInputStream(out.toByteArray()), room(), office.now())).as("its own export changes nothing").isEqualTo(new Guests.Taken(0, 0));

        Guest one = guests.page(id, "G0007", "", 2).getFirst();
        guests.change(id, one.id(), one.version(), "nameLatin", "Guest No. Seven", office.actor("S013"), office.now());
        assertThat(guests.unseen(id, room())).as("who took the list out is told").singleElement().satisfies(c -> {
            assertThat(c.field()).isEqualTo("nameLatin");
            assertThat(c.was()).isEqualTo("Guest No. 7");
        });
        assertThat(guests.behind(id)).containsExactly(office.person(ROOM));
        assertThat(positions.of(MeetingKind.ref(id), room()).orElseThrow().ofKind("READ")).as("and finds it in the tray").isNotNull();
        guests.seen(id, room(), office.now());
        assertThat(guests.unseen(id, room())).isEmpty();
        assertThat(guests.unseen(id, office.actor("S013"))).as("who never took it has printed nothing").isEmpty();
    }

    @Test
    void aWrongWorkbookIsRefusedRowByRowAndNothingIsTaken() throws IOException {
        long id = event();
        List<List<String>> rows = List.of(
                List.of("G1", "甲", "", "某协会"), List.of("G2", "乙", "", "某协会"), List.of("G1", "丙", "", "某企业"), List.of("G4", "甲", "", "某协会"), List.of("G5", "", "", "某企业"));
        assertThatThrownBy(() -> guests.take(id, new ByteArrayInputStream(workbook(HEADS.subList(0, 4), rows, null)), room(), office.now()))
                .isInstanceOfSatisfying(Refused.class, r -> {
                    assertThat(r.objections()).extracting(o -> o.code()).containsExactly(
                            "meetings.refusal.guests-number-twice", "meetings.refusal.guests-name-twice", "meetings.refusal.guests-empty");
                    assertThat(r.objections()).allMatch(o -> "file".equals(o.field()));
                    assertThat(r.objections().getFirst().args()).as("the row and the one before").startsWith(4, 2);
                });
        assertThatThrownBy(() -> guests.take(id, new ByteArrayInputStream(workbook(List.of("编号", "姓名", "单位"), rows, null)), room(), office.now()))
                .hasMessageContaining("meetings.refusal.guests-column").hasMessageContaining("meetings.refusal.guests-missing");
        assertThatThrownBy(() -> guests.take(id, new ByteArrayInputStream(workbook(HEADS.subList(0, 4), rows.subList(0, 2), new CellRangeAddress(1, 2, 3, 3))), room(), office.now()))
                .hasMessageContaining("meetings.refusal.guests-merged").hasMessageContaining("D2:D3");
        assertThatThrownBy(() -> guests.take(id, new ByteArrayInputStream("不是表格".getBytes(java.nio.charset.StandardCharsets.UTF_8)), room(), office.now()))
                .hasMessageContaining("meetings.refusal.guests-file");
        assertThat(guests.count(id)).isZero();
    }

    private static byte[] workbook(List<String> heads, List<List<String>> rows, CellRangeAddress merged) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = book.createSheet("嘉宾");
            write(sheet.createRow(0), heads);
            for (int r = 0; r < rows.size(); r++) {
                write(sheet.createRow(r + 1), rows.get(r).subList(0, Math.min(heads.size(), rows.get(r).size())));
            }
            if (merged != null) {
                sheet.addMergedRegion(merged);
            }
            book.write(out);
            return out.toByteArray();
        }
    }

    private static void write(Row row, List<String> cells) {
        for (int c = 0; c < cells.size(); c++) {
            if (!cells.get(c).isEmpty()) {
                row.createCell(c).setCellValue(cells.get(c));
            }
        }
    }

    private static List<Map<Integer, String>> cells(byte[] file) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            List<Map<Integer, String>> rows = new ArrayList<>();
            book.getSheetAt(0).forEach(row -> {
                Map<Integer, String> cells = new java.util.TreeMap<>();
                row.forEach(cell -> {
                    if (!cell.toString().isEmpty()) {
                        cells.put(cell.getColumnIndex(), cell.getStringCellValue());
                    }
                });
                rows.add(cells);
            });
            return rows;
        }
    }

    @Test
    void dutyHasNoOverlapShowsItsGapsAndIsHandedOverByBoth() {
        long id = event();
        var from = office.now().plus(Duration.ofDays(59));
        days.shift(id, from, from.plus(Duration.ofHours(8)), office.person("S005"), office.person("S014"), room(), office.now());
        assertThatThrownBy(() -> days.shift(id, from.plus(Duration.ofHours(7)), from.plus(Duration.ofHours(12)), office.person("S005"), office.person("S013"), room(), office.now()))
                .hasMessageContaining("meetings.refusal.shift-overlaps");
        days.shift(id, from.plus(Duration.ofHours(9)), from.plus(Duration.ofHours(20)), office.person("S002"), office.person("S013"), room(), office.now());
        assertThat(EventDays.gaps(days.shifts(id))).singleElement().satisfies(gap -> assertThat(gap[0]).isEqualTo(from.plus(Duration.ofHours(8))));
        long first = days.shifts(id).getFirst().id();
        assertThatThrownBy(() -> days.hand(id, first, "一号厅待查", office.actor("S013"), office.now())).hasMessageContaining("meetings.refusal.not-your-shift");
        days.hand(id, first, "一号厅音响待查", room(), office.now());
        assertThatThrownBy(() -> days.take(id, first, room(), office.now())).as("who hands over does not take over").hasMessageContaining("meetings.refusal.not-your-shift");
        days.take(id, first, office.actor("S013"), office.now());
        assertThat(days.shifts(id).getFirst().taken()).isNotNull();
    }
}
