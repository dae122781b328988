package org.sanban.affairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.sanban.files.Attachment;
import org.sanban.files.Upload;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.sanban.people.Organizations;
import org.sanban.testing.OfficeTest;
import org.sanban.workflow.Act;
import org.sanban.workflow.Handlings;
import org.sanban.workflow.Positions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Affairs for tests, and their way: followed by S016, registered by the head S015, handled by S017 in division MSS with S019 in MSI. */
abstract class AffairTest extends OfficeTest {

    static final String SUPERVISOR = "S016";
    static final String HEAD = "S015";
    static final String LEAD = "S017";
    static final String SUPPORT = "S019";

    @Autowired
    Affairs affairs;

    @Autowired
    AffairList list;

    @Autowired
    Entrusting entrusting;

    @Autowired
    AffairReporting reporting;

    @Autowired
    Concluding concluding;

    @Autowired
    Handlings handlings;

    @Autowired
    Positions positions;

    @Autowired
    Organizations organizations;

    @Autowired
    JdbcClient jdbc;

    static String key() {
        return UUID.randomUUID().toString();
    }

    Entry entry() {
        return Entry.of("SUPERVISION", "十项措施落实情况 " + key(), Affair.Source.of(SourceType.PLAN), "请各单位认真落实")
                .within("十项措施全部落地", office.now().plus(Duration.ofDays(10))).by(office.unit("MSS"), null, List.of(office.unit("MSI")), List.of());
    }

    long begun(Entry entry) {
        return affairs.begin(entry, office.actor(SUPERVISOR), office.now(), key());
    }

    /** Registered, numbered and with those who handle it. */
    long entrusted(Entry entry) {
        long id = begun(entry);
        finish(id, SUPERVISOR, entry.laneOr() == Lane.URGENT_SPECIAL ? "urgent" : "proposed", null);
        if (entry.laneOr() != Lane.URGENT_SPECIAL) {
            finish(id, HEAD, "registered", "同意立项");
        }
        entrusting.entrust(id, null, office.actor(SUPERVISOR), office.now(), key());
        return id;
    }

    void feedback(long id, String who, String words) {
        reporting.feedback(id, told(words), List.of(file("情况报告 " + key() + ".txt", words + key())), null, office.actor(who), office.now(), key());
    }

    static AffairReporting.Told told(String words) {
        return new AffairReporting.Told(words, null, null, List.of());
    }

    static Upload file(String name, String text) {
        return new Upload(name, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Attachment.Copy.RESULT);
    }

    void finish(long id, String who, @Nullable String way, @Nullable String opinion, Act.Pick... picks) {
        handlings.apply(AffairKind.ref(id), Act.Complete.of(task(id, who), way, opinion, picks), office.actor(who), office.now(), key());
    }

    void sendBack(long id, String who, String to, String reason) {
        handlings.apply(AffairKind.ref(id), new Act.Return(task(id, who), to, List.of(), false, reason), office.actor(who), office.now(), key());
    }

    long task(long id, String who) {
        Positions.Position at = positions.of(AffairKind.ref(id), office.actor(who)).orElseThrow();
        return Objects.requireNonNull(at.mainAt(String.valueOf(at.step())), () -> who + " does not hold " + at);
    }

    Affair read(long id) {
        return affairs.one(id, Actor.SYSTEM);
    }

    String step(long id) {
        return String.valueOf(handlings.stepOf(AffairKind.ref(id)));
    }

    Instant in(int days) {
        return office.now().plus(Duration.ofDays(days));
    }

    static void assertRefused(String code, @Nullable String field, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Refused.class, refused ->
                assertThat(refused.objections()).extracting(Objection::code, Objection::field).contains(org.assertj.core.groups.Tuple.tuple(code, field)));
    }
}
