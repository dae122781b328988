package org.sanban.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sanban.audit.SubjectRef;
import org.sanban.files.SecrecyGate;
import org.sanban.jobs.FailedWork;
import org.sanban.jobs.FailedWorks;
import org.sanban.pages.Refused;
import org.sanban.people.Directory;
import org.sanban.testing.OfficeTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

class MailTests extends OfficeTest {

    private static final GreenMail POST = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private static final SubjectRef SUBJECT = new SubjectRef("trial", 7);

    @Autowired
    private Notices notices;

    @Autowired
    private Preferences preferences;

    @Autowired
    private MailJob job;

    @Autowired
    private JavaMailSenderImpl sender;

    @Autowired
    private FailedWorks failed;

    @Autowired
    private MailQueue queue;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private SecrecyGate gate;

    @Autowired
    private Directory directory;

    private long clerk;

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry properties) {
        POST.start();
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", () -> POST.getSmtp().getPort());
        properties.add("spring.mail.properties[mail.smtp.connectiontimeout]", () -> 500);
        properties.add("spring.mail.properties[mail.smtp.timeout]", () -> 500);
        properties.add("sanban.notices.pauses", () -> "1m,5m");
        properties.add("sanban.notices.url", () -> "http://office.example");
    }

    @AfterAll
    static void postOfficeCloses() {
        POST.stop();
    }

    @BeforeEach
    void anEmptyPostBag() throws Exception {
        POST.purgeEmailFromAllMailboxes();
        sender.setPort(POST.getSmtp().getPort());
        transaction.executeWithoutResult(status -> jdbc.sql("update notice set mail_state = 'NONE', mail_next_at = null").update());
        clerk = office.person("S008");
        preferences.keep(clerk, new Preferences.Choice("clerk@example.gov.cn", "zh-CN", List.of("task.urgent")));
    }

    @Test
    void anUrgentArrivalIsMailedOnceInTheLanguageOfItsReaderWithoutItsTitle() throws Exception {
        tellUrgent();
        job.run(clock.instant());
        job.run(clock.instant());
        MimeMessage[] mails = POST.getReceivedMessages();
        assertThat(mails).hasSize(1);
        assertThat(mails[0].getSubject()).contains("急件待办", "收〔2026〕7号").doesNotContain("防汛");
        assertThat(GreenMailUtil.getWholeMessage(mails[0])).contains("multipart/alternative");
        preferences.keep(clerk, new Preferences.Choice("clerk@example.gov.cn", "en", List.of("task.urgent")));
        tellUrgent();
        job.run(clock.instant());
        assertThat(POST.getReceivedMessages()[1].getSubject()).contains("Urgent");
    }

    @Test
    void whatWasNotChosenIsToldInThePageOnly() {
        int before = notices.unread(clerk);
        notices.tell(List.of(clerk, clerk), SUBJECT, "task.circulated", Map.of("title", "某通知"), clock.instant());
        job.run(clock.instant());
        assertThat(POST.getReceivedMessages()).isEmpty();
        assertThat(notices.unread(clerk)).isEqualTo(before + 1);
    }

    @Test
    void aNoticeOfAnActThatFailedIsNeverTold() {
        int before = notices.unread(clerk);
        transaction.executeWithoutResult(status -> {
            tellUrgent();
            status.setRollbackOnly();
        });
        assertThat(notices.unread(clerk)).isEqualTo(before);
    }

    @Test
    void promise12_aMailServerThatHangsHoldsNothingUpAndStandsInTheTrayWithItsReason() throws IOException {
        try (ServerSocket stuck = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            sender.setPort(stuck.getLocalPort());
            tellUrgent();
            Instant at = clock.instant();
            long start = System.nanoTime();
            for (Duration pause : List.of(Duration.ZERO, Duration.ofMinutes(2), Duration.ofMinutes(8))) {
                assertThatThrownBy(() -> job.run(at.plus(pause))).isInstanceOf(MailSendException.class);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        }
        FailedWork work = failed.open(1000).stream().filter(w -> w.work().equals("notices.mail.one")).findFirst().orElseThrow();
        assertThat(work.reason()).isNotBlank();
        sender.setPort(POST.getSmtp().getPort());
        Instant mended = clock.instant().plus(Duration.ofHours(1));
        job.run(mended);
        assertThat(POST.getReceivedMessages()).as("given up until somebody retries").isEmpty();
        queue.again(Objects.requireNonNull(work.subject()), mended);
        job.run(mended);
        assertThat(POST.getReceivedMessages()).hasSize(1);
        assertThat(failed.one(work.id())).isEmpty();
    }

    @Test
    void promise15_theSecurityAdministratorsAreToldWhereAMarkStoodAndNothingOfTheText() {
        long guardian = directory.holding("SEC_ADMIN", 0).getFirst().id();
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> gate.refuseClassified(
                        new SubjectRef("incoming", 0), office.actor("S008"), clock.instant(), SecrecyGate.Field.label("title", "【机密】关于部署某项工作的通知"))))
                .isInstanceOf(Refused.class);
        Notice told = notices.of(guardian, true, Long.MAX_VALUE, 1).getFirst();
        assertThat(told.what()).isEqualTo("secrecy.refused");
        assertThat(told.args().toString()).contains("title").doesNotContain("部署");
    }

    @Test
    void readingIsOnesOwnAffair() {
        notices.tell(List.of(clerk), SUBJECT, "task.circulated", Map.of("title", "某通知"), clock.instant());
        Notice told = notices.of(clerk, true, Long.MAX_VALUE, 1).getFirst();
        notices.markRead(office.person("S009"), told.id(), clock.instant());
        assertThat(notices.of(clerk, true, Long.MAX_VALUE, 1).getFirst().id()).isEqualTo(told.id());
        notices.markRead(clerk, told.id(), clock.instant());
        assertThat(notices.of(clerk, false, Long.MAX_VALUE, 1).getFirst().readAt()).isEqualTo(clock.instant());
    }

    private void tellUrgent() {
        notices.tell(List.of(clerk), SUBJECT, "task.urgent",
                Map.of("title", "关于防汛的通知", "note", "收〔2026〕7号", "due", clock.instant().toString()), clock.instant());
    }
}
