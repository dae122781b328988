package org.sanban.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.sanban.audit.SubjectRef;
import org.sanban.files.Attachment;
import org.sanban.files.Attachments;
import org.sanban.files.Upload;
import org.sanban.pages.NotFound;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.pages.Stale;
import org.sanban.testing.OfficeTest;
import org.sanban.workflow.Act;
import org.springframework.beans.factory.annotation.Autowired;

class ArchiveTests extends OfficeTest {

    private static final ArrangeForm FORM =
            new ArrangeForm(Retention.D30, 2026, "BWC", 12, "澄川市人民政府", LocalDate.of(2026, 4, 10), "");

    @Autowired
    Shelved.Hand hand;

    @Autowired
    Attachments attachments;

    @Autowired
    Items items;

    @Autowired
    Arranging arranging;

    private SubjectRef handedOver(String closed, String transferred) {
        clock.set(closed);
        SubjectRef subject = hand.start("S008");
        hand.complete(subject, "S008", "done");
        clock.set(transferred);
        hand.complete(subject, "S008", "transferred");
        return subject;
    }

    private ItemView item(SubjectRef subject) {
        return items.of(subject, office.actor("S010")).orElseThrow();
    }

    private void arrange(SubjectRef subject, ArrangeForm form) {
        ItemView item = item(subject);
        arranging.arrange(item.id(), form, item.version(), office.actor("S010"), office.now());
    }

    private void store(SubjectRef subject) {
        ItemView item = item(subject);
        arranging.locate(item.id(), new StoreForm(Place.SHELF, "3-12-05"), item.version(), office.actor("S010"), office.now());
        hand.complete(subject, "S010", "stored");
    }

    @Test
    void whatIsHandedOverArrangedAndStoredOnOneDayKeepsTheSameDayPromise() {
        SubjectRef subject = handedOver("2026-06-15T10:00", "2026-06-15T15:00");
        arrange(subject, FORM);
        clock.set("2026-06-15T16:00");
        hand.complete(subject, "S010", "arranged");
        clock.set("2026-06-15T23:30");
        store(subject);
        assertThat(item(subject)).satisfies(item -> {
            assertThat(item.state()).isEqualTo(ItemState.STORED);
            assertThat(item.sameDay()).isTrue();
            assertThat(item.prompt()).isTrue();
            assertThat(item.code()).matches("Y001-WS·2026-D30-BWC-\\d{4}");
            assertThat(item.proposed()).isEqualTo("Y");
            assertThat(item.legalDeadline()).isEqualTo("2027-06-30");
        });
    }

    @Test
    void whatIsClosedAfterTheCutOffMayBeHandedOverBeforeNoonOfTheNextWorkingDay() {
        ItemView inTime = item(handedOver("2026-06-15T17:00", "2026-06-16T11:59"));
        assertThat(inTime.prompt()).isFalse();
        assertThat(inTime.promptAdjusted()).isTrue();
        assertThat(item(handedOver("2026-06-15T17:00", "2026-06-16T12:00")).promptAdjusted()).isFalse();
        assertThat(item(handedOver("2026-06-15T16:59", "2026-06-16T09:00")).promptAdjusted()).isFalse();
    }

    @Test
    void aHolidayBetweenDoesNotMakeAHandOverLate() {
        assertThat(item(handedOver("2026-09-30T18:10", "2026-10-08T11:00")).promptAdjusted()).isTrue();
        assertThat(item(handedOver("2026-10-03T10:00", "2026-10-08T11:00")).promptAdjusted()).isTrue();
        assertThat(item(handedOver("2026-09-30T18:10", "2026-10-09T09:00")).promptAdjusted()).isFalse();
    }

    @Test
    void anItemThatTheArchiveGaveBackKeepsItsFirstHandOverAndTheReason() {
        SubjectRef subject = handedOver("2026-06-15T10:00", "2026-06-15T14:30");
        ItemView first = item(subject);
        hand.apply(subject, "S010", new Act.Return(hand.task(subject), "transfer", List.of(), false, "缺续报材料"));
        assertThat(item(subject).state()).isEqualTo(ItemState.WITH_SENDER);
        clock.set("2026-06-16T09:00");
        hand.complete(subject, "S008", "transferred");
        arrange(subject, FORM);
        hand.complete(subject, "S010", "arranged");
        store(subject);
        ItemView item = item(subject);
        assertThat(item.rejections()).isEqualTo(1);
        assertThat(item.transferredAt()).isEqualTo(first.transferredAt());
        assertThat(item.sameDay()).isFalse();
        assertThat(item.prompt()).isTrue();
        assertThat(items.rejections(item.id())).extracting(Items.Rejection::reason).containsExactly("缺续报材料");
    }

    @Test
    void promise7_anItemIsNotArrangedWithoutPagesRetentionCodeAndTest() {
        SubjectRef subject = handedOver("2026-06-15T10:00", "2026-06-15T11:00");
        assertThatThrownBy(() -> hand.complete(subject, "S010", "arranged"))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.objections()).extracting(Objection::code)
                        .contains("archive.refusal.pages", "archive.refusal.retention", "archive.refusal.code", "archive.refusal.untested"));
        arrange(subject, FORM);
        hand.complete(subject, "S010", "arranged");
        assertThatThrownBy(() -> hand.complete(subject, "S010", "stored"))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.objections()).extracting(Objection::code)
                        .containsExactly("archive.refusal.location"));
    }

    @Test
    void aScanWithoutTextPassesTheTestOnceSomebodyHasLookedAtIt() throws Exception {
        SubjectRef subject = handedOver("2026-06-15T10:00", "2026-06-15T11:00");
        scan(subject, "扫描件.pdf");
        arrange(subject, FORM);
        assertThat(item(subject).toBeLookedAt()).isTrue();
        assertThatThrownBy(() -> hand.complete(subject, "S010", "arranged"))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.objections())
                        .containsExactly(Objection.of("archive.check.looked.remedy", "扫描件.pdf")));
        look(subject);
        assertThat(item(subject).tested()).isTrue();
        scan(subject, "附图.pdf");
        arrange(subject, FORM);
        assertThat(item(subject).toBeLookedAt()).as("the look was not at the file that came later").isTrue();
        look(subject);
        hand.complete(subject, "S010", "arranged");
    }

    private void look(SubjectRef subject) {
        arranging.looked(item(subject).id(), item(subject).version(), office.actor("S010"), office.now());
    }

    /** A page without text, of its own content for each name. */
    private void scan(SubjectRef subject, String name) throws Exception {
        try (PDDocument pdf = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            pdf.addPage(new PDPage());
            pdf.getDocumentInformation().setTitle(name);
            pdf.save(out);
            Upload upload = new Upload(name, new ByteArrayInputStream(out.toByteArray()), Attachment.Copy.SCAN);
            attachments.add(subject, upload, office.actor("S008"), office.now(), UUID.randomUUID().toString());
        }
    }

    @Test
    void promise16_aSetWithAMissingPieceIsHandedOverOnlyWithTheRightAndAReason() {
        clock.set("2026-06-15T10:00");
        SubjectRef subject = hand.start("S006");
        Shelved.WITHOUT_ORIGINAL.add(subject.id());
        hand.complete(subject, "S006", "done");
        assertThatThrownBy(() -> hand.complete(subject, "S006", "transferred"))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.objections()).extracting(Objection::code)
                        .containsExactly("archive.refusal.piece-missing"));
        SubjectRef overridden = hand.start("S007");
        Shelved.WITHOUT_ORIGINAL.add(overridden.id());
        hand.complete(overridden, "S007", "done");
        hand.complete(overridden, "S007", "transferred", "原件随后补交");
        assertThat(item(overridden).pieces()).anyMatch(piece -> piece.required() && !piece.present());
    }

    @Test
    void aChangeOfClassGivesTheNumberUpAndTheNextItemTakesIt() {
        ArrangeForm own = new ArrangeForm(Retention.D10, 2019, "HYC", 3, "会议处", LocalDate.of(2019, 4, 10), "");
        SubjectRef first = handedOver("2026-06-15T10:00", "2026-06-15T11:00");
        SubjectRef second = handedOver("2026-06-15T10:00", "2026-06-15T11:00");
        SubjectRef third = handedOver("2026-06-15T10:00", "2026-06-15T11:00");
        arrange(first, own);
        arrange(second, own);
        arrange(first, new ArrangeForm(Retention.Y, 2019, "HYC", 3, "会议处", LocalDate.of(2019, 4, 10), ""));
        arrange(third, own);
        assertThat(List.of(first, second, third)).extracting(subject -> item(subject).code()).containsExactly(
                "Y001-WS·2019-Y-HYC-0001", "Y001-WS·2019-D10-HYC-0002", "Y001-WS·2019-D10-HYC-0001");
    }

    @Test
    void sixteenArchivistsAtOnceGiveSixteenNumbersWithoutAGap() throws Exception {
        ArrangeForm own = new ArrangeForm(Retention.D10, 2018, "DCS", 3, "督查室", LocalDate.of(2018, 4, 10), "");
        List<SubjectRef> subjects = IntStream.range(0, 16).mapToObj(i -> handedOver("2026-06-15T10:00", "2026-06-15T11:00")).toList();
        Set<String> codes = ConcurrentHashMap.newKeySet();
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            List<? extends Future<?>> work = subjects.stream().map(subject -> threads.submit(() -> {
                start.await();
                arrange(subject, own);
                return codes.add(item(subject).code());
            })).toList();
            start.countDown();
            for (Future<?> done : work) {
                done.get();
            }
        }
        assertThat(codes).hasSize(16).contains("Y001-WS·2018-D10-DCS-0001", "Y001-WS·2018-D10-DCS-0016");
    }

    @Test
    void aStaleFormChangesNothingAndAStrangerFindsNothing() {
        SubjectRef subject = handedOver("2026-06-15T10:00", "2026-06-15T11:00");
        ItemView shown = item(subject);
        arrange(subject, FORM);
        assertThatThrownBy(() -> arranging.arrange(shown.id(), FORM, shown.version(), office.actor("S010"), office.now()))
                .isInstanceOf(Stale.class);
        assertThatThrownBy(() -> items.one(shown.id(), office.actor("S028"))).isInstanceOf(NotFound.class);
    }

    @Test
    void promise13_everyFigureOfTheDeskIsAsLongAsItsList() {
        handedOver("2026-06-15T10:00", "2026-06-15T11:00");
        for (ItemFigure figure : ItemFigure.values()) {
            ItemFilter filter = ItemFilter.of(figure, LocalDate.of(2026, 1, 1));
            assertThat(items.count(filter, office.actor("S010"), office.now())).as(figure.name())
                    .isEqualTo(items.list(filter, null, 10_000, office.actor("S010"), office.now()).size());
        }
        assertThat(items.count(ItemFilter.of(ItemFigure.HANDED_OVER_TODAY, LocalDate.of(2026, 1, 1)), office.actor("S010"), office.now())).isPositive();
    }

    @Test
    void theListPagesByKeyWithoutLosingOne() {
        IntStream.range(0, 5).forEach(i -> handedOver("2026-06-15T10:00", "2026-06-15T11:00"));
        List<ItemLine> all = items.list(ItemFilter.ALL, null, 10_000, office.actor("S010"), office.now());
        List<ItemLine> first = items.list(ItemFilter.ALL, null, 2, office.actor("S010"), office.now());
        Items.Cursor end = Items.Cursor.of(new Items.Cursor(first.get(1).transferredAt(), first.get(1).id()).toString());
        assertThat(items.list(ItemFilter.ALL, end, 10_000, office.actor("S010"), office.now())).isEqualTo(all.subList(2, all.size()));
    }
}
