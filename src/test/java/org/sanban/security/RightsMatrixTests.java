package org.sanban.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.sanban.documents.Incoming;
import org.sanban.files.Attachments;
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

    /** Each endpoint meets each person with one paper they see and two they do not, another one another; all of them with -Dsanban.matrix=all. */
    private static final boolean ALL = "all".equals(System.getProperty("sanban.matrix"));

    private final Map<String, Expectation> table = RightsTable.read();
    private final List<String> wrong = Collections.synchronizedList(new ArrayList<>());
    private final TreeSet<String> named = new TreeSet<>();
    private List<Endpoint> endpoints;
    private RightsWorld world;
    private List<Persona> people;
    private Map<Case, Paper> papers;
    private Requests requests;

    @BeforeAll
    void inhabit(
            @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping, @Autowired Units units,
            @Autowired Persons persons, @Autowired Posts posts, @Autowired Roles roles, @Autowired Leaders leaders,
            @Autowired Delegations delegations, @Autowired Incoming incoming, @Autowired Drafts drafts, @Autowired Handlings handlings, @Autowired Attachments files,
            @Autowired JdbcClient jdbc, @Autowired PlatformTransactionManager transactions) {
        clock.reset();
        endpoints = Endpoints.of(mapping).stream()
                .filter(e -> !e.handler().getBeanType().getPackageName().equals(RightsMatrixTests.class.getPackageName()))
                .toList();
        world = new RightsWorld(
                office, units, persons, posts, roles, leaders, delegations, accounts, tokens, incoming, drafts, handlings, files, jdbc,
                new TransactionTemplate(transactions), new java.util.HashMap<>());
        people = world.people(port, accounts.hash(DEMO));
        papers = world.papers(people);
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
                Wanderer.Answer answer = requests.crosswise(endpoint, expected, papers.get(Case.OWN), one);
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
                    Wanderer.Answer answer =
                            requests.send(endpoint, table.get(endpoint.key()), papers.get(Case.OWN), persona.pages(), persona.reader());
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

    private void compare(Endpoint endpoint) {
        Expectation expected = table.get(endpoint.key());
        Map<Case, SightRule.Subject> facts = world.facts(papers, expected.kind());
        people.forEach(persona -> {
            List<Paper> unseen = papers.values().stream().filter(p -> !SightRule.sees(persona.sight(), facts.get(p.kind()))).toList();
            if (!expected.aboutSubject() || !expected.lets(persona.sight().rights())) {
                boolean let = expected.lets(persona.sight().rights());
                Paper about = expected.aboutSubject() || endpoint.writes() ? papers.get(Case.OTHER_UNIT) : null;
                Wanderer.Answer answer = requests.send(endpoint, expected, about, persona.pages(), persona.writer());
                judge(endpoint, persona, "", let ? Fate.LET_IN : Fate.FORBIDDEN, answer);
                if (about == null && let) {
                    readThrough(endpoint, persona, answer);
                }
                return;
            }
            Wanderer.Answer missing = requests.send(endpoint, expected, Requests.NONE, persona.pages(), persona.writer());
            judge(endpoint, persona, "what there is not", Fate.UNKNOWN, missing);
            for (Paper paper : some(endpoint, persona, unseen)) {
                boolean seen = !unseen.contains(paper);
                Wanderer.Answer answer = requests.send(endpoint, expected, paper, persona.pages(), persona.writer());
                judge(endpoint, persona, paper.kind().name(), seen ? Fate.LET_IN : Fate.UNKNOWN, answer);
                unseen.stream().filter(p -> answer.text().contains(p.mark()))
                        .forEach(p -> wrong.add(persona.name() + " " + endpoint.key() + " names " + p.kind()));
                if (!seen && !requests.alike(endpoint, expected, paper, answer, missing)) {
                    wrong.add(persona.name() + " " + endpoint.key() + " tells that " + paper.kind() + " exists");
                }
            }
        });
    }

    private List<Paper> some(Endpoint endpoint, Persona persona, List<Paper> unseen) {
        List<Paper> seen = new ArrayList<>(papers.values());
        seen.removeAll(unseen);
        List<Paper> hidden = new ArrayList<>(unseen);
        int turn = Math.floorMod((endpoint.key() + persona.name()).hashCode(), 60);
        Collections.rotate(seen, turn);
        Collections.rotate(hidden, turn);
        return Stream.concat(seen.stream().limit(ALL ? 9 : 1), hidden.stream().limit(ALL ? 9 : 2)).toList();
    }

    /** A page about no paper in particular: what does it say of incoming ones? */
    private void readThrough(Endpoint endpoint, Persona persona, Wanderer.Answer answer) {
        Map<Case, SightRule.Subject> facts = world.facts(papers, "incoming");
        for (Paper paper : papers.values()) {
            if (answer.text().contains(paper.mark())) {
                if (SightRule.sees(persona.sight(), facts.get(paper.kind()))) {
                    named.add(endpoint.key());
                } else {
                    wrong.add(persona.name() + " " + endpoint.key() + " names " + paper.kind());
                }
            }
        }
    }

    private enum Fate { LET_IN, FORBIDDEN, UNKNOWN }

    private void judge(Endpoint endpoint, Persona persona, String about, Fate fate, Wanderer.Answer answer) {
        int status = answer.status();
        boolean right = switch (fate) {
            case FORBIDDEN -> status == 403;
            case UNKNOWN -> status == 404;
            case LET_IN -> !answer.location().endsWith("/login") && status < 500 && status != 401 && status != 403
                    && (endpoint.writes() || status < 400 || status == 409 || status == 422 || status == 404 && table.get(endpoint.key()).flag().equals("empty"));
        };
        if (!right) {
            wrong.add(persona.name() + " " + endpoint.key() + " " + about + ": " + fate + " expected, answered " + status);
        }
    }
}
