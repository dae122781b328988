package org.sanban.outgoing;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sanban.files.SecrecyGate;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The review sheet (核稿单): what the reviewers found at each of the five focuses of review (条例第二十条). A problem stays open until
 * somebody finds the focus in order; whoever finishes a review without a word attests every focus that nobody spoke of.
 */
@Service
public class ReviewSheets {

    private static final String[] STEPS = {"review", "chief", "deputy", "legal"};

    /** 行文理由和依据, 内容合法合规一致可行, 征求意见和协商, 文种格式文字, 其他起草要求. */
    public enum Focus {
        GROUNDS,
        POLICY,
        CONSULTATION,
        FORM,
        RULES
    }

    /** @param note what is wrong, or anything worth noting where all is in order */
    public record Found(Focus focus, boolean inOrder, @Nullable String note) {}

    /** @param tacit attested by finishing the step without a word; {@code sha256}: of the text that was read */
    public record Entry(Focus focus, boolean inOrder, @Nullable String note, boolean tacit, String sha256, String step, long by, Instant at) {}

    private final JdbcClient jdbc;
    private final Outgoings outgoings;
    private final Places places;
    private final StandingTexts texts;
    private final SecrecyGate secrecy;
    private final ApplicationEventPublisher events;

    ReviewSheets(JdbcClient jdbc, Outgoings outgoings, Places places, StandingTexts texts, SecrecyGate secrecy, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.outgoings = outgoings;
        this.places = places;
        this.texts = texts;
        this.secrecy = secrecy;
        this.events = events;
    }

    /** Writes down what was found; a focus of which the same was said last of this text is left as it is. */
    @Transactional
    public void record(long id, List<Found> found, Actor by, Instant at) {
        Places.Place place = places.mineAt(id, by, STEPS);
        Row row = outgoings.lock(id);
        refuseWrong(row, found, by, at);
        String sha256 = texts.of(row).sha256();
        Map<Focus, Entry> last = last(id);
        List<String> written = new ArrayList<>();
        for (Found one : found) {
            Entry entry = new Entry(one.focus(), one.inOrder(), words(one), false, sha256, place.stepOrEnd(), by.id(), at);
            if (!same(last.get(one.focus()), entry)) {
                add(id, entry);
                written.add(one.focus().name());
            }
        }
        if (!written.isEmpty()) {
            events.publishEvent(new OutgoingChanged(row.subject(), "outgoing.review-noted", by.id(), at, Map.of("focuses", written, "sha256", sha256)));
        }
    }

    /** Every word in order, for whoever sees the paper. */
    @Transactional(readOnly = true)
    public List<Entry> of(long id, Actor by) {
        places.of(id, by);
        return rows(id);
    }

    /** Problems that nobody has found in order since. */
    List<Objection> open(Row row) {
        return last(row.id()).values().stream().filter(e -> !e.inOrder())
                .map(e -> Objection.of("outgoing.refusal.focus-open." + e.focus(), Objects.requireNonNull(e.note())).at("focuses")).toList();
    }

    /** Finishing is a word too: it attests the focuses of which none was said of this text. */
    void attest(Row row, Revision text, String step, long person, Instant at) {
        Map<Focus, Entry> last = last(row.id());
        Arrays.stream(Focus.values()).filter(focus -> unspoken(last.get(focus), text))
                .forEach(focus -> add(row.id(), new Entry(focus, true, null, true, text.sha256(), step, person, at)));
    }

    private static boolean unspoken(@Nullable Entry last, Revision text) {
        return last == null || (last.inOrder() && !last.sha256().equals(text.sha256()));
    }

    private void refuseWrong(Row row, List<Found> found, Actor by, Instant at) {
        List<Objection> wrong = new ArrayList<>();
        for (Found one : found) {
            String note = words(one);
            if (!one.inOrder() && note == null) {
                wrong.add(Objection.of("outgoing.refusal.focus-note").at("focusNote[" + one.focus() + "]"));
            }
            DraftLimits.text(Objects.requireNonNullElse(note, ""), "focusNote[" + one.focus() + "]", DraftLimits.NOTE, wrong);
        }
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
        secrecy.refuseClassified(row.subject(), by, at, found.stream().map(one -> SecrecyGate.Field.text("focusNote[" + one.focus() + "]", words(one)))
                .toArray(SecrecyGate.Field[]::new));
    }

    private static @Nullable String words(Found one) {
        return one.note() == null || one.note().isBlank() ? null : one.note().strip();
    }

    private static boolean same(@Nullable Entry before, Entry now) {
        return before != null && before.inOrder() == now.inOrder() && Objects.equals(before.note(), now.note()) && before.by() == now.by()
                && before.sha256().equals(now.sha256());
    }

    private Map<Focus, Entry> last(long id) {
        Map<Focus, Entry> last = new LinkedHashMap<>();
        rows(id).forEach(entry -> last.put(entry.focus(), entry));
        return last;
    }

    private List<Entry> rows(long id) {
        return jdbc.sql("select * from outgoing_focus where document_id = ? order by id").param(id)
                .query((row, n) -> new Entry(
                        Focus.valueOf(row.getString("focus")), row.getBoolean("in_order"), row.getString("note"), row.getBoolean("tacit"),
                        row.getString("sha256"), row.getString("step"), row.getLong("by_person"), row.getTimestamp("at").toInstant()))
                .list();
    }

    private void add(long id, Entry e) {
        jdbc.sql("""
                        insert into outgoing_focus (document_id, focus, in_order, note, tacit, sha256, step, by_person, at)
                        values (:document, :focus, :inOrder, :note, :tacit, :sha256, :step, :by, :at)""")
                .param("document", id).param("focus", e.focus().name()).param("inOrder", e.inOrder()).param("note", e.note(), java.sql.Types.VARCHAR)
                .param("tacit", e.tacit()).param("sha256", e.sha256()).param("step", e.step()).param("by", e.by()).param("at", Timestamp.from(e.at()))
                .update();
    }
}
