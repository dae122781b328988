package org.sanban.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.sanban.affairs.Affairs;
import org.sanban.documents.Incoming;
import org.sanban.files.Attachments;
import org.sanban.meetings.Planning;
import org.sanban.outgoing.Drafts;
import org.sanban.people.Delegations;
import org.sanban.people.Leaders;
import org.sanban.people.Persons;
import org.sanban.people.Posts;
import org.sanban.people.Roles;
import org.sanban.people.Units;
import org.sanban.security.Endpoints.Endpoint;
import org.sanban.security.RightsTable.Expectation;
import org.sanban.security.RightsWorld.Case;
import org.sanban.security.RightsWorld.Paper;
import org.sanban.security.RightsWorld.Persona;
import org.sanban.workflow.Handlings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every endpoint × every role × every kind of subject against the rule, which is written down here a second time. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RightsMatrixTests extends DoorTest {

    /**
     * Each door meets every second person, another one others (where titles stand, everyone), with one subject that they see or one that they do not; everyone
     * with everything with -Dsanban.matrix=all.
     */
    private static final boolean ALL = "all".equals(System.getProperty("sanban.matrix"));

    private final Map<String, Expectation> table = RightsTable.read();
    private final List<String> wrong = Collections.synchronizedList(new ArrayList<>());
    private final TreeSet<String> named = new TreeSet<>();
    private List<Endpoint> endpoints;
    private RightsWorld world;
    private List<Persona> people;
    private Map<String, Map<Case, Paper>> subjects;
    private Requests requests;

    @BeforeAll
    void inhabit(
            @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping, @Autowired Units units,
            @Autowired Persons persons, @Autowired Posts posts, @Autowired Roles roles, @Autowired Leaders leaders,
            @Autowired Delegations delegations, @Autowired Incoming incoming, @Autowired Drafts drafts, @Autowired Affairs affairs, @Autowired Planning meetings, @Autowired Handlings handlings, @Autowired Attachments files,
            @Autowired JdbcClient jdbc, @Autowired PlatformTransactionManager transactions) {
        clock.reset();
        endpoints = Endpoints.of(mapping).stream()
                .filter(e -> !e.handler().getBeanType().getPackageName().equals(RightsMatrixTests.class.getPackageName()))
                .toList();
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        Matters matters = new Matters(office, affairs, meetings, handlings, jdbc, transaction);
        world = new RightsWorld(
                office, units, persons, posts, roles, leaders, delegations, accounts, tokens, incoming, drafts, matters, handlings, files, jdbc,
                transaction, new java.util.HashMap<>());
        people = world.people(port, accounts.hash(DEMO));
        subjects = world.subjects(people);
        requests = new Requests(port, office, world.procedure());
    }

    @AfterAll
    void leave() {
        world.end(people);
    }

    @BeforeEach
    void nothingWrongYet() {
        wrong.clear();
    }

    @Test
    @Order(1)
    void everyEndpointIsInTheTableAndNothingElse() {
        TreeSet<String> known = new TreeSet<>(endpoints.stream().map(Endpoint::key).toList());
        TreeSet<String> gone = new TreeSet<>(table.keySet());
        gone.removeAll(known);
        known.removeAll(table.keySet());
        assertThat(known).as("endpoints without a line in rights.txt").isEmpty();
        assertThat(gone).as("lines of rights.txt without an endpoint").isEmpty();
    }

    @Test
    @Order(2)
    void whoIsNotSignedInReachesNothingButWhatIsOpen() {
        Wanderer nobody = new Wanderer(port).atTheDoor();
        for (Endpoint endpoint : endpoints) {
            Expectation expected = table.get(endpoint.key());
            Wanderer.Answer answer = requests.send(endpoint, expected, null, nobody, "");
            boolean turnedAway = endpoint.api() ? answer.status() == 401 : answer.status() == 401 || answer.location().endsWith("/login");
            boolean broken = answer.status() >= 500;
            if (broken || turnedAway == expected.open() && !endpoint.key().contains("/login")) {
                wrong.add("nobody: " + endpoint.key() + " answers " + answer.status());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    @Order(3)
    void aTokenOpensNoPageAndASessionNoApi() {
        Persona one = people.getFirst();
        for (Endpoint endpoint : endpoints) {
            Expectation expected = table.get(endpoint.key());
            if (!expected.open() && !endpoint.describes()) {
                Wanderer.Answer answer = requests.crosswise(endpoint, expected, subjects.get(expected.kind()).get(Case.OWN), one);
                if (answer.status() != 401 && answer.status() != (endpoint.api() ? 401 : 403) && !answer.location().endsWith("/login")) {
                    wrong.add("by the wrong door: " + endpoint.key() + " answers " + answer.status());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    @Order(4)
    void aTokenThatMayReadOnlyWritesNothing() {
        for (Persona persona : people) {
            for (Endpoint endpoint : endpoints) {
                if (endpoint.api() && endpoint.writes() && (ALL || Math.floorMod((endpoint.key() + persona.name()).hashCode(), 4) == 0)) {
                    Expectation expected = table.get(endpoint.key());
                    Wanderer.Answer answer =
                            requests.send(endpoint, expected, subjects.get(expected.kind()).get(Case.OWN), persona.pages(), persona.reader());
                    if (answer.status() != 403) {
                        wrong.add(persona.name() + " reads only: " + endpoint.key() + " answers " + answer.status());
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    @Order(5)
    void whoMayReadReadsAndWhoMayNotLearnsNothingAndNoPageNamesWhatOneMayNotSee() {
        endpoints.stream().filter(e -> !e.writes()).forEach(this::compare);
        assertThat(wrong).isEmpty();
        assertThat(named).as("places where a title stands for those who see it")
                .containsAll(table.values().stream().filter(Expectation::titles).map(Expectation::key).toList());
    }

    @Test
    @Order(6)
    void theRightIsAskedBeforeTheInputIsRead() {
        endpoints.stream().filter(e -> e.writes() && !requests.endsTheSession(e)).forEach(this::compare);
        assertThat(wrong).isEmpty();
    }

    /** Its course, its files, its errors: for those alone whom the engine lets see it, whatever reasons its kind has besides. */
    @Test
    @Order(7)
    void theCourseOfAnAffairOrAMeetingIsSeenByThoseWhomTheEngineLetsSeeIt() {
        for (String kind : List.of("affair", "meeting")) {
            Map<Case, SightRule.Subject> facts = world.facts(subjects.get(kind), kind);
            facts.replaceAll((of, subject) -> subject.plain());
            endpoints.stream().filter(e -> !e.writes() && table.get(e.key()).ofAnyKind()).forEach(e -> compare(e, table.get(e.key()).about(kind), facts));
        }
        assertThat(wrong).isEmpty();
    }

    private void compare(Endpoint endpoint) {
        Expectation expected = table.get(endpoint.key());
        compare(endpoint, expected, world.facts(subjects.get(expected.kind()), expected.kind()));
    }

    private void compare(Endpoint endpoint, Expectation expected, Map<Case, SightRule.Subject> facts) {
        Map<Case, Paper> papers = subjects.get(expected.kind());
        people.stream().filter(persona -> meets(endpoint, expected, persona)).forEach(persona -> {
            List<Paper> unseen = papers.values().stream().filter(p -> !SightRule.sees(persona.sight(), facts.get(p.kind()))).toList();
            if (!expected.aboutSubject() || !expected.lets(persona.sight().rights())) {
                boolean let = expected.lets(persona.sight().rights());
                Paper about = expected.aboutSubject() || endpoint.writes() ? papers.get(Case.OTHER_UNIT) : null;
                Wanderer.Answer answer = requests.send(endpoint, expected, about, persona.pages(), persona.writer());
                judge(endpoint, expected, persona, "", let ? Fate.LET_IN : Fate.FORBIDDEN, answer);
                if (about == null && let) {
                    readThrough(endpoint, persona, answer);
                }
                return;
            }
            Wanderer.Answer missing = null;
            for (Paper paper : some(endpoint, persona, papers, unseen)) {
                boolean seen = !unseen.contains(paper);
                Wanderer.Answer answer = requests.send(endpoint, expected, paper, persona.pages(), persona.writer());
                judge(endpoint, expected, persona, paper.kind().name(), seen ? Fate.LET_IN : Fate.UNKNOWN, answer);
                unseen.stream().filter(p -> answer.text().contains(p.mark()))
                        .forEach(p -> wrong.add(persona.name() + " " + endpoint.key() + " names " + p.kind()));
                if (!seen) {
                    missing = missing == null ? requests.send(endpoint, expected, Requests.NONE, persona.pages(), persona.writer()) : missing;
                    judge(endpoint, expected, persona, "what there is not", Fate.UNKNOWN, missing);
                    if (!requests.alike(endpoint, expected, paper, answer, missing)) {
                        wrong.add(persona.name() + " " + endpoint.key() + " tells that " + paper.kind() + " exists");
                    }
                }
            }
        });
    }

    private static boolean meets(Endpoint endpoint, Expectation expected, Persona persona) {
        return ALL || expected.titles() || turn(endpoint, persona) % 2 == 0;
    }

    private static int turn(Endpoint endpoint, Persona persona) {
        return Math.floorMod((endpoint.key() + persona.name()).hashCode(), 120);
    }

    private List<Paper> some(Endpoint endpoint, Persona persona, Map<Case, Paper> papers, List<Paper> unseen) {
        List<Paper> all = new ArrayList<>(papers.values());
        int turn = turn(endpoint, persona) / 2;
        boolean seen = turn % 2 == 0 && unseen.size() < all.size() || unseen.isEmpty();
        List<Paper> met = ALL ? all : all.stream().filter(p -> seen != unseen.contains(p)).collect(Collectors.toCollection(ArrayList::new));
        Collections.rotate(met, turn / 2);
        return ALL ? met : met.subList(0, 1);
    }

    /** A page about no subject in particular: what does it say of any? */
    private void readThrough(Endpoint endpoint, Persona persona, Wanderer.Answer answer) {
        for (String kind : List.of("incoming", "affair", "meeting")) {
            Map<Case, Paper> papers = subjects.get(kind);
            List<Paper> told = papers.values().stream().filter(p -> answer.text().contains(p.mark())).toList();
            Map<Case, SightRule.Subject> facts = told.isEmpty() ? Map.of() : world.facts(papers, kind);
            for (Paper paper : told) {
                if (SightRule.sees(persona.sight(), facts.get(paper.kind()))) {
                    named.add(endpoint.key());
                } else {
                    wrong.add(persona.name() + " " + endpoint.key() + " names " + kind + " " + paper.kind());
                }
            }
        }
    }

    private enum Fate { LET_IN, FORBIDDEN, UNKNOWN }

    private void judge(Endpoint endpoint, Expectation expected, Persona persona, String about, Fate fate, Wanderer.Answer answer) {
        int status = answer.status();
        boolean right = switch (fate) {
            case FORBIDDEN -> status == 403;
            case UNKNOWN -> status == 404;
            case LET_IN -> !answer.location().endsWith("/login") && status < 500 && status != 401 && status != 403
                    && (endpoint.writes() || status < 400 || status == 409 || status == 422 || status == 404 && expected.flag().equals("empty"));
        };
        if (!right) {
            wrong.add(persona.name() + " " + endpoint.key() + " " + about + ": " + fate + " expected, answered " + status);
        }
    }
}
