package org.sanban.affairs;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sanban.files.SecrecyGate;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.sanban.workflow.Handlings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What came of an affair: its result, the answer to a proposal and what the body that asked says of it, the affair it was merged into. */
@Service
@Transactional
public class Concluding {

    private final AffairDesk desk;
    private final AffairRows rows;
    private final AffairCards cards;
    private final Categories categories;
    private final SecrecyGate secrecy;
    private final Handlings handlings;
    private final ApplicationEventPublisher events;
    private final ZoneId zone;

    Concluding(
            AffairDesk desk, AffairRows rows, AffairCards cards, Categories categories, SecrecyGate secrecy, Handlings handlings, ApplicationEventPublisher events,
            @Value("${sanban.zone}") ZoneId zone) {
        this.desk = desk;
        this.rows = rows;
        this.cards = cards;
        this.categories = categories;
        this.secrecy = secrecy;
        this.handlings = handlings;
        this.events = events;
        this.zone = zone;
    }

    /**
     * Says what came of it (办理结果).
     *
     * @param afterAction what is written down after an urgent matter was done first (先办后补)
     */
    public void result(long id, String result, @Nullable String afterAction, Actor by, Instant at) {
        Affair affair = desk.mine(id, by, "review", "close");
        List<Objection> wrong = new ArrayList<>();
        Words.said(result, "result", EntryRules.LONG, wrong);
        Words.fit(afterAction, "afterAction", EntryRules.LONG, wrong);
        write(affair, "affair.result-said", wrong, by, at, values("result", result.strip(), "after_action", Words.orNull(afterAction)), result, afterAction);
    }

    /** Writes down the answer to a proposal (答复): its class, the day, the words. */
    public void answer(long id, @Nullable String kind, @Nullable LocalDate on, @Nullable String result, Actor by, Instant at) {
        Affair affair = desk.mine(id, by, "review", "answer");
        List<Objection> wrong = new ArrayList<>();
        if (kind == null || !categories.answerClasses().contains(kind)) {
            wrong.add(Objection.of("affairs.refusal.answer-class").at("answerClass"));
        }
        if (on == null || on.isAfter(LocalDate.ofInstant(at, zone))) {
            wrong.add(Objection.of("affairs.refusal.answered-on").at("answeredOn"));
        }
        Words.said(result, "answer", EntryRules.LONG, wrong);
        write(affair, "affair.answered", wrong, by, at, values("answer_class", kind, "answered_on", on, "result", Words.orNull(result)), result, null);
    }

    /** Writes down what the body that asked says of the answer (回访). Not satisfied: it is handled again. */
    public void asked(long id, Affair.@Nullable Satisfaction said, @Nullable String words, Actor by, Instant at) {
        Affair affair = desk.mine(id, by, "ask");
        List<Objection> wrong = new ArrayList<>();
        if (said == null) {
            wrong.add(Objection.of("affairs.refusal.satisfaction").at("satisfaction"));
        }
        if (said == Affair.Satisfaction.UNSATISFIED && Words.orNull(words) == null) {
            wrong.add(Objection.of("affairs.refusal.empty").at("satisfactionWords"));
        }
        Words.fit(words, "satisfactionWords", EntryRules.LINE, wrong);
        write(affair, "affair.asked", wrong, by, at, values("satisfaction", said, "satisfaction_words", Words.orNull(words)), words, null);
    }

    /**
     * Names the affair that this one is merged into (并案). It ends when the step is finished by that way.
     *
     * @param into number of an open affair that the actor may read
     */
    public void mergedInto(long id, String into, Actor by, Instant at) {
        Affair affair = desk.mine(id, by, "propose", "register", "accept", "entrust");
        Affair other = rows.numbered(into).flatMap(found -> rows.seen(found, by)).orElseThrow(() -> new Refused(Objection.of("affairs.refusal.no-such-affair").at("into")));
        List<Objection> wrong = new ArrayList<>();
        if (other.id() == id || other.mergedInto() != null || other.state().closed()) {
            wrong.add(Objection.of("affairs.refusal.merge-closed").at("into"));
        }
        write(affair, "affair.merge-said", wrong, by, at, values("merged_into", other.id()), null, null);
    }

    private void write(Affair affair, String what, List<Objection> wrong, Actor by, Instant at, Map<String, Object> values, @Nullable String one, @Nullable String two) {
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
        secrecy.refuseClassified(affair.ref(), by, at, SecrecyGate.Field.text("result", one), SecrecyGate.Field.text("afterAction", two));
        rows.stamp(affair.id(), values, at);
        Affair now = rows.one(affair.id());
        handlings.describe(now.ref(), cards.of(now));
        events.publishEvent(new AffairChanged(affair.ref(), what, by.id(), at, Map.of()));
    }

    private static Map<String, Object> values(@Nullable Object... pairs) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int n = 0; n < pairs.length; n += 2) {
            values.put(String.valueOf(pairs[n]), pairs[n + 1]);
        }
        return values;
    }
}
