package org.sanban.affairs;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.pages.NotFound;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.sanban.workflow.Act;
import org.sanban.workflow.Handlings;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Affairs of the house (办事): begun, described, read. Where they go is the engine's. */
@Service
@Transactional
public class Affairs {

    private final AffairRows rows;
    private final EntryRules rules;
    private final AffairCards cards;
    private final AffairNumbering numbering;
    private final AffairDesk desk;
    private final DecisionKept decided;
    private final Categories categories;
    private final Handlings handlings;
    private final ApplicationEventPublisher events;

    Affairs(
            AffairRows rows, EntryRules rules, AffairCards cards, AffairNumbering numbering, AffairDesk desk, DecisionKept decided, Categories categories, Handlings handlings,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.rules = rules;
        this.cards = cards;
        this.numbering = numbering;
        this.desk = desk;
        this.decided = decided;
        this.categories = categories;
        this.handlings = handlings;
        this.events = events;
    }

    /**
     * Begins an affair and lays it before whom its procedure says. The same request again answers the same affair.
     *
     * @return its id
     * @throws Refused beside the field; nothing is kept then
     */
    public long begin(Entry entry, Actor by, Instant at, String requestId) {
        String request = request(requestId, by);
        Optional<Long> before = rows.byRequest(request);
        if (before.isPresent()) {
            return before.get();
        }
        Category category = rules.refuseWrong(entry, by, at);
        Map<String, Object> values = written(entry, category, by);
        values.put("request_id", request);
        values.put("category", category.code());
        values.put("source_type", entry.source().type());
        SubjectRef subject = entry.source().subject();
        values.put("source_kind", subject == null ? null : subject.kind());
        values.put("source_id", subject == null ? null : subject.id());
        values.put("source_words", Words.orNull(entry.source().words()));
        values.put("sensitive", category.sensitive());
        values.put("created_by", by.id());
        values.put("created_at", at);
        values.put("updated_at", at);
        long id = rows.add(values);
        List<Affair.Party> parties = rules.parties(entry, category);
        rows.parties(id, parties);
        if (category.service()) {
            numbering.number(id, by, at);
        }
        Affair made = rows.one(id);
        tell(made.ref(), "affair.begun", by, at, Map.of("category", category.code(), "source", entry.source().type().name()));
        handlings.start(made.ref(), category.procedure(), cards.of(made), first(category, made, by), by, at, requestId);
        return id;
    }

    /** Each person's requests are their own: no other's key can take the place of the office's own for a decision or an instruction. */
    private static String request(String requestId, Actor by) {
        return by.id() == Actor.SYSTEM.id() ? requestId : by.id() + "/" + requestId;
    }

    /** A ticket goes to the unit that serves; what a supervisor or somebody on duty begins lies before that person. */
    private static List<Act.Pick> first(Category category, Affair made, Actor by) {
        if (category.service()) {
            return Stream.of(made.leadUnit()).flatMap(Stream::ofNullable).map(Act.Pick::lead).toList();
        }
        String role = category.procedure().equals("affair-duty") ? "DUTY_OFFICER" : AffairCards.KEEPER;
        return by.id() != 0 && by.has(role) && Objects.equals(made.owner(), by.id()) ? List.of(Act.Pick.person(by.id())) : List.of();
    }

    /**
     * Writes anew what is asked, while it is not with those who handle it.
     *
     * @throws org.sanban.pages.Stale when somebody else wrote meanwhile
     */
    public void change(long id, int version, Entry entry, Actor by, Instant at) {
        Affair before = desk.mine(id, by, "propose", "register", "accept", "entrust");
        Category category = rules.refuseWrong(entry, by, at);
        Refused.unless(categories.one(before.category()).procedure().equals(category.procedure()), "affairs.refusal.other-way");
        Refused.unless(before.no() == null || category.code().equals(before.category()), "affairs.refusal.numbered");
        Map<String, Object> values = written(entry, category, by);
        if (before.source().type() == SourceType.INSTRUCTION && before.source().subject() != null) {
            values.remove("instruction");
        }
        values.put("category", category.code());
        rows.set(id, version, values, at);
        rows.parties(id, rules.parties(entry, category));
        Affair now = rows.one(id);
        handlings.describe(now.ref(), cards.of(now));
        Map<String, Object> changed = new LinkedHashMap<>();
        was(changed, "title", before.sensitive() ? "…" : before.title(), before.sensitive() ? "…" : now.title());
        was(changed, "standard", before.standard(), now.standard());
        was(changed, "due", before.due(), now.due());
        was(changed, "lane", before.lane(), now.lane());
        was(changed, "laneReason", before.laneReason(), now.laneReason());
        was(changed, "parties", before.parties(), now.parties());
        if (!changed.isEmpty()) {
            tell(now.ref(), "affair.changed", by, at, changed);
        }
    }

    private static void was(Map<String, Object> changed, String field, @Nullable Object before, @Nullable Object now) {
        if (!Objects.equals(before, now)) {
            changed.put(field, String.valueOf(before));
        }
    }

    private Map<String, Object> written(Entry entry, Category category, Actor by) {
        Map<String, Object> values = new LinkedHashMap<>();
        Long owner = entry.owner() != null ? entry.owner() : by.id() == 0 ? null : by.id();
        values.put("title", entry.title().strip());
        values.put("origin_no", Words.orNull(entry.originNo()));
        values.put("instruction", Words.orNull(entry.instruction()));
        values.put("standard", Words.orNull(entry.standard()));
        values.put("first_matter", entry.firstMatter());
        values.put("lane", entry.laneOr());
        values.put("lane_reason", entry.laneOr() == Lane.NORMAL ? null : Words.orNull(entry.laneReason()));
        values.put("owner", owner);
        values.put("owner_unit", category.service() ? rules.serving(entry, category) : cards.unitOf(owner));
        values.put("due_at", entry.due());
        return values;
    }

    /** @throws NotFound where there is none, or the actor may not read it */
    @Transactional(readOnly = true)
    public Affair one(long id, Actor by) {
        return rows.seen(id, by).orElseThrow(NotFound::new);
    }

    /** What the minutes say, where the affair came of a decision and does not say the same. */
    @Transactional(readOnly = true)
    public Optional<String> decidedOtherwise(Affair a) {
        return decided.of(a.id()).filter(d -> !DecisionKept.says(a, d)).map(DecisionKept.Decided::words);
    }

    /** The affair with this number (of the office, or of the body that asks) where the actor may read it. */
    @Transactional(readOnly = true)
    public Optional<Affair> numbered(String no, Actor by) {
        return rows.numbered(no).flatMap(id -> rows.seen(id, by));
    }

    private void tell(SubjectRef subject, String what, Actor by, Instant at, Map<String, ?> detail) {
        events.publishEvent(new AffairChanged(subject, what, by.id(), at, detail));
    }
}
