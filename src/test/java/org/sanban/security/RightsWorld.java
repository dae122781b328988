package org.sanban.security;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sanban.audit.SubjectRef;
import org.sanban.documents.Direction;
import org.sanban.documents.DocType;
import org.sanban.documents.Incoming;
import org.sanban.documents.Medium;
import org.sanban.documents.Openness;
import org.sanban.documents.Particulars;
import org.sanban.documents.Receipt;
import org.sanban.documents.UrgencyMark;
import org.sanban.files.Attachment;
import org.sanban.files.Attachments;
import org.sanban.files.Upload;
import org.sanban.outgoing.Draft;
import org.sanban.outgoing.Drafts;
import org.sanban.people.Actor;
import org.sanban.people.Clearance;
import org.sanban.people.DelegationForm;
import org.sanban.people.Delegations;
import org.sanban.people.Leaders;
import org.sanban.people.PersonForm;
import org.sanban.people.Persons;
import org.sanban.people.PostForm;
import org.sanban.people.Posts;
import org.sanban.people.Roles;
import org.sanban.people.UnitForm;
import org.sanban.people.Units;
import org.sanban.testing.Office;
import org.sanban.workflow.Act;
import org.sanban.workflow.Handlings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A unit of its own in the sample office: one person per role and per reason to see something, and papers of every kind. */
record RightsWorld(
        Office office, Units units, Persons persons, Posts posts, Roles roles, Leaders leaders, Delegations delegations, Accounts accounts,
        Tokens tokens, Incoming incoming, Drafts drafts, Matters matters, Handlings handlings, Attachments files, JdbcClient jdbc, TransactionTemplate transaction,
        Map<Long, Clearance> later) {

    static final String REGISTRY = "S008";
    /** The role in whose tray, unit by unit, the papers of units lie. */
    static final String TRAY = "SERVICE_STAFF";
    /** Stands in every title of this world, so that it can be looked for. */
    static final String WORD = "拾遗补阙";

    /** One of the persons, and what their rights come from. */
    record Persona(String name, long id, Wanderer pages, String writer, String reader, SightRule.Person sight) {

        /** One of the three: nothing is laid before them. */
        boolean administrator() {
            return sight.administrator();
        }
    }

    enum Case {
        /** The person holds a task of it, or did. */
        OWN,
        /** Belongs to the unit that one of the persons heads. */
        OWN_UNIT,
        OTHER_UNIT,
        /** 内部, laid before everyone. */
        INTERNAL,
        /** 工作秘密, laid before everyone. */
        WORK_SENSITIVE,
        /** A meeting to which the unit of these persons is invited. */
        INVITED,
        /** A petition: for those who take part alone. */
        CONFINED,
        /** A ticket of somebody retired, with their unit. */
        CONFINED_OWN_UNIT;

        Clearance grade() {
            return switch (this) {
                case INTERNAL -> Clearance.INTERNAL;
                case WORK_SENSITIVE -> Clearance.WORK_SENSITIVE;
                default -> Clearance.NONE;
            };
        }
    }

    /**
     * @param mark a word that stands in its title, its files and nowhere else
     * @param outgoing an outgoing paper that lies before the same persons
     */
    record Paper(Case kind, long id, long file, long item, String mark, long outgoing) {}

    List<Persona> people(int port, String hash) {
        Instant at = office.now();
        long unit = newUnit();
        long parent = office.unit("BHC");
        List<Persona> people = new ArrayList<>();
        List<Roles.Role> all = transaction.execute(s -> roles.all());
        for (int i = 0; i < all.size(); i++) {
            Roles.Role role = all.get(i);
            long id = newPerson("R-" + role.code(), unit, false, i % 2 == 0 ? Clearance.NONE : Clearance.INTERNAL);
            roles.grant(id, role.code(), 0, Actor.SYSTEM, at);
            people.add(enter("R-" + role.code(), id, port, hash, Set.of(new Actor.Grant(role.code(), 0)), Set.copyOf(role.rights()), Set.of(), Set.of(id), i % 2, unit));
        }
        Roles.Role narrow = all.stream().filter(role -> role.code().equals(TRAY)).findFirst().orElseThrow();
        long one = newPerson("R-ONE-UNIT", unit, false, Clearance.NONE);
        roles.grant(one, narrow.code(), unit, Actor.SYSTEM, at);
        people.add(enter("R-ONE-UNIT", one, port, hash, Set.of(new Actor.Grant(narrow.code(), unit)), Set.copyOf(narrow.rights()), Set.of(), Set.of(one), 0, unit));
        long plain = newPerson("R-PLAIN", unit, false, Clearance.NONE);
        people.add(enter("R-PLAIN", plain, port, hash, Set.of(), Set.of(), Set.of(), Set.of(plain), 0, unit));
        long cleared = newPerson("R-CLEARED", unit, false, Clearance.WORK_SENSITIVE);
        people.add(enter("R-CLEARED", cleared, port, hash, Set.of(), Set.of(), Set.of(), Set.of(cleared), 2, unit));
        long head = newPerson("R-HEAD", unit, true, Clearance.INTERNAL);
        people.add(enter("R-HEAD", head, port, hash, Set.of(), Set.of(), Set.of(unit), Set.of(head), 1, unit));
        long charged = newPerson("R-CHARGED", parent, false, Clearance.NONE);
        leaders.putInCharge(charged, unit, 99, Actor.SYSTEM, at);
        people.add(enter("R-CHARGED", charged, port, hash, Set.of(), Set.of(), Set.of(unit), Set.of(charged), 0, parent));
        long delegate = newPerson("R-DELEGATE", unit, false, Clearance.WORK_SENSITIVE);
        long away = office.person(REGISTRY);
        LocalDate day = LocalDate.of(2026, 6, 15);
        transaction.executeWithoutResult(s -> delegations.give(
                away, new DelegationForm(delegate, day, day, ""), office.actor(REGISTRY), at));
        people.add(enter("R-DELEGATE", delegate, port, hash, Set.of(), Set.of(), Set.of(), Set.of(delegate, away), 2, unit));
        return people;
    }

    private long newUnit() {
        return units.create(new UnitForm("RMX", "权限试验处", "", office.unit("BHC"), 999, "", "", "", "", "", false, null, 0), Actor.SYSTEM, office.now());
    }

    private long newPerson(String code, long unit, boolean head, Clearance clearance) {
        Instant at = office.now();
        long id = persons.create(new PersonForm(code, code, false, null, 999, null, null, 0), Actor.SYSTEM, at);
        posts.give(id, new PostForm(unit, "试验员", head, true, LocalDate.of(2026, 1, 1)), Actor.SYSTEM, at);
        persons.clear(id, Clearance.WORK_SENSITIVE, Actor.SYSTEM, at);
        later.put(id, clearance);
        return id;
    }

    private Persona enter(
            String code, long id, int port, String hash, Set<Actor.Grant> roles, Set<String> rights, Set<Long> below, Set<Long> trays, int clearance, long unit) {
        Instant at = office.now();
        accounts.demo(id, code, hash, at);
        String writer = tokens.create(office.actor(code), "w", true, 30, at);
        String reader = tokens.create(office.actor(code), "r", false, 30, at);
        Wanderer pages = new Wanderer(port).loggedIn(code.toLowerCase(java.util.Locale.ROOT), DoorTest.DEMO);
        return new Persona(code, id, pages, writer, reader, new SightRule.Person(trays, clearance, roles, rights, Set.of(unit), below));
    }

    /** By kind. Laid before everyone while all were cleared for everything; what each may read now was decided afterwards. */
    Map<String, Map<Case, Paper>> subjects(List<Persona> people) {
        Map<Case, Paper> papers = new EnumMap<>(Case.class);
        for (Case kind : List.of(Case.OWN, Case.OWN_UNIT, Case.OTHER_UNIT, Case.INTERNAL, Case.WORK_SENSITIVE)) {
            papers.put(kind, paper(kind, people));
        }
        Actor by = office.actor(REGISTRY);
        var subjects = Map.of(
                "incoming", papers, "outgoing", papers, "affair", matters.affairs(readers(people), by), "meeting", matters.meetings(readers(people), by));
        later.forEach((person, clearance) -> persons.clear(person, clearance, Actor.SYSTEM, office.now()));
        return subjects;
    }

    private static List<Long> readers(List<Persona> people) {
        return people.stream().filter(p -> !p.name().equals("R-DELEGATE") && !p.administrator()).map(Persona::id).toList();
    }

    /** Stands nowhere else. */
    static String mark() {
        return "zq" + UUID.randomUUID().toString().replace("-", "").substring(0, 10);
    }

    private Paper paper(Case kind, List<Persona> people) {
        String mark = mark();
        Clearance grade = kind.grade();
        Actor by = office.actor(REGISTRY);
        Particulars particulars = new Particulars(
                null, "云岭省财政厅", "岭财函〔2026〕" + (90_000 + kind.ordinal()) + "号", WORD + mark + "资金安排的函", DocType.LETTER,
                Direction.LATERAL, LocalDate.of(2026, 5, 15), UrgencyMark.URGENT, grade, Openness.NOT_OPEN, "理由", 2, 2,
                List.of("云岭省人民政府办公厅"), List.of(), List.of(), "苏", "000-0000-7503", Particulars.Kind.FOR_ACTION, List.of(WORD), null,
                Medium.PAPER, WORD + mark + "的正文。", null, null, null);
        Receipt receipt = Receipt.inOrder(office.now(), by.id(), Receipt.Channel.E_EXCHANGE);
        long id = incoming.receive(receipt, particulars, by, office.now(), UUID.randomUUID().toString());
        SubjectRef subject = new SubjectRef("incoming", id);
        byte[] text = (WORD + mark + "的附件").getBytes(StandardCharsets.UTF_8);
        long file = files.add(subject, new Upload(mark + ".txt", new ByteArrayInputStream(text), Attachment.Copy.ATTACHMENT), by, office.now(),
                UUID.randomUUID().toString()).id();
        if (kind == Case.OWN || grade != Clearance.NONE) {
            handlings.apply(subject, new Act.Circulate(List.of(readers(people)), null), by, office.now(), UUID.randomUUID().toString());
        }
        return new Paper(kind, id, file, stored(subject, kind, mark), mark, outgoing(kind, grade, mark, people, by));
    }

    /** Begun by the same person, laid before the same readers, owned by the same unit: seen by the same persons. */
    private long outgoing(Case kind, Clearance grade, String mark, List<Persona> people, Actor by) {
        Draft draft = new Draft(
                DocType.LETTER, Direction.LATERAL, Medium.PAPER, null, List.of(), WORD + mark + "的复函", List.of(), List.of(), WORD + mark + "的正文。",
                List.of(), List.of(), List.of(), "", Openness.NOT_OPEN, "理由", UrgencyMark.URGENT, grade, false, false, null, null, null, false, false,
                false, "", null, null, Map.of());
        long id = drafts.begin(draft, by, office.now(), UUID.randomUUID().toString());
        SubjectRef subject = new SubjectRef("outgoing", id);
        if (kind == Case.OWN || grade != Clearance.NONE) {
            handlings.apply(subject, new Act.Circulate(List.of(readers(people)), null), by, office.now(), UUID.randomUUID().toString());
        }
        transaction.executeWithoutResult(s -> matters.lay(subject, kind));
        return id;
    }

    /** Lays an item of it into the archive and the paper into its unit, without the way there. */
    private long stored(SubjectRef subject, Case kind, String mark) {
        return transaction.execute(s -> {
            matters.lay(subject, kind);
            return jdbc.sql("""
                            insert into archive_item (id, subject_kind, subject_id, state, title, number, responsible, doc_type, owner, year, organ,
                              pages, pieces, proposed, basis, fonds, category, note, closed_at, transfer_step, arrange_step, transferred_at,
                              transferred_by, prompt, prompt_adjusted, tested_files, checks, rejections, version)
                            values (nextval('archive_item_seq'), ?, ?, 'HANDED_OVER', ?, '', '', 'LETTER', '', 2026, 'RMX', 1, '[]', 'Y', '', 'X', 'WS',
                              '', now(), 'transfer', 'arrange', now(), ?, false, false, '', '[]', 0, 0)
                            returning id""")
                    .params(subject.kind(), subject.id(), WORD + mark, office.person(REGISTRY))
                    .query(Long.class).single();
        });
    }

    long procedure() {
        return transaction.execute(s -> jdbc.sql("select id from procedure where code = 'incoming' and state = 'PUBLISHED'").query(Long.class).single());
    }

    Map<Case, SightRule.Subject> facts(Map<Case, Paper> papers, String kind) {
        return papers.values().stream().collect(Collectors.toMap(
                Paper::kind, paper -> facts(new SubjectRef(kind, kind.equals("outgoing") ? paper.outgoing() : paper.id()))));
    }

    /** What decides about sight, as it stands in the tables now. */
    private SightRule.Subject facts(SubjectRef subject) {
        return transaction.execute(s -> {
            List<SightRule.Task> tasks = jdbc.sql("""
                            select t.holder_id, t.done_by, t.role, t.state = 'OPEN' as open, t.unit_id from task t
                              join handling h on h.id = t.handling_id where h.subject_kind = ? and h.subject_id = ?""")
                    .params(subject.kind(), subject.id())
                    .query((r, n) -> new SightRule.Task(
                            (Long) r.getObject(1), (Long) r.getObject(2), r.getString(3), r.getBoolean(4), r.getLong(5)))
                    .list();
            return jdbc.sql("select confidentiality, owner_unit, started_by, confined from handling where subject_kind = ? and subject_id = ?")
                    .params(subject.kind(), subject.id())
                    .query((r, n) -> new SightRule.Subject(r.getInt(1), r.getLong(2), r.getLong(3), r.getBoolean(4), tasks, more(subject)))
                    .single();
        });
    }

    private SightRule.More more(SubjectRef subject) {
        return switch (subject.kind()) {
            case "affair" -> jdbc.sql("select category = 'PETITION' as petition from affair where id = ?").param(subject.id())
                    .query((r, n) -> new SightRule.Affair(r.getBoolean(1))).single();
            case "meeting" -> {
                List<Long> invited = jdbc.sql("select unit from meeting_invitee where meeting_id = ? and told_at is not null and unit is not null")
                        .param(subject.id()).query(Long.class).list();
                yield jdbc.sql("select chair, organizer from meeting where id = ?").param(subject.id())
                        .query((r, n) -> new SightRule.Meeting(r.getLong(1), r.getLong(2), Set.copyOf(invited))).single();
            }
            default -> SightRule.Paper.ANY;
        };
    }

    /** Nobody of this world may anything any more: other tests go on in the same office. */
    void end(List<Persona> people) {
        Instant at = office.now();
        for (Persona person : people) {
            transaction.execute(s -> roles.granted(person.id())).forEach(g -> roles.revoke(g.id(), Actor.SYSTEM, at));
        }
        long away = office.person(REGISTRY);
        transaction.execute(s -> delegations.of(away, 5)).stream()
                .filter(d -> d.revokedAt() == null)
                .forEach(d -> delegations.revoke(away, d.id(), office.actor(REGISTRY), at));
    }
}
