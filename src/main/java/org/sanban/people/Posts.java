package org.sanban.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.NotFound;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Posts (职务): a person may hold several, in several units, each for a time. */
@Service
public class Posts {

    private final JdbcClient jdbc;
    private final Changes changes;

    Posts(JdbcClient jdbc, Changes changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    /** @param until last day, null until further notice */
    public record Post(
            long id, long person, @Nullable Long unit, @Nullable String unitName, String title, boolean head, boolean main,
            LocalDate from, @Nullable LocalDate until) {}

    /** All posts a person holds or held, the present ones first. */
    @Transactional(readOnly = true)
    public List<Post> of(long person) {
        return jdbc.sql("""
                        select t.id, t.person, t.unit, u.name as unit_name, t.title, t.is_head as head, t.is_main as main,
                               t.valid_from as "from", t.valid_until as until
                          from post t left join unit u on u.id = t.unit
                         where t.person = ? order by t.valid_until desc nulls first, t.is_main desc, t.id""")
                .param(person)
                .query(Post.class)
                .list();
    }

    /** Gives a post. A new main post takes the place of the old one as main. Refused where the unit has a head already. */
    @Transactional
    public long give(long person, PostForm form, Actor by, Instant at) {
        changes.begin();
        String name = jdbc.sql("select name from person where id = ? and state = 'ACTIVE'")
                .param(person).query(String.class).optional().orElseThrow(NotFound::new);
        refuseUnfit(form);
        if (form.main()) {
            jdbc.sql("update post set is_main = false where person = ? and is_main and valid_until is null").param(person).update();
        }
        long id = jdbc.sql("""
                        insert into post (person, unit, title, is_head, is_main, valid_from)
                        values (:person, :unit, :title, :head, :main, :from) returning id""")
                .param("person", person)
                .param("unit", form.unit())
                .param("title", form.title().strip())
                .param("head", form.head())
                .param("main", form.main())
                .param("from", form.from())
                .query(Long.class)
                .single();
        changes.tell("person", person, by, at, "person.post-given",
                Map.of("name", name, "title", form.title(), "unit", form.unit() == null ? 0 : form.unit()));
        return id;
    }

    /** Ends a post; {@code lastDay} is the last day on which it is held. */
    @Transactional
    public void end(long person, long post, LocalDate lastDay, Actor by, Instant at) {
        changes.begin();
        Post old = of(person).stream().filter(p -> p.id() == post && p.until() == null).findFirst().orElseThrow(NotFound::new);
        if (lastDay.isBefore(old.from())) {
            throw new Refused(Objection.of("people.refusal.ends-before-start").at("until"));
        }
        jdbc.sql("update post set valid_until = ? where id = ?").params(lastDay, post).update();
        changes.tell("person", person, by, at, "person.post-ended", Map.of("title", old.title(), "until", lastDay.toString()));
    }

    private void refuseUnfit(PostForm form) {
        if (form.unit() == null) {
            if (form.head()) {
                throw new Refused(Objection.of("people.refusal.head-of-nothing").at("unit"));
            }
            return;
        }
        if (!changes.exists("select 1 from unit where id = ? and closed_at is null", form.unit())) {
            throw new Refused(Objection.of("people.refusal.no-such-unit").at("unit"));
        }
        if (form.head() && changes.exists("select 1 from post where unit = ? and is_head and valid_until is null", form.unit())) {
            throw new Refused(Objection.of("people.refusal.unit-has-head").at("head"));
        }
    }
}
