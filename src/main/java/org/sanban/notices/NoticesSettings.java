package org.sanban.notices;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people are told ({@code sanban.notices.*}).
 *
 * @param kinds what a person may choose to be mailed about
 * @param mailed what is mailed to those who chose nothing but have an address
 * @param pauses between the attempts at one mail; after the last it has failed
 * @param from sender of the mails
 * @param titlesInMail whether mails name titles and reasons; if not, only the number
 * @param url of the house as a browser reaches it, for the links in mails; null leaves the links out
 */
@ConfigurationProperties("sanban.notices")
public record NoticesSettings(
        @DefaultValue({"task.urgent", "task.returned", "task.voided", "task.urged", "task.reminded", "task.escalated",
                    "task.circulated", "task.laid", "extension.decided", "secrecy.refused", "work.failed"})
                List<String> kinds,
        @DefaultValue({"task.urgent", "task.urged", "task.reminded", "task.escalated", "task.laid", "secrecy.refused"}) List<String> mailed,
        @DefaultValue({"1m", "5m", "30m", "2h", "8h"}) List<Duration> pauses,
        @DefaultValue("sanban@localhost") String from,
        @DefaultValue("false") boolean titlesInMail,
        @Nullable String url) {}
