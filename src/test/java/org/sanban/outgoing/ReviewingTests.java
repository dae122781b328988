package org.sanban.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.sanban.people.DelegationForm;
import org.sanban.people.Delegations;
import org.sanban.workflow.Act;
import org.springframework.beans.factory.annotation.Autowired;

/** The review sheet with its five focuses, signatures in the place of another, recipients under a collective name. */
class ReviewingTests extends OutgoingTest {

    @Autowired
    ReviewSheets sheets;

    @Autowired
    Delegations delegations;

    @Test
    void theFiveFocusesAreKeptForTheTextThatWasReadAndFinishingAttestsTheOthers() {
        long id = reviewing();
        String first = paper(id, "S007").sha256();
        found(id, new ReviewSheets.Found(ReviewSheets.Focus.GROUNDS, true, "依据为常务会议议定事项"));
        write(id, "S007", "提高资金使用效益", "提高资金效益");
        complete(id, "S007", "submit");

        Map<ReviewSheets.Focus, ReviewSheets.Entry> last = sheets.of(id, office.actor("S021")).stream()
                .collect(Collectors.toMap(ReviewSheets.Entry::focus, e -> e, (a, b) -> b));
        assertThat(last).hasSize(5);
        String leaves = paper(id, "S021").sha256();
        assertThat(last.values()).allMatch(e -> e.inOrder() && e.sha256().equals(leaves) && e.by() == office.person("S007"));
        assertThat(sheets.of(id, office.actor("S021")).getFirst()).matches(e -> !e.tacit() && e.sha256().equals(first) && "依据为常务会议议定事项".equals(e.note()));
    }

    @Test
    void aProblemNeedsItsWordsAndHoldsThePaperUntilItsFocusIsFoundInOrder() {
        long id = reviewing();
        assertThatThrownBy(() -> found(id, new ReviewSheets.Found(ReviewSheets.Focus.FORM, false, " ")))
                .satisfies(e -> assertThat(((Refused) e).objections()).singleElement()
                        .matches(o -> o.code().equals("outgoing.refusal.focus-note") && "focusNote[FORM]".equals(o.field())));
        found(id, new ReviewSheets.Found(ReviewSheets.Focus.FORM, false, "引文有误"));
        assertThatThrownBy(() -> complete(id, "S007", "submit")).satisfies(e -> assertThat(codes(e)).containsExactly("outgoing.refusal.focus-open.FORM"));
        sendBack(id, "S007", "draft", false);
        write(id, "S021", "提高资金使用效益", "提高资金的使用效益");
        complete(id, "S021", "review");
        assertThatThrownBy(() -> complete(id, "S007", "submit")).satisfies(e -> assertThat(codes(e)).containsExactly("outgoing.refusal.focus-open.FORM"));
        found(id, new ReviewSheets.Found(ReviewSheets.Focus.FORM, true, null));
        complete(id, "S007", "submit");
        assertThat(sheets.of(id, office.actor("S007")).stream().filter(e -> e.focus() == ReviewSheets.Focus.FORM)).extracting(ReviewSheets.Entry::inOrder)
                .containsExactly(false, true);
    }

    @Test
    void aLeaderSignsInThePlaceOfAnotherAndIsNamedAsDeputyButAClerkWithTheTrayMayNot() {
        long[] lent = {lend("S001", "S002"), lend("L02", "S018")};
        try {
            long id = reviewing();
            complete(id, "S007", "submit");
            complete(id, "S007", "sign", Act.Pick.person(office.person("S001")));
            signing.sign(id, paper(id, "S002").sha256(), Act.Opinion.written("同意"), "number", List.of(), office.actor("S002"), office.now(), request());
            Approval signed = approvals.of(id, office.actor("S021")).stream().filter(Approval::signs).findFirst().orElseThrow();
            assertThat(signed.deputy()).isTrue();
            assertThat(signed.person()).isEqualTo(office.person("S001"));
            assertThat(signed.enteredBy()).isEqualTo(office.person("S002"));
            assertThat(signed.living()).isTrue();

            long other = reviewing();
            complete(other, "S007", "submit");
            complete(other, "S007", "sign", Act.Pick.person(office.person("L02")));
            assertThatThrownBy(() -> sign(other, "S018")).satisfies(e -> assertThat(codes(e)).containsExactly("outgoing.refusal.may-not-sign-for"));
            assertThat(step(other)).isEqualTo("sign");
        } finally {
            delegations.revoke(office.person("S001"), lent[0], Actor.SYSTEM, office.now());
            delegations.revoke(office.person("L02"), lent[1], Actor.SYSTEM, office.now());
        }
    }

    @Test
    void aCollectiveNameIsALineForEachBodyItMeansAndThoseOfWhomSomeArePickedAreAskedFor() {
        Draft d = letter();
        long id = begun(change(d, d.title(), d.body(), List.of(Draft.Recipient.of("各市（州）人民政府，省直有关部门"), to("ORG-CC"))));
        complete(id, "S021", "review");
        complete(id, "S007", "submit");
        complete(id, "S007", "sign", Act.Pick.person(office.person("S001")));
        sign(id, "S001");
        complete(id, "S009", "number");
        List<Dispatching.NewLine> lines = dispatching.proposed(id, office.actor("S009"));
        long cities = organizations.all().stream().filter(o -> o.active() && o.type().equals("GOVERNMENT") && o.tier() == 2).count();

        assertThat(lines.stream().filter(l -> "各市（州）人民政府".equals(l.collective()))).hasSize((int) cities).allMatch(l -> l.copies() == 1);
        assertThat(lines).extracting(Dispatching.NewLine::name).doesNotHaveDuplicates();
        assertThat(lines.stream().filter(Dispatching.NewLine::picked)).isNotEmpty().allMatch(Dispatching.NewLine::leftOut);
        lines.stream().filter(l -> !l.picked()).forEach(l -> dispatching.add(id, l, office.actor("S009"), office.now(), request()));
        assertThat(dispatching.proposed(id, office.actor("S009"))).isNotEmpty().allMatch(Dispatching.NewLine::picked);
        Dispatching.NewLine one = lines.stream().filter(Dispatching.NewLine::picked).findFirst().orElseThrow();
        dispatching.add(id, one.with(2, one.channel()), office.actor("S009"), office.now(), request());
        assertThat(dispatching.proposed(id, office.actor("S009"))).isEmpty();
    }

    private void found(long id, ReviewSheets.Found... found) {
        sheets.record(id, List.of(found), office.actor("S007"), office.now());
    }

    private long lend(String from, String to) {
        return delegations.give(
                office.person(from), new DelegationForm(office.person(to), LocalDate.of(2026, 6, 15), LocalDate.of(2026, 6, 20), "出访"), Actor.SYSTEM, office.now());
    }
}
