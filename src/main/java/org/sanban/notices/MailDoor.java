package org.sanban.notices;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** The way out for mails; open where {@code spring.mail.host} names a server. */
@Component
class MailDoor {

    private final ObjectProvider<JavaMailSender> sender;

    MailDoor(ObjectProvider<JavaMailSender> sender) {
        this.sender = sender;
    }

    boolean open() {
        return sender.getIfAvailable() != null;
    }

    JavaMailSender sender() {
        return sender.getObject();
    }
}
