package org.sanban.testing;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.sanban.audit.SubjectRef;
import org.sanban.pages.Objection;
import org.sanban.people.Clearance;
import org.sanban.workflow.Act;
import org.sanban.workflow.Card;
import org.sanban.workflow.Handlings;
import org.sanban.workflow.Urgency;
import org.sanban.workflow.spi.Attempt;
import org.sanban.workflow.spi.Gate;
import org.sanban.workflow.spi.SubjectKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The outgoing flow that is measured (procedures/flow.yaml): eleven tasks from the draft to the archive, three countersigners at
 * once, one paper in five returned to its drafter. Its subjects have no content, so what it costs is the engine with all that hears it.
 */
@Component
public class Flow {

    /** What lies in a tray of a paper. */
    public record Open(long task, String step, String holder) {}

    private static final AtomicLong IDS = new AtomicLong(5_000_000);
    private static final String OPINION = "同意。请按程序办理，注意时限要求。";
    private static final List<String> COUNTERSIGNERS = List.of("S007", "S015", "S019");
    private static final Map<String, String> NEXT = Map.of(
            "draft", "S006", "countersign", "S015", "approve", "S001", "sign", "S017", "proofread", "S028", "seal", "S017", "dispatch", "S010");

    private final Handlings handlings;
    private final Office office;
    private final JdbcClient jdbc;
    private final Clock clock;

    Flow(Handlings handlings, Office office, JdbcClient jdbc, Clock clock) {
        this.handlings = handlings;
        this.office = office;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public SubjectRef start() {
        SubjectRef subject = new SubjectRef("flow", IDS.incrementAndGet());
        Card card = new Card("关于做好第" + subject.id() + "号重点工作的通知", null, null, Urgency.NORMAL, Clearance.NONE, office.unit("MSS"), null, Map.of());
        handlings.start(subject, "flow", card, List.of(), office.actor("S018"), clock.instant(), UUID.randomUUID().toString());
        return subject;
    }

    /** What is open of a paper, read as pages read. */
    @Transactional(readOnly = true)
    public List<Open> open(SubjectRef subject) {
        return jdbc.sql("select t.id, t.step, t.holder_id from task t where t.handling_id = (select id from handling where subject_kind = ? and subject_id = ?)"
                        + " and t.state = 'OPEN' order by t.id")
                .params(subject.kind(), subject.id())
                .query((row, n) -> new Open(row.getLong(1), row.getString(2), office.code(row.getLong(3)))).list();
    }

    /** Finishes one task; whoever countersigns last sends it on. */
    public void finish(SubjectRef subject, Open open) {
        List<Act.Pick> picks = open.step().equals("review")
                ? COUNTERSIGNERS.stream().map(s -> Act.Pick.person(office.person(s))).toList()
                : NEXT.containsKey(open.step()) ? List.of(Act.Pick.person(office.person(NEXT.get(open.step())))) : List.of();
        apply(subject, Act.Complete.of(open.task(), null, OPINION, picks.toArray(Act.Pick[]::new)), open.holder());
    }

    public void sendBack(SubjectRef subject, Open open) {
        apply(subject, new Act.Return(open.task(), "draft", List.of(), false, "请补充依据后再报"), open.holder());
    }

    private void apply(SubjectRef subject, Act act, String holder) {
        handlings.apply(subject, act, office.actor(holder), clock.instant(), UUID.randomUUID().toString());
    }

    /** Brings one paper from its draft to the archive; {@code doing} does each of its acts. */
    public void walk(boolean returned, Consumer<Runnable> doing) {
        SubjectRef subject = start();
        boolean back = returned;
        for (List<Open> open = open(subject); !open.isEmpty(); open = open(subject)) {
            Open first = open.getFirst();
            if (back && first.step().equals("approve")) {
                doing.accept(() -> sendBack(subject, first));
                back = false;
            } else {
                open.forEach(one -> doing.accept(() -> finish(subject, one)));
            }
        }
    }

    /** The kind itself. */
    @Configuration(proxyBeanMethods = false)
    static class Kind {

        @Bean
        SubjectKind flowKind() {
            return new SubjectKind() {
                @Override
                public String kind() {
                    return "flow";
                }

                @Override
                public String href(long id) {
                    return "/flows/" + id;
                }

                @Override
                public String tab() {
                    return "documents";
                }
            };
        }

        @Bean
        Gate flowGuard() {
            return new Gate() {
                @Override
                public String code() {
                    return "flow.guard";
                }

                @Override
                public List<Objection> objections(Attempt attempt) {
                    return attempt.opinion() == null ? List.of(Objection.of("workflow.refusal.opinion-missing")) : List.of();
                }

                @Override
                public boolean overridable() {
                    return false;
                }
            };
        }
    }
}
