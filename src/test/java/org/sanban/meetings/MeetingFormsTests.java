package org.sanban.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sanban.meetings.agenda.Item;
import org.sanban.meetings.agenda.Timetable;
import org.sanban.meetings.papers.Seating;
import org.sanban.links.Secret;
import org.sanban.meetings.rooms.ICalendar;
import org.sanban.meetings.web.QrPath;
import org.sanban.testing.Alongside;

/** Calendar files, codes, timetables and rows of seats, read by others than those who wrote them. */
@Alongside
class MeetingFormsTests {

    private static final Instant NINE = Instant.parse("2026-06-15T01:00:00Z");

    @Test
    void aCalendarFileOpensInAnIndependentParserWithEveryCharacter() {
        String title = "关于“防汛抗旱、安全生产；救灾”的会议（第二次），全文见通知，" + "很长的名称".repeat(30);
        String text = ICalendar.write("日历", "PUBLISH", List.of(
                new ICalendar.Event("meeting-1@sanban", 2, NINE, NINE.plusSeconds(3600), NINE.plusSeconds(7200), title, "1号会议室, 3楼\n东侧\\门", null, null, false),
                new ICalendar.Event("meeting-2@sanban", 1, NINE, NINE, NINE.plusSeconds(60), "取消的会", "无", null, null, true)));
        assertThat(text.split("\r\n")).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
        List<VEvent> read = Biweekly.parse(text).first().getEvents();
        assertThat(read).hasSize(2);
        assertThat(read.getFirst().getSummary().getValue()).isEqualTo(title);
        assertThat(read.getFirst().getLocation().getValue()).isEqualTo("1号会议室, 3楼\n东侧\\门");
        assertThat(read.getFirst().getDateStart().getValue().toInstant()).isEqualTo(NINE.plusSeconds(3600));
        assertThat(read.getFirst().getDateEnd().getValue().toInstant()).isEqualTo(NINE.plusSeconds(7200));
        assertThat(read.getFirst().getSequence().getValue()).isEqualTo(2);
        assertThat(read.getLast().getStatus().getValue()).isEqualTo("CANCELLED");
        assertThat(Biweekly.parse(text).first().validate(biweekly.ICalVersion.V2_0)).as("nothing to object to").isEmpty();
    }

    @Test
    void aPassIsReadByAnotherProgramThanTheOneThatDrewIt() throws Exception {
        for (int n = 0; n < 20; n++) {
            String pass = Secret.pass();
            assertThat(new QRCodeReader().decode(picture(QrPath.of(pass), 6)).getText()).isEqualTo(pass);
        }
    }

    /** The path as a picture, {@code scale} points a module. */
    private static BinaryBitmap picture(QrPath code, int scale) {
        int side = code.size() * scale;
        int[] points = new int[side * side];
        Arrays.fill(points, 0xFFFFFF);
        Matcher square = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z").matcher(code.path());
        while (square.find()) {
            int left = Integer.parseInt(square.group(1)) * scale;
            int top = Integer.parseInt(square.group(2)) * scale;
            for (int y = top; y < top + scale; y++) {
                Arrays.fill(points, y * side + left, y * side + left + scale, 0);
            }
        }
        return new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, points)));
    }

    private static Item item(int position, int minutes, Instant began, Instant ended) {
        return new Item(position, 1, null, position, false, "第" + position + "项", null, minutes, List.of(new Body("单位" + position, null, null)), began, ended, null);
    }

    @Test
    void callingInFollowsTheMeetingAsItRuns() {
        List<Item> paper = List.of(item(1, 20, null, null), item(2, 30, null, null), item(3, 10, null, null));
        Timetable before = Timetable.of(paper, NINE, null, NINE.minusSeconds(600));
        assertThat(before.slots()).extracting(Timetable.Slot::starts).containsExactly(NINE, NINE.plusSeconds(1200), NINE.plusSeconds(3000));

        Instant now = NINE.plus(Duration.ofMinutes(35));
        List<Item> running = List.of(item(1, 20, NINE.plusSeconds(300), NINE.plusSeconds(1800)), item(2, 30, NINE.plusSeconds(1800), null), item(3, 10, null, null));
        Timetable late = Timetable.of(running, NINE, NINE.plusSeconds(300), now);
        assertThat(late.slots().get(2).starts()).as("the second began ten minutes late and takes thirty").isEqualTo(NINE.plus(Duration.ofMinutes(60)));
        assertThat(late.slots().get(2).late()).isEqualTo(10);
        assertThat(late.slots().get(2).callNow(now)).isFalse();
        assertThat(late.slots().get(2).callNow(NINE.plus(Duration.ofMinutes(45)))).as("a quarter of an hour before").isTrue();

        Timetable drags = Timetable.of(running, NINE, NINE.plusSeconds(300), NINE.plus(Duration.ofMinutes(70)));
        assertThat(drags.slots().get(2).starts()).as("an item that drags on pushes the next before it").isEqualTo(NINE.plus(Duration.ofMinutes(70)));
    }

    @Test
    void theFirstSitsInTheMiddleTheSecondToTheFirstOnesLeft() {
        assertThat(Seating.row(List.of(1, 2, 3, 4, 5))).as("as seen by who faces them").containsExactly(5, 3, 1, 2, 4);
        assertThat(Seating.row(List.of(1, 2, 3, 4))).containsExactly(3, 1, 2, 4);
        assertThat(Seating.row(List.<Integer>of())).isEmpty();
    }
}
