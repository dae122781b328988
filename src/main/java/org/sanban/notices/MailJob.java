package org.sanban.notices;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.sanban.audit.RecurringJob;
import org.sanban.notices.MailQueue.Due;
import org.sanban.pages.Texts;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Sends the mails that are due, outside any transaction. A server that does not answer ends the run and is put before the administrators. */
@Component
class MailJob implements RecurringJob {

    private static final int AT_ONCE = 200;

    private final MailQueue queue;
    private final MailDoor door;
    private final Sentences sentences;
    private final TemplateEngine templates;
    private final NoticesSettings settings;

    MailJob(MailQueue queue, MailDoor door, Sentences sentences, TemplateEngine templates, NoticesSettings settings) {
        this.queue = queue;
        this.door = door;
        this.sentences = sentences;
        this.templates = templates;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "notices.mail";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(20);
    }

    @Override
    public void run(Instant at) {
        if (!door.open()) {
            return;
        }
        for (int i = 0; i < AT_ONCE; i++) {
            Optional<Due> due = queue.take(at);
            if (due.isEmpty()) {
                return;
            }
            send(due.get(), at);
        }
    }

    private void send(Due due, Instant at) {
        try {
            JavaMailSender sender = door.sender();
            sender.send(message(sender, due));
            queue.sent(due, at);
        } catch (MailSendException | MailAuthenticationException e) {
            queue.notSent(due, reason(e), at);
            if (e.getCause() != null) {
                throw e; // the server fails, not this mail
            }
        } catch (MailException | MessagingException e) {
            queue.notSent(due, reason(e), at);
        }
    }

    private MimeMessage message(JavaMailSender sender, Due due) throws MessagingException {
        Texts texts = sentences.texts(due.locale());
        String sentence = sentences.forMail(due.notice(), texts);
        String link = settings.url() == null ? "" : settings.url() + "/go?subject=" + due.notice().subject();
        MimeMessage message = sender.createMimeMessage();
        MimeMessageHelper mail = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        mail.setFrom(settings.from());
        mail.setTo(due.address());
        mail.setSubject(texts.of("notices.mail.subject", sentence));
        StringOutput html = new StringOutput();
        templates.render("notices/mail.jte", Map.of("texts", texts, "sentence", sentence, "link", link), html);
        String plain = sentence + "\n" + link + "\n\n" + texts.of("notices.mail.footer") + "\n";
        mail.setText(plain, html.toString());
        return message;
    }

    private static String reason(Exception e) {
        Throwable cause = e instanceof MailSendException sending && sending.getMessageExceptions().length > 0
                ? sending.getMessageExceptions()[0] : e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }
}
