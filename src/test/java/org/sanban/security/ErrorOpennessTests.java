package org.sanban.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sanban.errors.Errors;
import org.sanban.errors.Openness;
import org.sanban.errors.Report;
import org.sanban.errors.Reporting;
import org.sanban.errors.Restricted;
import org.sanban.errors.Source;
import org.sanban.errors.Understanding;
import org.sanban.people.Actor;
import org.sanban.workflow.Act;
import org.sanban.workflow.Handlings;
import org.sanban.workflow.Positions;
import org.springframework.beans.factory.annotation.Autowired;

/** How far an error is known (openness): to everybody here, to its division, or to few. Each through every door, for those who may and those who may not. */
class ErrorOpennessTests extends DoorTest {

    /** Keeps the register; head of MSS; in charge of it; told it; was named. */
    private static final List<String> CONCERNED = List.of("S006", "S017", "S002", "S014", "S018");
    /** Colleague elsewhere; reads all subjects; supervises; archivist; head elsewhere; leader not in charge; the three administrators. */
    private static final List<String> OTHERS = List.of("S013", "S008", "S015", "S010", "S012", "S004", "A01", "A02", "A03");

    @Autowired
    Reporting reporting;

    @Autowired
    Understanding understanding;

    @Autowired
    Restricted restricted;

    @Autowired
    Errors errors;

    @Autowired
    Handlings handlings;

    @Autowired
    Positions positions;

    @ParameterizedTest
    @EnumSource(Openness.class)
    void whatIsNotOpenIsReadByThoseConcernedAlone(Openness openness) {
        String word = "知悉" + UUID.randomUUID().toString().substring(0, 8);
        long id = error(word, openness);
        List<String> wrong = new ArrayList<>();
        for (String code : CONCERNED) {
            if (!doors(id, code, word).contains("/errors/" + id)) {
                wrong.add(code + " is concerned and cannot read it");
            }
        }
        boolean open = openness == Openness.OPEN_IN_OFFICE;
        for (String code : OTHERS) {
            List<String> found = doors(id, code, word);
            boolean administrator = code.startsWith("A");
            if (open && !administrator && !found.containsAll(List.of("/errors/" + id, "/errors.xlsx", "/api/errors/" + id))) {
                wrong.add(code + " works here and does not find what is open: " + found);
            }
            if (!open || administrator) {
                found.forEach(door -> wrong.add(code + " reads of it behind " + door));
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Doors that say it; the word that was searched for stands in the search box, therefore it is searched by its beginning. */
    private List<String> doors(long id, String code, String word) {
        List<ErrorDoors.Found> found = new ErrorDoors(port, tokens).all(id, code, office.actor(code), office.now(), word.substring(0, 5));
        assertThat(found).as(code).allMatch(f -> f.answer().status() < 500);
        return ErrorDoors.saying(found, List.of(word));
    }

    private long error(String word, Openness openness) {
        Actor keeper = office.actor("S006");
        long id = reporting.report(Report.of(null, "DOC_OUT", Source.RECIPIENT, "附件漏印一页 " + word), office.actor("S014"), office.now(), UUID.randomUUID().toString());
        handlings.apply(errors.one(id, keeper).ref(), Act.Complete.of(positions.of(errors.one(id, keeper).ref(), keeper).orElseThrow().tasks().getFirst().id(), "confirmed", null), keeper, office.now(),
                UUID.randomUUID().toString());
        understanding.classify(id, errors.one(id, keeper).version(), new Understanding.Classification(
                "OMITTED", List.of(), "E-DO-05", "S1", office.now().minusSeconds(600), "proofread", "recipient", office.unit("MSS"), "校对人", "影响 " + word, null, openness, null), keeper, office.now());
        understanding.correct(id, errors.one(id, keeper).version(), "更正 " + word, null, keeper, office.now());
        restricted.name(id, office.person("S018"), null, null, null, keeper, office.now());
        return id;
    }
}
