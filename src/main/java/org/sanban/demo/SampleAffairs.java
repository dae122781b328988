package org.sanban.demo;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sanban.affairs.Affair;
import org.sanban.affairs.AffairKind;
import org.sanban.affairs.AffairList;
import org.sanban.affairs.AffairNumbers;
import org.sanban.affairs.Affairs;
import org.sanban.affairs.Concluding;
import org.sanban.affairs.Entrusting;
import org.sanban.affairs.Entry;
import org.sanban.affairs.Lane;
import org.sanban.affairs.AffairReporting;
import org.sanban.affairs.SourceType;
import org.sanban.affairs.State;
import org.sanban.audit.SubjectRef;
import org.sanban.meetings.MeetingKind;
import org.sanban.meetings.Meetings;
import org.sanban.people.Actor;
import org.sanban.people.Organizations;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Replays {@code db/sample/affairs.yaml}: each affair by its persons at its times. */
@Component
class SampleAffairs {

    private static final String SUPERVISOR = "S016";
    private static final String HEAD = "S015";
    private static final String ASKS = "S014";

    private final Affairs affairs;
    private final AffairNumbers numbers;
    private final Entrusting entrusting;
    private final AffairReporting reporting;
    private final Concluding concluding;
    private final Organizations organizations;
    private final AffairList list;
    private final Meetings meetings;
    private final DemoShelf shelf;
    private final Play play;
    private final ZoneId zone;

    SampleAffairs(
            Affairs affairs, AffairNumbers numbers, Entrusting entrusting, AffairReporting reporting, Concluding concluding, Organizations organizations, AffairList list,
            Meetings meetings, DemoShelf shelf, Play play, @Value("${sanban.zone}") ZoneId zone) {
        this.affairs = affairs;
        this.list = list;
        this.meetings = meetings;
        this.numbers = numbers;
        this.entrusting = entrusting;
        this.reporting = reporting;
        this.concluding = concluding;
        this.organizations = organizations;
        this.shelf = shelf;
        this.play = play;
        this.zone = zone;
    }

    static List<JsonNode> all() {
        List<JsonNode> all = new ArrayList<>();
        SampleFiles.tree("affairs.yaml").get("affairs").forEach(all::add);
        return all.stream().sorted(Comparator.comparing(a -> Paper.text(a, "registered_at"))).toList();
    }

    void bring() {
        all().stream().filter(a -> !Paper.text(a, "category").equals("DUTY_INFO")).forEach(this::bring);
    }

    /** As far as its history goes. @return its id */
    long bring(JsonNode one) {
        String category = Paper.text(one, "category");
        String owner = Paper.text(one, "owner");
        Instant registered = time(Paper.text(one, "registered_at"));
        leap(Paper.text(one, "no"), registered);
        boolean ticket = Paper.text(one.path("source"), "type").equals("SERVICE");
        String asks = ticket ? ASKS : owner;
        Instant begun = ticket ? registered : registered.minusSeconds(600);
        long id = arisen(one).map(a -> described(a, one, category, owner, begun))
                .orElseGet(() -> affairs.begin(entry(one, category, owner), play.actor(asks, begun), begun, "sample-" + Paper.text(one, "id")));
        SubjectRef ref = AffairKind.ref(id);
        if (ticket) {
            serve(one, ref, owner, asks);
            return id;
        }
        switch (category) {
            case "PETITION" -> play.finish(ref, owner, "accepted", "决定受理。", null, time(Paper.text(one, "accept_decided_at")));
            case "PROPOSAL_NPC", "PROPOSAL_CPPCC" -> play.finish(ref, owner, "registered", null, null, registered);
            case "VISIT_PROBLEM" -> { }
            default -> {
                if (Paper.text(one, "lane").equals("URGENT_SPECIAL")) {
                    play.finish(ref, owner, "urgent", null, null, registered.minusSeconds(300));
                } else {
                    play.finish(ref, owner, "proposed", null, null, registered.minusSeconds(300));
                    play.finish(ref, HEAD, "registered", "同意立项。", null, registered);
                }
            }
        }
        follow(one, ref, owner, registered);
        return id;
    }

    /** The affair that arose by itself from the decision of a meeting, where that meeting was brought before. */
    private Optional<Affair> arisen(JsonNode one) {
        return one.path("source").has("meeting") ? ofDecision(Paper.text(one.get("source"), "meeting"), one.get("source").get("decision_no").asInt()) : Optional.empty();
    }

    private Optional<Affair> ofDecision(String meeting, int no) {
        JsonNode held = SampleMeetings.all().stream().filter(m -> Paper.text(m, "id").equals(meeting)).findFirst().orElseThrow();
        String words = Paper.text(held.get("decisions").get(no - 1), "text");
        return meetings.page(new Meetings.Filter(Paper.text(held, "name"), null, null, null, null, null), null, 1, Actor.SYSTEM).stream()
                .flatMap(m -> list.page(AffairList.Filter.of(MeetingKind.ref(m.id())), null, 20, Actor.SYSTEM).stream())
                .map(line -> affairs.one(line.id(), Actor.SYSTEM)).filter(a -> a.state() == State.DRAFT && words.equals(a.instruction())).findFirst();
    }

    /** What the supervisor writes on it when it is registered; the words of the decision stay. */
    private long described(Affair arisen, JsonNode one, String category, String owner, Instant at) {
        Entry said = entry(one, category, owner);
        affairs.change(arisen.id(), arisen.version(), new Entry(
                said.category(), said.title(), arisen.source(), said.originNo(), arisen.instruction(), said.standard(), said.firstMatter(), said.lane(), said.laneReason(),
                said.leadUnit(), said.leadBody(), said.supportUnits(), said.supportBodies(), said.due(), said.owner()), play.actor(owner, at), at);
        return arisen.id();
    }

    /** Decisions that this affair answers already are merged into it, while it is open. */
    private void merge(JsonNode one, SubjectRef ref, Instant at) {
        String no = String.valueOf(affairs.one(ref.id(), Actor.SYSTEM).no());
        for (JsonNode meeting : SampleMeetings.all()) {
            for (JsonNode decision : meeting.get("decisions")) {
                if (Paper.text(decision, "affair_id").equals(Paper.text(one, "id")) && !one.path("source").has("meeting")) {
                    ofDecision(Paper.text(meeting, "id"), decision.get("no").asInt()).ifPresent(twin -> {
                        concluding.mergedInto(twin.id(), no, play.actor(SUPERVISOR, at), at);
                        play.finish(twin.ref(), SUPERVISOR, "merged", null, null, at);
                    });
                }
            }
        }
    }

    private Entry entry(JsonNode one, String category, String owner) {
        JsonNode source = one.get("source");
        Affair.Source from = new Affair.Source(sourceType(Paper.text(source, "type")), null, words(source));
        Lane lane = Lane.valueOf(Paper.text(one, "lane"));
        String no = Paper.text(one, "no");
        boolean own = !no.matches("\\p{IsHan}{1,2}〔\\d{4}〕\\d{3}");
        Long unit = Paper.text(one, "lead_division").isEmpty() ? null : play.unit(Paper.text(one, "lead_division"));
        Long body = body(Paper.text(one, "lead_org"));
        String standard = Paper.text(one, "standard").isEmpty() ? Paper.text(one, "title") + "，有书面结果" : Paper.text(one, "standard");
        return new Entry(
                category, Paper.text(one, "title"), from, own ? no : null, Paper.text(one, "instruction_text"), standard, Paper.text(one, "priority").equals("FIRST_MATTER"), lane,
                lane == Lane.NORMAL ? null : lane == Lane.URGENT_SPECIAL ? "灾害，人命关天" : "标准事项", unit, body,
                List.of(), Paper.texts(one, "support_orgs").stream().map(this::body).filter(java.util.Objects::nonNull).toList(), time(Paper.text(one, "due_at")), play.person(owner));
    }

    private static SourceType sourceType(String code) {
        return SourceType.valueOf(code);
    }

    private static @Nullable String words(JsonNode source) {
        return Optional.of(Paper.text(source, "session")).filter(s -> !s.isEmpty())
                .or(() -> Optional.of(Paper.text(source, "channel")).filter(s -> !s.isEmpty()))
                .or(() -> Optional.of(Paper.text(source, "meeting")).filter(s -> !s.isEmpty()).map(m -> "第27次常务会议 议定事项" + source.path("decision_no").asInt()))
                .orElse(null);
    }

    /** The office itself is no body outside. */
    private @Nullable Long body(String code) {
        return code.isEmpty() || code.equals("ORG-YLB") ? null : organizations.byCode(code).orElseThrow().id();
    }

    private void serve(JsonNode one, SubjectRef ref, String owner, String asks) {
        String server = play.holderOf(ref, time(Paper.text(one, "due_at")), owner);
        for (JsonNode step : one.get("history")) {
            Instant at = time(Paper.text(step, "at"));
            if (Paper.text(step, "step").equals("PROGRESS")) {
                reporting.progress(ref.id(), DemoAffairs.told(Paper.text(step, "note")), play.actor(server, at), at, "sample-progress-" + ref.id());
            } else {
                play.finish(ref, server, "served", Paper.text(step, "note"), null, at);
                play.finish(ref, asks, "confirmed", null, null, at.plusSeconds(1200));
            }
        }
    }

    private void follow(JsonNode one, SubjectRef ref, String owner, Instant registered) {
        String result = "";
        boolean entrusted = false;
        Instant last = registered;
        for (JsonNode step : one.get("history")) {
            Instant at = time(Paper.text(step, "at"));
            last = at;
            String note = Paper.text(step, "note");
            String what = Paper.text(step, "step");
            if (!entrusted && !what.equals("ON_SITE")) {
                entrust(ref, owner, what.equals("ENTRUST") ? note : "", what.equals("ENTRUST") ? at : registered.plusSeconds(300));
                entrusted = true;
            }
            switch (what) {
                case "PROGRESS", "REASSIGN" -> reporting.progress(ref.id(), told(ref, note, owner, at), play.actor(handler(ref, owner, at), at), at, "sample-" + what + "-" + ref.id() + "-" + at.getEpochSecond());
                case "CHASE" -> chase(ref, note, handler(ref, owner, at), at);
                case "FEEDBACK" -> {
                    result = note;
                    String handler = handler(ref, owner, at);
                    reporting.feedback(ref.id(), told(ref, note, owner, at), List.of(DemoAffairs.evidence("反馈报告-" + at.getEpochSecond() + ".txt", note)), null, play.actor(handler, at), at, "sample-feedback-" + ref.id() + "-" + at.getEpochSecond());
                }
                case "REVIEW" -> {
                    if (Paper.text(step, "result").equals("REDO")) {
                        play.sendBack(ref, owner, "handle", note, at);
                    }
                }
                case "CLOSE" -> {
                    merge(one, ref, at.minusSeconds(600));
                    close(one, ref, owner, result.isEmpty() ? note : result, at);
                }
                default -> { }
            }
        }
        if (affairs.one(ref.id(), Actor.SYSTEM).state().closed()) {
            Instant[] at = {last.plusSeconds(600)};
            shelf.store(ref, owner, minutes -> at[0] = at[0].plusSeconds(minutes * 60));
        }
    }

    private void entrust(SubjectRef ref, String owner, String note, Instant at) {
        entrusting.entrust(ref.id(), note, play.actor(owner, at), at, "sample-entrust-" + ref.id());
    }

    private void chase(SubjectRef ref, String note, String handler, Instant at) {
        long task = play.mainTask(ref, handler, at);
        play.act(ref, new org.sanban.workflow.Act.Urge(task, "PHONE", note), play.actor(HEAD, at), at);
    }

    private String handler(SubjectRef ref, String owner, Instant at) {
        return play.holderOf(ref, at, owner);
    }

    private AffairReporting.Told told(SubjectRef ref, String note, String owner, Instant at) {
        Affair a = affairs.one(ref.id(), Actor.SYSTEM);
        return new AffairReporting.Told(note, a.leadBody(), null, List.of());
    }

    private void close(JsonNode one, SubjectRef ref, String owner, String result, Instant at) {
        Actor by = play.actor(owner, at);
        String kind = Paper.text(one, "answer_class");
        if (kind.isEmpty()) {
            concluding.result(ref.id(), result, Paper.text(one, "lane").equals("URGENT_SPECIAL") ? "先电话交办，系统记录于当日补齐。" : null, by, at);
            play.finish(ref, owner, "closed", null, null, at);
            return;
        }
        play.finish(ref, owner, "answer", "答复稿合格。", null, at);
        concluding.answer(ref.id(), kind, at.atZone(zone).toLocalDate(), result, by, at);
        play.finish(ref, owner, "answered", null, null, at);
        concluding.asked(ref.id(), Affair.Satisfaction.valueOf(Paper.text(one, "satisfaction")), null, by, at.plusSeconds(1200));
        play.finish(ref, owner, "closed", null, null, at.plusSeconds(1800));
    }

    /** Numbers before it stand in the register on paper. */
    private void leap(String no, Instant at) {
        var form = java.util.regex.Pattern.compile("(\\p{IsHan}{1,2})〔(\\d{4})〕(\\d{3})").matcher(no);
        if (form.matches()) {
            String series = form.group(1);
            numbers.continueAfter(series, Integer.parseInt(form.group(2)), Integer.parseInt(form.group(3)) - 1, "此前的事项登记在纸质台账上", Actor.SYSTEM, at);
        }
    }

    private Instant time(String local) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }
}
