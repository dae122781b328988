package org.sanban.security;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.sanban.affairs.Affair;
import org.sanban.affairs.Affairs;
import org.sanban.affairs.Entry;
import org.sanban.affairs.SourceType;
import org.sanban.audit.SubjectRef;
import org.sanban.meetings.Plan;
import org.sanban.meetings.Planning;
import org.sanban.people.Actor;
import org.sanban.people.Clearance;
import org.sanban.security.RightsWorld.Case;
import org.sanban.security.RightsWorld.Paper;
import org.sanban.testing.Office;
import org.sanban.workflow.Act;
import org.sanban.workflow.Handlings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Affairs and meetings that are there, for the doors that lead to one. */
record Matters(Office office, Affairs affairs, Planning meetings, Handlings handlings, JdbcClient jdbc, TransactionTemplate transaction) {

    /** Of those who go from door to door. */
    static final String UNIT = "RMX";

    /** One of each case that an affair knows, begun by {@code by} and laid before {@code readers} where the case says so. */
    Map<Case, Paper> affairs(List<Long> readers, Actor by) {
        Map<Case, Paper> made = new EnumMap<>(Case.class);
        for (Case kind : List.of(Case.OWN, Case.OWN_UNIT, Case.OTHER_UNIT, Case.CONFINED, Case.CONFINED_OWN_UNIT)) {
            String category = switch (kind) {
                case CONFINED -> "PETITION";
                case CONFINED_OWN_UNIT -> "RETIREE_SERVICE";
                default -> "COORDINATION";
            };
            String mark = RightsWorld.mark();
            Paper paper = only(kind, affair(category, mark, by), mark);
            SubjectRef subject = new SubjectRef("affair", paper.id());
            if (kind == Case.OWN) {
                circulate(subject, readers, by);
            }
            own(subject, kind);
            made.put(kind, paper);
        }
        return made;
    }

    long affair(String category, String mark, Actor by) {
        Entry entry = Entry.of(category, RightsWorld.WORD + mark + "的办理", Affair.Source.of(SourceType.REQUEST), RightsWorld.WORD + mark + "请协调")
                .within("办结", office.now().plus(Duration.ofDays(10))).by(office.unit("MSS"), null, List.of(), List.of());
        return affairs.begin(entry, by, office.now(), UUID.randomUUID().toString());
    }

    /** As {@link #affairs}; to one of them the unit of these persons has been invited. */
    Map<Case, Paper> meetings(List<Long> readers, Actor by) {
        Map<Case, Paper> made = new EnumMap<>(Case.class);
        for (Case kind : List.of(Case.OWN, Case.OWN_UNIT, Case.OTHER_UNIT, Case.INTERNAL, Case.WORK_SENSITIVE, Case.INVITED)) {
            String mark = RightsWorld.mark();
            Paper paper = only(kind, meeting(mark, by), mark);
            SubjectRef subject = new SubjectRef("meeting", paper.id());
            if (kind == Case.OWN || kind.grade() != Clearance.NONE) {
                circulate(subject, readers, by);
            }
            own(subject, kind);
            made.put(kind, paper);
        }
        return made;
    }

    long meeting(String mark, Actor by) {
        Instant starts = office.now().plus(Duration.ofDays(9));
        Plan plan = Plan.of("SPECIAL", RightsWorld.WORD + mark + "专题会议", starts, starts.plus(Duration.ofHours(1)), "省政府2号会议室", office.person("S001"), "研究下一步工作");
        return meetings.begin(plan, by, office.now(), UUID.randomUUID().toString());
    }

    private void circulate(SubjectRef subject, List<Long> readers, Actor by) {
        handlings.apply(subject, new Act.Circulate(List.of(readers), null), by, office.now(), UUID.randomUUID().toString());
    }

    /** What the engine knows and what the matter says itself are of one unit. */
    private void own(SubjectRef subject, Case kind) {
        transaction.executeWithoutResult(s -> {
            lay(subject, kind);
            jdbc.sql("update handling set confidentiality = ? where subject_kind = ? and subject_id = ?").params(kind.grade().ordinal(), subject.kind(), subject.id()).update();
            jdbc.sql("update %s set owner_unit = ? where id = ?".formatted(subject.kind())).params(unit(kind), subject.id()).update();
            if (subject.kind().equals("meeting")) {
                jdbc.sql("update meeting set confidentiality = ? where id = ?").params(kind.grade().ordinal(), subject.id()).update();
            }
            if (kind == Case.INVITED) {
                jdbc.sql("insert into meeting_invitee (meeting_id, name, unit, position, told_at) values (?, ?, ?, 1, now())")
                        .params(subject.id(), UNIT, office.unit(UNIT)).update();
            }
        });
    }

    /** Into its unit, and the matters of units into the tray of a role there; within a transaction. */
    void lay(SubjectRef subject, Case kind) {
        jdbc.sql("update handling set owner_unit = ? where subject_kind = ? and subject_id = ?").params(unit(kind), subject.kind(), subject.id()).update();
        if (kind == Case.OWN_UNIT || kind == Case.OTHER_UNIT) {
            jdbc.sql("""
                            update task set holder_id = null, role = ?, unit_id = ? where state = 'OPEN'
                               and handling_id = (select id from handling where subject_kind = ? and subject_id = ?)""")
                    .params(RightsWorld.TRAY, unit(kind), subject.kind(), subject.id()).update();
        }
    }

    private long unit(Case kind) {
        return office.unit(kind == Case.OWN_UNIT || kind == Case.CONFINED_OWN_UNIT ? UNIT : "YLB");
    }

    static Paper only(Case kind, long id, String mark) {
        return new Paper(kind, id, Requests.NONE.file(), Requests.NONE.item(), mark, Requests.NONE.outgoing());
    }
}
