package org.sanban.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.errors.Actions;
import org.sanban.errors.ErrorRecord;
import org.sanban.errors.Errors;
import org.sanban.errors.Explaining;
import org.sanban.errors.Openness;
import org.sanban.errors.Report;
import org.sanban.errors.Reporting;
import org.sanban.errors.Restricted;
import org.sanban.errors.Source;
import org.sanban.errors.Understanding;
import org.sanban.errors.Verifying;
import org.sanban.outgoing.OutgoingKind;
import org.sanban.outgoing.OutgoingList;
import org.sanban.people.Actor;
import org.sanban.people.Directory;
import org.sanban.workflow.Act;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Brings the errors of the sample office through their life, each by its persons at its times, through the same doors as the pages. */
@Component
class SampleErrors {

    private static final String KEEPER = "S006";
    /** Verifies where the keeper is concerned. */
    private static final String OTHER = "S015";
    private static final String TELLER = "S007";

    /** Stages that the samples call by another word than the office. */
    private static final Map<String, String> STAGES = Map.of(
            "DOC_IN/归档", "transfer", "DOC_OUT/执行", "recipient", "MEETING/审核", "minutes-review", "AFFAIR/批示", "instruction");

    private final Reporting reporting;
    private final Errors errors;
    private final Understanding understanding;
    private final Actions actions;
    private final Verifying verifying;
    private final Explaining explaining;
    private final Restricted restricted;
    private final OutgoingList outgoing;
    private final Directory directory;
    private final Play play;
    private final ZoneId zone;

    SampleErrors(
            Reporting reporting, Errors errors, Understanding understanding, Actions actions, Verifying verifying, Explaining explaining, Restricted restricted,
            OutgoingList outgoing, Directory directory, Play play, @Value("${sanban.zone}") ZoneId zone) {
        this.reporting = reporting;
        this.errors = errors;
        this.understanding = understanding;
        this.actions = actions;
        this.verifying = verifying;
        this.explaining = explaining;
        this.restricted = restricted;
        this.outgoing = outgoing;
        this.directory = directory;
        this.play = play;
        this.zone = zone;
    }

    /** Those of the file whose life is over by now, in the order of their numbers. @return their ids by the names of the file */
    Map<String, Long> bring(Instant now) {
        JsonNode file = SampleFiles.tree("errors.yaml");
        List<JsonNode> all = StreamSupport.stream(file.get("errors").spliterator(), false)
                .filter(e -> LocalDate.parse(e.get("verification").get("at").asString()).plusDays(8).atStartOfDay(zone).toInstant().isBefore(now)).toList();
        Map<String, Long> made = new java.util.LinkedHashMap<>();
        for (JsonNode one : all) {
            List<String> staff = new ArrayList<>();
            String role = null;
            for (JsonNode block : file.get("restricted")) {
                if (block.get("error_id").asString().equals(one.get("id").asString())) {
                    block.get("staff").forEach(s -> staff.add(s.asString()));
                    role = block.get("role").asString();
                }
            }
            made.put(text(one, "id"), new Life(one, staff, Objects.requireNonNull(role), made).go());
        }
        return made;
    }

    /** One error's life. */
    private final class Life {

        private final JsonNode one;
        private final List<String> staff;
        private final String role;
        private final Map<String, Long> before;
        private final long unit;
        private Instant at;

        Life(JsonNode one, List<String> staff, String role, Map<String, Long> before) {
            this.one = one;
            this.staff = staff;
            this.role = role;
            this.before = before;
            this.unit = play.unit(text(one, "division"));
            this.at = time(one.get("found_at").asString());
        }

        long go() {
            long id = told();
            SubjectRef ref = new SubjectRef("error", id);
            after(time(one.get("immediate_correction").get("done_at").asString()));
            play.finish(ref, KEEPER, "confirmed", null, null, later(30));
            classify(id);
            play.finish(ref, KEEPER, "classified", null, null, later(60));
            hear(id);
            String head = head();
            play.finish(ref, head, "set", null, null, later(120));
            causes(id, head);
            play.finish(ref, head, "analysed", null, null, later(30));
            mend(id, head);
            play.finish(ref, head, "corrected", null, null, later(30));
            verify(id, ref);
            lesson(id, ref);
            return id;
        }

        private long told() {
            Source source = Source.valueOf(text(one, "source"));
            boolean self = source == Source.SELF;
            String business = text(one, "business");
            JsonNode mended = one.get("immediate_correction");
            Actor by = play.actor(self ? staff.getFirst() : source == Source.AUDIT ? OTHER : TELLER, at);
            SubjectRef subject = subject();
            return reporting.report(
                    new Report(subject, subject == null ? words() : null, business, source, self, text(one, "description"), text(one, "should_be"), at, stage("found_stage"),
                            time(text(one, "occurred_at")), stage("occurred_stage"), unit, null, null, null, text(one, "effect"), null, text(mended, "text"),
                            time(text(mended, "done_at"))),
                    by, at, "sample-" + text(one, "id"));
        }

        private void classify(long id) {
            String earlier = text(one, "recurrence_of");
            ErrorRecord e = read(id);
            understanding.classify(
                    id, e.version(),
                    new Understanding.Classification(
                            text(one, "kind"), List.of(), text(one, "type_code"), text(one, "severity"), e.found().madeAt(), e.found().madeStep(), e.found().step(), unit, role,
                            text(one, "effect"), null, Openness.OPEN_IN_OFFICE, before.containsKey(earlier) ? read(before.get(earlier)).no() : null),
                    keeper(), later(40));
        }

        /** Whoever is meant is heard before the step is done, by somebody else. */
        private void hear(long id) {
            for (String person : staff) {
                Actor by = play.actor(person.equals(KEEPER) ? "S004" : KEEPER, at);
                restricted.name(id, play.person(person), role, 100, null, by, later(20));
                restricted.look(id, Restricted.Way.PAGE, by, at).named().stream().filter(n -> n.heardAt() == null && n.part().equals("RESPONSIBLE"))
                        .forEach(n -> restricted.heard(id, n.id(), "情况属实，已说明经过", by, at));
            }
        }

        private void causes(long id, String head) {
            List<String> codes = new ArrayList<>();
            one.get("causes").forEach(c -> codes.add(c.asString().split(" ")[0]));
            understanding.analyse(id, read(id).version(), codes, List.of(text(one, "cause_text")), null, play.actor(head, at), later(300));
        }

        private void mend(long id, String head) {
            for (JsonNode a : one.get("corrective")) {
                LocalDate done = LocalDate.parse(text(a, "done"));
                long action = actions.agree(id, Actions.Nature.CORRECTIVE, text(a, "what"), play.unit(text(a, "owner_division")), LocalDate.parse(text(a, "due")), null,
                        play.actor(head, at), later(30), UUID.randomUUID().toString());
                after(done.atTime(16, 0).atZone(zone).toInstant());
                actions.done(id, action, "已落实，见整改台账", at, play.actor(head, at), at);
            }
        }

        private void verify(long id, SubjectRef ref) {
            JsonNode look = one.get("verification");
            after(LocalDate.parse(text(look, "at")).atTime(15, 0).atZone(zone).toInstant());
            String verifier = staff.contains(KEEPER) ? OTHER : KEEPER;
            if (!verifier.equals(KEEPER)) {
                play.act(ref, new Act.Forward(play.mainTask(ref, KEEPER, at), play.person(OTHER), "回避"), keeper(), at);
            }
            verifying.verify(id, text(look, "method"), text(look, "result"), true, play.actor(verifier, at), at);
            JsonNode told = one.get("explained");
            if (told == null || told.isNull()) {
                play.finish(ref, verifier, "verified", null, null, later(20));
                return;
            }
            play.finish(ref, verifier, "explain", null, null, later(20));
            String head = head();
            Actor by = play.actor(head, at);
            Instant held = LocalDate.parse(text(told, "at")).atTime(10, 0).atZone(zone).toInstant();
            explaining.plan(id, meeting(text(told, "meeting")), null, held, text(told, "by_role"), by, at);
            explaining.prepare(id, text(one, "description"), text(one, "cause_text"), text(one.get("corrective").get(0), "what"), by, later(20));
            explaining.held(id, "说明了经过、原因和措施，会议要求举一反三", held, by, later(20));
            play.finish(ref, head, "explained", null, null, later(20));
        }

        private void lesson(long id, SubjectRef ref) {
            String told = text(one, "casebook");
            String rule = text(one, "rule");
            if (told.isEmpty()) {
                play.finish(ref, KEEPER, "no-case", "已有同类案例或情节简单，不单独入汇编", null, later(60));
            } else {
                errors.inCasebook(id, told, keeper(), at);
                play.finish(ref, KEEPER, "entered", null, null, later(60));
            }
            if (rule.isEmpty()) {
                play.finish(ref, KEEPER, "no-rule", "以整改措施固化，不另设规则", null, later(30));
            } else {
                errors.becameRule(id, rule, keeper(), at);
                play.finish(ref, KEEPER, "rule-made", null, null, later(30));
            }
        }

        /** The paper where it runs here; what is kept elsewhere keeps its name as words. */
        private @Nullable SubjectRef subject() {
            String item = text(one, "item");
            return !item.startsWith("D-OUT") ? null
                    : outgoing.page(new OutgoingList.Filter(Paper.text(SampleOutgoing.document(item), "doc_number"), null, null, null, null, null, null, null), null, 1, Actor.SYSTEM)
                            .stream().map(l -> new SubjectRef(OutgoingKind.KIND, l.id())).findFirst().orElse(null);
        }

        private String words() {
            String item = text(one, "item");
            return item.startsWith("D-") ? Paper.text(SampleOutgoing.document(item), "doc_number")
                    : item.startsWith("M-") ? meeting(item)
                    : item.startsWith("AF-") ? named("affairs.yaml", "affairs", item, "title") : named("archives.yaml", "items", item, "title");
        }

        private String stage(String field) {
            String said = text(one, field);
            return STAGES.getOrDefault(text(one, "business") + "/" + said, said);
        }

        private String head() {
            return directory.headOf(unit).orElseThrow().code();
        }

        private Actor keeper() {
            return play.actor(KEEPER, at);
        }

        private ErrorRecord read(long id) {
            return errors.one(id, keeper());
        }

        private Instant later(long minutes) {
            at = at.plusSeconds(minutes * 60);
            return at;
        }

        private void after(Instant moment) {
            at = moment.isAfter(at) ? moment : at;
        }

        private Instant time(String text) {
            return LocalDateTime.parse(text).atZone(zone).toInstant();
        }
    }

    private static String meeting(String id) {
        return named("meetings.yaml", "meetings", id, "name");
    }

    private static String named(String file, String list, String id, String field) {
        return StreamSupport.stream(SampleFiles.tree(file).get(list).spliterator(), false).filter(n -> n.get("id").asString().equals(id)).map(n -> text(n, field)).findFirst()
                .orElse(id);
    }

    static String text(JsonNode node, String field) {
        JsonNode value = node.get(field);
        return value == null || value.isNull() ? "" : value.asString();
    }
}
