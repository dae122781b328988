package org.sanban.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.sanban.files.SecrecyScan.Rule;
import org.sanban.files.SecrecyScan.Zone;
import org.sanban.testing.Alongside;

@Alongside
class SecrecyScanTests {

    private final SecrecyRules.Book book = book();
    private final SecrecyScan scan = new SecrecyScan(book.rules());

    @Test
    void everyRuleHitsItsOwnExamples() {
        for (Rule rule : book.rules()) {
            SecrecyScan alone = new SecrecyScan(List.of(rule));
            for (String example : rule.hits()) {
                assertThat(rule.zones()).as("%s: %s", rule.id(), example).anyMatch(zone -> hit(alone, zone, example));
            }
        }
    }

    @Test
    void noRuleHitsWhatIsNoMark() {
        book.rules().stream().flatMap(rule -> rule.misses().stream()).forEach(this::isNoMark);
        book.never().forEach(this::isNoMark);
    }

    private void isNoMark(String example) {
        assertThat(scan.inText(example)).as("text: %s", example).isEmpty();
        assertThat(scan.inLabel(example)).as("label: %s", example).isEmpty();
        assertThat(scan.in(new Passage(Passage.Place.HEADER, example))).as("header: %s", example).isEmpty();
    }

    @Test
    void aMarkAloneCountsAtTheTopOfAPageAndNotFarBelow() {
        assertThat(scan.inText("\n\n 机　密 \n关于某事的请示")).map(SecrecyScan.Mark::grade).contains(StateSecret.CONFIDENTIAL);
        assertThat(scan.inText("正文\n".repeat(20) + "秘密\n")).isEmpty();
    }

    @Test
    void theHighestGradeIsTold() {
        assertThat(scan.inText("秘密★1年\n绝密★30年\n机密★")).map(SecrecyScan.Mark::grade).contains(StateSecret.TOP_SECRET);
    }

    @Test
    void invisibleCharactersDoNotHideAMark() {
        assertThat(scan.inText("机\u200b密\u00a0☆１０年")).isPresent();
    }

    @Test
    void aLongTextIsScannedInBoundedTime() {
        String text = "秘 ".repeat(1_000_000) + "密级 ：".repeat(300_000);
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        assertThat(scan.inText(text)).isEmpty();
        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - start)).as("of the processor, whatever else it does").isLessThan(Duration.ofSeconds(30));
    }

    private static boolean hit(SecrecyScan scan, Zone zone, String example) {
        return switch (zone) {
            case ANYWHERE -> scan.inText("第一行\n".repeat(9) + example).isPresent();
            case TOP_LINE -> scan.in(new Passage(Passage.Place.HEADER, example)).isPresent();
            case LABEL -> scan.inLabel(example).isPresent();
        };
    }

    private static SecrecyRules.Book book() {
        try (InputStream yaml = SecrecyScanTests.class.getResourceAsStream("/rules/secrecy.yaml")) {
            return SecrecyRules.Book.read(Objects.requireNonNull(yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
