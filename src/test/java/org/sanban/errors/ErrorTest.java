package org.sanban.errors;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sanban.people.Actor;
import org.sanban.people.Actors;
import org.sanban.testing.OfficeTest;
import org.sanban.workflow.Act;
import org.sanban.workflow.Handlings;
import org.sanban.workflow.Positions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the tests of the register do again and again: an error of division MSS, kept by S006, led by its head S017. */
abstract class ErrorTest extends OfficeTest {

    static final String KEEPER = "S006";
    static final String HEAD = "S017";
    /** Of the division: makes the error. */
    static final String MAKER = "S018";
    /** Of another division: tells it. */
    static final String TELLER = "S013";

    @Autowired
    Reporting reporting;

    @Autowired
    Errors errors;

    @Autowired
    ErrorList list;

    @Autowired
    Understanding understanding;

    @Autowired
    Actions actions;

    @Autowired
    Verifying verifying;

    @Autowired
    Explaining explaining;

    @Autowired
    Restricted restricted;

    @Autowired
    Handlings handlings;

    @Autowired
    Positions positions;

    @Autowired
    Actors actors;

    @Autowired
    JdbcClient jdbc;

    String key() {
        return UUID.randomUUID().toString();
    }

    long told(String description) {
        return told(TELLER, Source.RECIPIENT, description);
    }

    long told(String who, Source source, String description) {
        return reporting.report(Report.of(null, "DOC_OUT", source, description), office.actor(who), office.now(), key());
    }

    ErrorRecord read(long id) {
        return errors.one(id, office.actor(KEEPER));
    }

    void finish(long id, String who, String way, @Nullable String opinion) {
        Actor by = office.actor(who);
        Positions.Position at = positions.of(ErrorKind.ref(id), by).orElseThrow();
        long task = Objects.requireNonNull(at.mainAt(String.valueOf(at.step())), () -> who + " does not hold " + at);
        handlings.apply(ErrorKind.ref(id), Act.Complete.of(task, way, opinion), by, office.now(), key());
    }

    void classify(long id, String severity) {
        classify(id, severity, "E-DO-05", office.now().minus(Duration.ofDays(2)));
    }

    void classify(long id, String severity, String type, Instant madeAt) {
        understanding.classify(
                id, read(id).version(),
                new Understanding.Classification("OMITTED", List.of(), type, severity, madeAt, "proofread", "recipient", office.unit("MSS"), "校对人", "一个部门来电询问", 1,
                        Openness.OPEN_IN_OFFICE, null),
                office.actor(KEEPER), office.now());
    }

    void correct(long id) {
        understanding.correct(id, read(id).version(), "发布更正并替换公开页", null, office.actor(KEEPER), office.now());
    }

    void analyse(long id) {
        understanding.analyse(id, read(id).version(), List.of("SLIP", "TOOL"), List.of("合并表格时少了一行", "终校只核对正文"), null, office.actor(HEAD), office.now());
    }

    long action(long id, Actions.Nature nature, @Nullable String owner) {
        return actions.agree(id, nature, nature + " 终校范围包含全部附件", office.unit("MSS"), LocalDate.now(clock).plusDays(5), owner == null ? null : office.person(owner),
                office.actor(HEAD), office.now(), key());
    }

    /** Brings it from the report to the step {@code correct}. */
    void throughCause(long id, String severity) {
        finish(id, KEEPER, "confirmed", null);
        classify(id, severity);
        finish(id, KEEPER, "classified", null);
        finish(id, HEAD, "set", null);
        analyse(id);
        finish(id, HEAD, "analysed", null);
    }

    String step(long id) {
        return String.valueOf(handlings.stepOf(ErrorKind.ref(id)));
    }
}
