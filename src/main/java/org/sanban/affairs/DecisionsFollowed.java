package org.sanban.affairs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.sanban.meetings.Body;
import org.sanban.meetings.DecisionAssigned;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A decision of a meeting (议定事项) becomes an affair in the transaction in which it is handed over: its words as they are printed, its lead, its day. */
@Component
class DecisionsFollowed {

    private final Affairs affairs;
    private final DecisionKept kept;
    private final Directory directory;
    private final MessageSource messages;

    DecisionsFollowed(Affairs affairs, DecisionKept kept, Directory directory, MessageSource messages) {
        this.affairs = affairs;
        this.kept = kept;
        this.directory = directory;
        this.messages = messages;
    }

    /** Once a decision, however often it is told. In an office without supervisors nobody follows it up here. */
    @EventListener
    @Transactional
    public void on(DecisionAssigned given) {
        if (directory.holding(AffairCards.KEEPER, 0).isEmpty()) {
            return;
        }
        List<Long> units = new ArrayList<>(given.support().stream().map(Body::unit).filter(Objects::nonNull).distinct().toList());
        List<Long> bodies = new ArrayList<>(given.support().stream().map(Body::organization).filter(Objects::nonNull).distinct().toList());
        units.remove(given.lead().unit());
        bodies.remove(given.lead().organization());
        String from = say("affairs.decision.from", given.meeting(), given.minutes() == null ? "" : given.minutes(), given.no()) + unknown(given);
        Entry entry = Entry.of("MEETING_DECISION", title(given.text()), new Affair.Source(SourceType.MEETING_DECISION, given.subject(), cut(from, EntryRules.LINE)), given.text())
                .within(say("affairs.decision.standard"), given.due()).by(given.lead().unit(), given.lead().organization(), units, bodies);
        kept.keep(affairs.begin(entry, Actor.SYSTEM, given.at(), "decision-" + given.decision()), given);
    }

    /** A lead that is known by its name alone is named, so that the supervisor finds it. */
    private String unknown(DecisionAssigned given) {
        return given.lead().unit() == null && given.lead().organization() == null ? say("affairs.decision.lead", given.lead().name()) : "";
    }

    private String say(String key, Object... args) {
        return messages.getMessage(key, args, Locale.SIMPLIFIED_CHINESE);
    }

    private static String title(String text) {
        return cut(text.lines().findFirst().orElse(text).strip(), EntryRules.TITLE);
    }

    private static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most ? text : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }
}
