package org.sanban.affairs;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.documents.InstructionGiven;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.sanban.workflow.Handlings;
import org.sanban.workflow.Moved;
import org.sanban.workflow.Urgency;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Leaders' instructions (批示), kept verbatim. One that asks for something becomes an affair by itself, in the transaction in which it is given;
 * one for reading asks for nothing, a circle says that it was seen (domain.md §6.3). A further instruction on the same paper goes to the affair
 * that is open already; where they differ, the higher leader's last word is what is passed on.
 */
@Service
public class Instructions {

    /** @param words null where it was circled */
    public record Instruction(SubjectRef paper, long leader, @Nullable String words, Categories.Sort sort, Instant at, @Nullable Long affair) {}

    private static final List<String> RANKS = List.of("GOV_LEADER", "LEADER");

    private final JdbcClient jdbc;
    private final Categories categories;
    private final Affairs affairs;
    private final AffairRows rows;
    private final AffairCards cards;
    private final Directory directory;
    private final Handlings handlings;
    private final ApplicationEventPublisher events;
    private final MessageSource messages;

    Instructions(
            JdbcClient jdbc, Categories categories, Affairs affairs, AffairRows rows, AffairCards cards, Directory directory, Handlings handlings,
            ApplicationEventPublisher events, MessageSource messages) {
        this.jdbc = jdbc;
        this.categories = categories;
        this.affairs = affairs;
        this.rows = rows;
        this.cards = cards;
        this.directory = directory;
        this.handlings = handlings;
        this.events = events;
        this.messages = messages;
    }

    @EventListener
    @Transactional
    public void on(InstructionGiven given) {
        Categories.Sort sort = categories.sort(given.words());
        Long affair = sort != Categories.Sort.ACT ? null : rows.openOf(given.paper()).orElseGet(() -> begin(given));
        boolean kept = jdbc.sql("""
                        insert into affair_instruction (subject_kind, subject_id, movement, leader, words, sort, given_at, affair_id)
                        values (:kind, :id, :movement, :leader, cast(:words as text), :sort, :at, cast(:affair as bigint)) on conflict do nothing""")
                .param("kind", given.paper().kind()).param("id", given.paper().id()).param("movement", given.movement()).param("leader", given.leader())
                .param("words", given.words()).param("sort", sort.name()).param("at", Timestamp.from(given.at())).param("affair", affair)
                .update() > 0;
        if (kept && affair != null) {
            passOn(affair, given);
        }
    }

    /** A leader who mends the words of an instruction gives it anew; the first one stays (promise 3). */
    @EventListener
    @Transactional
    public void corrected(Moved moved) {
        long leader = moved.onBehalfOf() != null ? moved.onBehalfOf() : moved.actor();
        if (moved.kind().equals("CORRECT_OPINION") && moved.opinion() != null && on(moved.subject()).stream().anyMatch(i -> i.leader() == leader)) {
            on(new InstructionGiven(moved.subject(), moved.movement(), leader, moved.opinion(), moved.title(), moved.number(), moved.urgency(), moved.at()));
        }
    }

    /** Null where nobody keeps affairs in this office: the instruction is kept all the same. */
    private @Nullable Long begin(InstructionGiven given) {
        if (directory.holding(AffairCards.KEEPER, 0).isEmpty()) {
            return null;
        }
        Affair.Source source = new Affair.Source(SourceType.INSTRUCTION, given.paper(), given.number());
        String title = given.title().length() > EntryRules.TITLE ? given.title().substring(0, EntryRules.TITLE) : given.title();
        Entry entry = Entry.of("INSTRUCTION", title, source, given.words());
        boolean urgent = given.urgency() != Urgency.NORMAL;
        return affairs.begin(urgent ? entry.in(Lane.URGENT_SPECIAL, messages.getMessage("affairs.instruction.urgent", null, Locale.SIMPLIFIED_CHINESE)) : entry, Actor.SYSTEM, given.at(), "instruction-" + given.movement());
    }

    private void passOn(long id, InstructionGiven given) {
        Affair affair = rows.lock(id);
        String words = of(id).stream().min(Comparator.comparingInt((Instruction i) -> rank(i.leader())).thenComparing(Instruction::at, Comparator.reverseOrder()))
                .map(Instruction::words).orElse(given.words());
        if (!Objects.equals(words, affair.instruction())) {
            rows.stamp(id, Collections.singletonMap("instruction", words), given.at());
            handlings.describe(affair.ref(), cards.of(rows.one(id)));
        }
        events.publishEvent(new AffairChanged(affair.ref(), "affair.instructed", given.leader(), given.at(), Map.of("paper", given.paper().toString(), "words", String.valueOf(given.words()))));
    }

    /** Smaller is higher. */
    private int rank(long leader) {
        List<Long> order = RANKS.stream().flatMap(role -> directory.holding(role, 0).stream()).map(Directory.Entry::id).toList();
        int at = order.indexOf(leader);
        return at < 0 ? order.size() : at;
    }

    /** Those of an affair, the first one first. */
    @Transactional(readOnly = true)
    public List<Instruction> of(long affair) {
        return read("affair_id = ?", affair);
    }

    /** Those on a paper. The caller asks whether the reader sees the paper. */
    @Transactional(readOnly = true)
    public List<Instruction> on(SubjectRef paper) {
        return read("subject_kind = ? and subject_id = ?", paper.kind(), paper.id());
    }

    private List<Instruction> read(String condition, Object... values) {
        return jdbc.sql("select * from affair_instruction where " + condition + " order by id").params(values)
                .query((row, n) -> new Instruction(
                        new SubjectRef(row.getString("subject_kind"), row.getLong("subject_id")), row.getLong("leader"), row.getString("words"),
                        Categories.Sort.valueOf(row.getString("sort")), row.getTimestamp("given_at").toInstant(), row.getObject("affair_id", Long.class)))
                .list();
    }
}
