package org.sanban.casebook;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sanban.audit.SubjectRef;
import org.sanban.errors.Taxonomy;
import org.sanban.pages.NotFound;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Volumes: the cases of a period bound together as they stood that day. */
@Service
@Transactional
public class Volumes {

    /** @param cases ids of published cases, in the order of the book */
    public record Binding(String title, LocalDate from, LocalDate until, String foreword, List<Long> cases) {}

    private static final String ALL = """
            select v.id, v.title, v.covers_from, v.covers_until, v.foreword, v.published_at,
                   (select count(*) from casebook_volume_case c where c.volume_id = v.id) as cases
              from casebook_volume v""";

    private final JdbcClient jdbc;
    private final CaseRows rows;
    private final Taxonomy taxonomy;
    private final ApplicationEventPublisher events;

    Volumes(JdbcClient jdbc, CaseRows rows, Taxonomy taxonomy, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.taxonomy = taxonomy;
        this.events = events;
    }

    /** The latest first. */
    @Transactional(readOnly = true)
    public List<Volume> all() {
        return jdbc.sql(ALL + " order by v.covers_until desc, v.id desc").query(Volume.class).list();
    }

    @Transactional(readOnly = true)
    public Volume one(long id) {
        return jdbc.sql(ALL + " where v.id = ?").param(id).query(Volume.class).optional().orElseThrow(NotFound::new);
    }

    /** The cases of a volume in its order, with the texts they had. */
    @Transactional(readOnly = true)
    public List<Case> cases(long volume) {
        return jdbc.sql("""
                        select c.*, t.content, t.id as text_id from casebook_volume_case v
                          join casebook_text t on t.id = v.text_id join casebook_case c on c.id = t.case_id
                         where v.volume_id = ? order by v.ordering""")
                .param(volume).query(rows::read).list();
    }

    /** Published cases that a period would hold: what was published in it, in the order of steps. */
    @Transactional(readOnly = true)
    public List<Case> proposed(Instant from, Instant until) {
        return inOrder(jdbc.sql(CaseRows.PUBLISHED + " where c.state = 'PUBLISHED' and c.published_at >= :from and c.published_at < :until order by c.id")
                .param("from", Timestamp.from(from)).param("until", Timestamp.from(until)).query(rows::read).list());
    }

    /** Published cases in the order of business and step, as the taxonomy has them. */
    private List<Case> inOrder(List<Case> cases) {
        List<String> businesses = taxonomy.businesses().stream().map(Taxonomy.Business::code).toList();
        Map<String, Integer> places = new HashMap<>();
        taxonomy.stages().forEach(stage -> places.put(stage.business() + stage.code(), stage.order()));
        return cases.stream()
                .sorted(Comparator.comparingInt((Case c) -> businesses.indexOf(c.business())).thenComparingInt(c -> places.getOrDefault(c.business() + c.stage(), 0)))
                .toList();
    }

    /** Binds a volume. The same request again answers the same volume. */
    public Volume publish(Binding binding, Actor by, Instant at, String requestId) {
        Optional<Long> before = jdbc.sql("select id from casebook_volume where request_id = ?").param(requestId).query(Long.class).optional();
        if (before.isPresent()) {
            return one(before.get());
        }
        refuseUnfit(binding);
        long id = jdbc.sql("""
                        insert into casebook_volume (title, covers_from, covers_until, foreword, published_at, published_by, request_id)
                        values (:title, :from, :until, :foreword, :at, :by, :request) on conflict (title) do nothing returning id""")
                .param("title", binding.title().strip()).param("from", binding.from()).param("until", binding.until()).param("foreword", binding.foreword().strip())
                .param("at", Timestamp.from(at)).param("by", by.id()).param("request", requestId)
                .query(Long.class).optional()
                .orElseThrow(() -> new Refused(Objection.of("casebook.refusal.title-taken", binding.title()).at("title")));
        int place = 1;
        for (long one : binding.cases()) {
            Case bound = rows.published(one).filter(c -> c.state() == Case.State.PUBLISHED)
                    .orElseThrow(() -> new Refused(Objection.of("casebook.refusal.no-such-case").at("cases")));
            jdbc.sql("insert into casebook_volume_case (volume_id, text_id, ordering) values (?, ?, ?)").params(id, bound.textId(), place++).update();
        }
        events.publishEvent(new CasebookChanged(
                new SubjectRef(Volume.KIND, id), "casebook.volume", by.id(), at, Map.of("title", binding.title().strip(), "cases", binding.cases().size())));
        return one(id);
    }

    private static void refuseUnfit(Binding binding) {
        if (binding.from().isAfter(binding.until())) {
            throw new Refused(Objection.of("casebook.refusal.period").at("until"));
        }
        if (binding.cases().isEmpty() || binding.cases().stream().distinct().count() < binding.cases().size()) {
            throw new Refused(Objection.of("casebook.refusal.cases").at("cases"));
        }
    }
}
