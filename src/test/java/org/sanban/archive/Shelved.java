package org.sanban.archive;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.sanban.audit.SubjectRef;
import org.sanban.people.Actor;
import org.sanban.people.Clearance;
import org.sanban.testing.Office;
import org.sanban.workflow.Act;
import org.sanban.workflow.Card;
import org.sanban.workflow.Handlings;
import org.sanban.workflow.Urgency;
import org.sanban.workflow.spi.ArchiveSet;
import org.sanban.workflow.spi.SearchText;
import org.sanban.workflow.spi.SubjectKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A kind of subject of the tests alone that runs to the shelf, and the hand that moves it. */
@Configuration(proxyBeanMethods = false)
public class Shelved {

    private static final AtomicLong IDS = new AtomicLong(2_000_000);
    /** Subjects whose original is missing. */
    static final Set<Long> WITHOUT_ORIGINAL = ConcurrentHashMap.newKeySet();
    /** What a subject says, for the search. */
    public static final Map<Long, String> TEXTS = new ConcurrentHashMap<>();

    /** Subjects whose text cannot be read. */
    public static final Set<Long> BROKEN = ConcurrentHashMap.newKeySet();

    @Bean
    SubjectKind shelvedKind() {
        return new SubjectKind() {
            @Override
            public String kind() {
                return "shelved";
            }

            @Override
            public String href(long id) {
                return "/shelved/" + id;
            }

            @Override
            public String tab() {
                return "documents";
            }
        };
    }

    @Bean
    ArchiveSet shelvedSet() {
        return new ArchiveSet() {
            @Override
            public String kind() {
                return "shelved";
            }

            @Override
            public List<Piece> pieces(long id) {
                return List.of(new Piece("archive.check.pieces", true, !WITHOUT_ORIGINAL.contains(id)), new Piece("archive.place.STORE", false, false));
            }

            @Override
            public Description describe(long id) {
                return new Description("关于防汛工作的请示", "澄政〔2026〕18号", "澄川市人民政府", LocalDate.of(2026, 4, 10), 2026, "BWC", 0, "REQUEST", "GOVERNMENT");
            }
        };
    }

    @Bean
    SearchText shelvedText() {
        return new SearchText() {
            @Override
            public String kind() {
                return "shelved";
            }

            @Override
            public String text(long id) {
                if (BROKEN.contains(id)) {
                    throw new IllegalStateException("unreadable");
                }
                return TEXTS.getOrDefault(id, "");
            }
        };
    }

    @Bean
    Hand hand(Handlings handlings, JdbcClient jdbc, PlatformTransactionManager transactions, Office office) {
        return new Hand(handlings, jdbc, new TransactionTemplate(transactions), office);
    }

    /** Acts on subjects of this kind as persons of the sample office, at the time that the clock shows. */
    public record Hand(Handlings handlings, JdbcClient jdbc, TransactionTemplate transaction, Office office) {

        public SubjectRef start(String by) {
            return start(by, new Card("关于防汛工作的请示", null, null, Urgency.NORMAL, Clearance.NONE,
                    office.actor(by).units().stream().findFirst().orElse(0L), null, Map.of()));
        }

        public SubjectRef start(String by, Card card) {
            SubjectRef subject = new SubjectRef("shelved", IDS.incrementAndGet());
            return start(by, card, subject);
        }

        public SubjectRef start(String by, Card card, SubjectRef subject) {
            transaction.executeWithoutResult(s ->
                    handlings.start(subject, "shelved", card, List.of(), office.actor(by), office.now(), UUID.randomUUID().toString()));
            return subject;
        }

        public void complete(SubjectRef subject, String by, String way) {
            complete(subject, by, way, null);
        }

        public void complete(SubjectRef subject, String by, String way, String override) {
            Act.Complete act = new Act.Complete(task(subject), way, null, List.of(), null, null, override);
            apply(subject, by, act);
        }

        public void apply(SubjectRef subject, String by, Act act) {
            Actor actor = office.actor(by);
            handlings.apply(subject, act, actor, office.now(), UUID.randomUUID().toString());
        }

        public long task(SubjectRef subject) {
            return transaction.execute(s -> jdbc.sql("select t.id from task t join handling h on h.id = t.handling_id"
                            + " where h.subject_kind = ? and h.subject_id = ? and t.state = 'OPEN' and t.kind = 'MAIN'")
                    .params(subject.kind(), subject.id()).query(Long.class).single());
        }
    }
}
