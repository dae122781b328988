package org.sanban.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.sanban.affairs.Affair;
import org.sanban.affairs.AffairKind;
import org.sanban.affairs.Affairs;
import org.sanban.affairs.Entry;
import org.sanban.affairs.Entrusting;
import org.sanban.audit.RecurringJob;
import org.sanban.audit.SubjectRef;
import org.sanban.collation.Comparisons;
import org.sanban.errors.ErrorKind;
import org.sanban.errors.Errors;
import org.sanban.errors.Openness;
import org.sanban.errors.Proposals;
import org.sanban.errors.Understanding;
import org.sanban.files.Attachment;
import org.sanban.files.Upload;
import org.sanban.meetings.papers.Plates;
import org.sanban.meetings.replies.Attendee;
import org.sanban.meetings.replies.Invitee;
import org.sanban.meetings.replies.Said;
import org.sanban.people.Actor;
import org.sanban.reports.ErrorCut;
import org.sanban.reports.ErrorFigure;
import org.sanban.reports.ErrorReport;
import org.sanban.reports.ErrorReports;
import org.sanban.reports.ErrorRow;
import org.sanban.reports.MeetingFigures;
import org.sanban.reports.Span;
import org.sanban.reports.Sphere;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

/**
 * What goes wrong with a meeting and the affairs that come of it proposes itself as an error, as with papers (issue 6, shows 4): a wrong name plate, late
 * minutes, a distorted decision, overdue feedback. What the keeper takes stands in the report.
 */
class MeetingErrorsTests extends MeetingTest {

    private static final String KEEPER = "S006";
    private static final String SUPERVISOR = "S016";

    @Autowired Plates plates;
    @Autowired Comparisons comparisons;
    @Autowired Affairs affairs;
    @Autowired Entrusting entrusting;
    @Autowired Proposals proposals;
    @Autowired Errors errors;
    @Autowired Understanding understanding;
    @Autowired ErrorReports reports;
    @Autowired MeetingFigures figures;
    @Autowired @Qualifier("proposalJob") RecurringJob proposing;

    private Instant begun;

    @Test
    void aWrongPlateLateMinutesADistortedDecisionAndOverdueFeedbackStandInTheReport() {
        begun = office.now();
        proposing.run(begun);
        long id = noticed("SPECIAL", "物流枢纽建设专题会议", office.now().plus(Duration.ofHours(26)), 60, org("ORG-FGW"), org("ORG-CZT"));
        allReply(id);
        aPlatePrintedBeforeTheNameWasMended(id);
        prepared(id);
        held(id);
        decide(id, "建立季度调度机制，首次调度安排报省政府", org("ORG-FGW"), office.now().plus(Duration.ofDays(20)));
        go(id, ROOM, "minutes", null, person(SCRIBE));
        long paper = minutes.draft(id, null, office.actor(SCRIBE), office.now(), key());
        go(id, SCRIBE, "drafted", null, person("S025"));
        go(id, "S025", "no-press", "不发。");
        clock.forward(Duration.ofDays(9));
        issue(paper);
        go(id, SCRIBE, "issued", null);

        SubjectRef affair = AffairKind.ref(jdbc.sql("select id from affair where source_kind = 'meeting' and source_id = ?").param(id).query(Long.class).single());
        entrustedInOtherWords(affair);
        clock.set(read(affair).due().plus(Duration.ofDays(3)));
        proposing.run(office.now());

        Map<Long, String> types = new HashMap<>(taken(MeetingKind.ref(id), Map.of("plate", "E-MT-04", "minutes-late", "E-MT-08")));
        types.putAll(taken(affair, Map.of("decision-words", "E-AF-01", "handle", "E-AF-04")));
        Set<Long> taken = types.keySet();
        assertThat(taken).hasSize(4);
        Span year = Span.year(LocalDate.now(clock));
        Sphere all = Sphere.of(office.actor("S015"));
        assertThat(reports.list(ErrorFigure.UNCONFIRMED, year, ErrorCut.NONE, all, office.now())).extracting(ErrorRow::id).containsAll(taken);
        Supplier<ErrorReport> report = () -> reports.of(year, ErrorCut.NONE, all, office.now());
        ErrorReport before = report.get();
        types.forEach(this::confirm);
        ErrorReport after = report.get();
        for (String type : types.values()) {
            assertThat(count(after, type)).as(type).isEqualTo(count(before, type) + 1);
        }
        assertThat(figures.of(year, all, office.now()).lines()).filteredOn(l -> l.id() == id).singleElement().satisfies(l -> {
            assertThat(l.minutes()).as("nine days from the end to the issue").isEqualTo(Duration.ofDays(9).toMinutes());
            assertThat(l.invited()).isEqualTo(2);
            assertThat(l.decisions()).as("due and not done is counted").isEqualTo(1);
            assertThat(l.decisionsInTime()).isZero();
            assertThat(l.real()).as("30 minutes of 60").isLessThan(l.planned());
        });
        assertThat(reports.list(ErrorFigure.ERRORS, year, ErrorCut.NONE, all, office.now())).as("each figure opens into its list").extracting(ErrorRow::id).containsAll(taken);
    }

    private static int count(ErrorReport report, String type) {
        return report.types().stream().filter(p -> p.code().equals(type)).mapToInt(ErrorReport.Part::count).sum();
    }

    private void aPlatePrintedBeforeTheNameWasMended(long id) {
        byte[] printed = plates.pdf(read(id), "plates");
        Invitee first = invitations.of(id).getFirst();
        replies.inOffice(id, first.id(), new Said(List.of(Said.Person.comes(first.body().name() + "谋", "负责人", Attendee.Kind.ATTEND)), null, null), "姓名更正", room(), office.now(), key());
        comparisons.compare(MeetingKind.ref(id), "plates", new Upload("座牌.pdf", new ByteArrayInputStream(printed), Attachment.Copy.RESULT), room(), office.now(), key());
    }

    private void entrustedInOtherWords(SubjectRef ref) {
        Affair a = read(ref);
        affairs.change(a.id(), a.version(), new Entry(
                a.category(), a.title(), a.source(), null, "建立月度调度机制", a.standard(), a.firstMatter(), a.lane(), a.laneReason(), a.leadUnit(), a.leadBody(), a.supportUnits(),
                a.supportBodies(), a.due(), office.person(SUPERVISOR)), office.actor(SUPERVISOR), office.now());
        assertThat(affairs.decidedOtherwise(read(ref))).as("the page says so before it goes out").contains("建立季度调度机制，首次调度安排报省政府");
        complete(ref, SUPERVISOR, "proposed", null);
        complete(ref, "S015", "registered", "同意立项。");
        entrusting.entrust(ref.id(), null, office.actor(SUPERVISOR), office.now(), key());
    }

    private Affair read(SubjectRef affair) {
        return affairs.one(affair.id(), Actor.SYSTEM);
    }

    /** What was proposed on a subject, each taken as an error. @param sorts with the type each is going to be; @return the errors with their types */
    private Map<Long, String> taken(SubjectRef subject, Map<String, String> sorts) {
        long group = jdbc.sql("select id from error_proposal_group where subject_kind = ? and subject_id = ? order by id desc limit 1").params(subject.kind(), subject.id()).query(Long.class).single();
        List<Proposals.Proposal> all = proposals.of(group, office.actor(KEEPER));
        assertThat(all).extracting(Proposals.Proposal::sort).as("in the keeper's tray").containsAll(sorts.keySet());
        Map<Long, String> taken = new HashMap<>();
        sorts.forEach((sort, type) -> taken.put(proposals.accept(
                group, all.stream().filter(p -> p.sort().equals(sort)).map(Proposals.Proposal::id).toList(), null, office.actor(KEEPER), office.now(), key()), type));
        return taken;
    }

    private void confirm(long error, String type) {
        complete(new SubjectRef(ErrorKind.KIND, error), KEEPER, "confirmed", null);
        boolean late = type.equals("E-MT-08") || type.equals("E-AF-04");
        understanding.classify(error, errors.one(error, office.actor(KEEPER)).version(), new Understanding.Classification(
                late ? "DELAYED" : "WRONG", List.of(), type, "S1", begun, null, null, office.unit("HYC"), null, "内部更正", 1,
                Openness.OPEN_IN_OFFICE, null), office.actor(KEEPER), office.now());
    }
}
