package org.sanban.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanban.audit.SubjectRef;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.sanban.testing.OfficeTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class AttachmentsTests extends OfficeTest {

    private static final AtomicLong NEXT = new AtomicLong(1);

    @Autowired
    private Attachments attachments;

    @Autowired
    private ContentStore store;

    @Autowired
    private OrphanSweep sweep;

    @Autowired
    private FilesSettings settings;

    @Autowired
    private TransactionTemplate transaction;

    private SubjectRef subject = new SubjectRef("trial", 0);
    private Actor clerk = Actor.SYSTEM;

    @BeforeEach
    void aSubjectOfItsOwn() {
        subject = new SubjectRef("trial", NEXT.getAndIncrement());
        clerk = office.actor("S008");
    }

    @Test
    void aFileIsKeptByItsContentAndComesBackByteForByte() throws IOException {
        byte[] content = Samples.pdf("aFileIsKept", "k", "n");
        Attachment kept = add("../通知.pdf", content);
        assertThat(kept.name()).isEqualTo("通知.pdf");
        assertThat(kept.type()).isEqualTo(FileType.PDF);
        assertThat(kept.pages()).isEqualTo(1);
        assertThat(kept.examined()).isEqualTo("FULLY");
        try (InputStream in = attachments.open(kept)) {
            assertThat(in.readAllBytes()).isEqualTo(content);
        }
        assertThat(attachments.verify(kept)).isTrue();
        assertThat(attachments.of(subject)).containsExactly(kept);
    }

    @Test
    void theSameRequestKeepsOneFile() {
        byte[] content = text("theSameRequest");
        Attachment first = attachments.add(subject, Samples.upload("a.txt", content), clerk, clock.instant(), "same-request-1");
        Attachment again = attachments.add(subject, Samples.upload("a.txt", content), clerk, clock.instant(), "same-request-1");
        assertThat(again).isEqualTo(first);
        assertThat(attachments.countOf(subject)).isEqualTo(1);
    }

    @Test
    void theSameContentTwiceInOneSubjectIsTold() {
        add("a.txt", text("twice"));
        assertThatThrownBy(() -> add("b.txt", text("twice"))).isInstanceOf(Refused.class).hasMessageContaining("twice");
    }

    @Test
    void aNameThatLiesIsRefusedAndSaysWhatTheFileReallyIs() {
        refuses("a.pdf", "MZ\0\0this is a program".getBytes(UTF_8), "type.EXECUTABLE");
        refuses("photo.pdf", Samples.picture("png"), "lying-name.PNG");
        refuses("plan.docx", Samples.xlsx("x"), "lying-name.XLSX");
        refuses("page.txt", text("<html><body>x</body></html>"), "type.HTML");
        refuses("all.zip", Samples.zip(Map.of("a.txt", "x")), "type.ZIP");
        refuses("locked.pdf", Samples.lockedPdf(), "encrypted");
        refuses("broken.pdf", text("%PDF-1.7 and then nothing"), "damaged");
        refuses("broken.docx", text("PK\3\4 and then nothing"), "damaged");
        refuses("empty.txt", new byte[0], "empty");
    }

    @Test
    void aStreamOfTwoGigabytesIsCutOffAtTheLimitAndLeavesNothing() throws IOException {
        Endless endless = new Endless(2L << 30);
        long before = filesOnDisk();
        assertThatThrownBy(() -> attachments.add(subject, new Upload("big.txt", endless, Attachment.Copy.SCAN), clerk, clock.instant(), request()))
                .isInstanceOf(Refused.class).hasMessageContaining("too-large");
        assertThat(endless.given).isLessThan(settings.maxSize().toBytes() + (1 << 20));
        assertThat(filesOnDisk()).isEqualTo(before);
    }

    @Test
    void promise15_aMarkOfSecrecyInAnyFormatIsTurnedAwayAndNothingIsStored() throws IOException {
        long before = filesOnDisk();
        refuses("a.docx", Samples.docx("机密★10年", "正文", ""), "classified");
        refuses("b.docx", Samples.docx("", "秘　密\n关于某事的通知", ""), "classified");
        refuses("c.docx", Samples.docx("", "正文", "机密"), "classified");
        refuses("d.xlsx", Samples.xlsx("密级：秘密"), "classified");
        refuses("e.pptx", Samples.pptx("绝密★长期"), "classified");
        refuses("f.ofd", Samples.ofd("机密★20年"), "classified");
        refuses("g.pdf", Samples.pdf("x", "机密★10年", ""), "classified");
        refuses("h.pdf", Samples.pdf("x", "", "秘密★"), "classified");
        refuses("i.txt", text("绝密\n某事"), "classified");
        refuses("j.doc", Samples.ole("WordDocument", "机密★10年"), "classified");
        refuses("【机密】k.txt", text("正文"), "classified");
        assertThat(filesOnDisk()).isEqualTo(before);
        assertThat(attachments.of(subject)).isEmpty();
    }

    @Test
    void promise15_wordsThatOnlySpeakOfSecrecyPass() {
        add("保守秘密承诺书.docx", Samples.docx("工作秘密", "严守国家秘密、商业秘密，保证机密性", "保密"));
        assertThat(attachments.countOf(subject)).isEqualTo(1);
    }

    @Test
    void sixteenThreadsKeepTheSameContentOnceAndEachHasItsRow() throws Exception {
        byte[] content = text("sixteen threads " + UUID.randomUUID());
        List<Callable<Attachment>> acts = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            SubjectRef own = new SubjectRef("crowd", NEXT.getAndIncrement());
            acts.add(() -> attachments.add(own, Samples.upload("a.txt", content), clerk, clock.instant(), request()));
        }
        List<Attachment> kept = together(acts);
        assertThat(kept.stream().map(Attachment::sha256).distinct()).hasSize(1);
        assertThat(attachments.verify(kept.getFirst())).isTrue();
        assertThat(drafts()).isZero();
    }

    @Test
    void aCrashBetweenFileAndRowLeavesAnOrphanThatIsSweptAfterADay() throws IOException {
        Instant now = Instant.now();
        transaction.executeWithoutResult(status -> {
            add("lost.txt", text("crash between file and row"));
            status.setRollbackOnly();
        });
        Attachment standing = add("stays.txt", text("this one has its row"));
        String lost = Hash.hex(digest("crash between file and row"));
        assertThat(store.has(lost)).isTrue();
        sweep.run(now);
        assertThat(store.has(lost)).as("not yet a day old").isTrue();
        sweep.run(now.plus(Duration.ofHours(25)));
        assertThat(store.has(lost)).isFalse();
        assertThat(store.has(standing.sha256())).isTrue();
    }

    @Test
    void aContentThatWasCutOnDiskIsNotHandedOut() throws IOException {
        Attachment kept = add("cut.txt", text("a content that will be cut"));
        Path file = settings.directory().resolve(kept.sha256().substring(0, 2)).resolve(kept.sha256().substring(2, 4)).resolve(kept.sha256());
        Files.write(file, text("a"));
        assertThatThrownBy(() -> attachments.open(kept)).isInstanceOf(ContentDamaged.class);
        assertThat(attachments.verify(kept)).isFalse();
        Files.delete(file);
    }

    @Test
    void voidingSaysWhoWhenAndWhyAndDeletesNothing() {
        Attachment kept = add("a.txt", text("voiding"));
        assertThatThrownBy(() -> attachments.void_(kept.id(), " ", clerk, clock.instant())).isInstanceOf(Refused.class);
        attachments.void_(kept.id(), "传错了", clerk, clock.instant());
        assertThat(attachments.one(kept.id()).voided()).isEqualTo(new Attachment.Voided(clock.instant(), clerk.id(), "传错了"));
        assertThat(attachments.countOf(subject)).isZero();
        assertThat(store.has(kept.sha256())).isTrue();
        assertThatThrownBy(() -> attachments.void_(kept.id(), "再来", clerk, clock.instant())).isInstanceOf(Refused.class);
    }

    private Attachment add(String name, byte[] content) {
        return attachments.add(subject, Samples.upload(name, content), clerk, clock.instant(), request());
    }

    private void refuses(String name, byte[] content, String code) {
        assertThatThrownBy(() -> add(name, content)).as(name).isInstanceOf(Refused.class).hasMessageContaining(code);
    }

    private static String request() {
        return UUID.randomUUID().toString();
    }

    private static byte[] text(String text) {
        return text.getBytes(UTF_8);
    }

    private static MessageDigest digest(String text) {
        MessageDigest digest = Hash.digest();
        digest.update(text(text));
        return digest;
    }

    private long filesOnDisk() throws IOException {
        try (Stream<Path> all = Files.walk(settings.directory())) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    private long drafts() throws IOException {
        try (Stream<Path> all = Files.list(settings.directory().resolve("incoming"))) {
            return all.count();
        }
    }

    private static <T> List<T> together(List<Callable<T>> acts) throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(acts.size())) {
            List<T> results = new ArrayList<>();
            for (Future<T> future : pool.invokeAll(acts)) {
                results.add(future.get());
            }
            return results;
        }
    }

    private static final class Endless extends InputStream {
        private final long size;
        private long given;

        Endless(long size) {
            this.size = size;
        }

        @Override
        public int read() {
            return given++ < size ? 'a' : -1;
        }

        @Override
        public int read(byte[] bytes, int from, int length) {
            int n = (int) Math.min(length, size - given);
            Arrays.fill(bytes, from, from + n, (byte) 'a');
            given += n;
            return n == 0 ? -1 : n;
        }
    }
}
