package org.sanban.affairs;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sanban.pages.NotFound;
import org.sanban.pages.Objection;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.sanban.workflow.Positions;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

/**
 * Who wrote, called or came (信访人): stored encrypted and apart from the petition, read by those before whom it lies and whoever follows it. Every look is
 * a row and stands in the trail.
 */
@Service
@Transactional
public class Petitioners {

    private static final String[] STEPS = {"accept", "entrust", "handle", "review"};
    private static final String CATEGORY = "PETITION";
    private static final int NAME = 60;
    private static final int LINE = 200;

    public record Petitioner(String name, @Nullable String phone, @Nullable String address) {}

    public record Look(long by, Instant at) {}

    private final JdbcClient jdbc;
    private final AffairDesk desk;
    private final AffairRows rows;
    private final PetitionerSeal seal;
    private final Positions positions;
    private final ObjectMapper json;
    private final ApplicationEventPublisher events;

    Petitioners(
            JdbcClient jdbc, AffairDesk desk, AffairRows rows, PetitionerSeal seal, Positions positions, ObjectMapper json, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.desk = desk;
        this.rows = rows;
        this.seal = seal;
        this.positions = positions;
        this.json = json;
        this.events = events;
    }

    /** Is anything known of the petitioner? */
    @Transactional(readOnly = true)
    public boolean known(long affair) {
        return jdbc.sql("select exists (select 1 from affair_petitioner where affair_id = ?)").param(affair).query(Boolean.class).single();
    }

    /** May the actor look? */
    @Transactional(readOnly = true)
    public boolean reads(Affair a, Actor by) {
        return a.category().equals(CATEGORY) && (Objects.equals(a.owner(), by.id()) || holds(a, by));
    }

    /** May the actor write now? */
    @Transactional(readOnly = true)
    public boolean writes(Affair a, Actor by) {
        return a.category().equals(CATEGORY) && holds(a, by);
    }

    private boolean holds(Affair a, Actor by) {
        return positions.of(a.ref(), by).filter(p -> p.mainAt(STEPS) != null).isPresent();
    }

    /** @throws Refused beside the field */
    public void write(long id, Petitioner p, Actor by, Instant at) {
        Affair a = desk.mine(id, by, STEPS);
        Refused.unless(a.category().equals(CATEGORY), "affairs.refusal.no-petition");
        List<Objection> wrong = new ArrayList<>();
        Words.said(p.name(), "petitioner", NAME, wrong);
        Words.fit(p.phone(), "petitionerPhone", NAME, wrong);
        Words.fit(p.address(), "petitionerAddress", LINE, wrong);
        if (!wrong.isEmpty()) {
            throw new Refused(wrong);
        }
        boolean first = jdbc.sql("select not exists (select 1 from affair_petitioner)").query(Boolean.class).single();
        byte[] sealed = seal.seal(id, json.writeValueAsString(new Petitioner(p.name().strip(), Words.orNull(p.phone()), Words.orNull(p.address()))), first);
        jdbc.sql("""
                        insert into affair_petitioner (affair_id, sealed, written_by, written_at) values (:id, :sealed, :by, :at)
                        on conflict (affair_id) do update set sealed = :sealed, written_by = :by, written_at = :at""")
                .param("id", id).param("sealed", sealed).param("by", by.id()).param("at", Timestamp.from(at)).update();
        events.publishEvent(new AffairChanged(a.ref(), "affair.petitioner-written", by.id(), at, Map.of()));
    }

    /** Opens the data and writes down who looked. @throws NotFound where the actor may not, or nothing is known */
    public Petitioner look(long id, Actor by, Instant at) {
        Affair a = rows.seen(id, by).filter(seen -> reads(seen, by)).orElseThrow(NotFound::new);
        byte[] sealed = jdbc.sql("select sealed from affair_petitioner where affair_id = ?").param(id).query((row, n) -> row.getBytes(1)).optional().orElseThrow(NotFound::new);
        jdbc.sql("insert into affair_petitioner_look (affair_id, by_person, at) values (?, ?, ?)").params(id, by.id(), Timestamp.from(at)).update();
        events.publishEvent(new AffairChanged(a.ref(), "affair.petitioner-read", by.id(), at, Map.of()));
        return json.readValue(seal.open(id, sealed), Petitioner.class);
    }

    /** Who looked, the latest first; for those who may look themselves. */
    @Transactional(readOnly = true)
    public List<Look> looks(Affair a, Actor by) {
        return !reads(a, by) ? List.of() : jdbc.sql("select by_person, at from affair_petitioner_look where affair_id = ? order by id desc limit 50").param(a.id())
                .query((row, n) -> new Look(row.getLong(1), row.getTimestamp(2).toInstant())).list();
    }
}
