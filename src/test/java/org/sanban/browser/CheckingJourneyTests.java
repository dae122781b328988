package org.sanban.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sanban.checking.OfficeRule;
import org.sanban.checking.RulePublishing;
import org.sanban.checking.Rules;
import org.sanban.checks.Severity;
import org.sanban.documents.Direction;
import org.sanban.documents.DocType;
import org.sanban.documents.Medium;
import org.sanban.documents.Openness;
import org.sanban.documents.UrgencyMark;
import org.sanban.outgoing.Draft;
import org.sanban.outgoing.Drafts;
import org.sanban.outgoing.OutgoingReading;
import org.sanban.people.Clearance;
import org.sanban.people.Organizations;
import org.springframework.beans.factory.annotation.Autowired;

/** The closed loop in the browser: an error of last month becomes a rule, stops a draft today, is mended by one click, and the rule shows it. */
class CheckingJourneyTests extends BrowserTest {

    private static final String WRONG = "为贯落实省委要求，现将有关事项函告如下。\n一、请结合职责提出意见。\n二、请于2026年6月30日前反馈，认真贯落实到位。";
    private static final List<String> FIRST_CHECK = List.of("needed", "basis", "secrecy", "type", "facts");

    @Autowired
    private Drafts drafts;

    @Autowired
    private OutgoingReading reading;

    @Autowired
    private Organizations organizations;

    @Autowired
    private Rules rules;

    @Autowired
    private RulePublishing publishing;

    private final Looking looking = new Looking();
    private long rule;

    @AfterEach
    void theRuleRunsNoMoreAndEveryPageWasInOrder() {
        if (rule != 0 && rules.one(rule).state() != OfficeRule.State.RETIRED) {
            publishing.retire(rule, "试验结束", office.actor("S006"), office.now());
        }
        assertThat(looking.faults()).isEmpty();
    }

    @Test
    void anErrorOfLastMonthStopsADraftTodayIsMendedByOneClickAndThePageOfTheRuleShowsIt_promise7_promise16() {
        try (Browser responsible = browser().login("S006"); Browser drafter = browser().login("S021")) {
            Page page = responsible.page();
            responsible.open("/checks/rules/new");
            looking.at(responsible, "check-rule-new");
            page.locator("#f-originWords").fill("差〔2026〕007");
            page.locator("#f-before").fill("要贯落实省委工作要求。");
            page.locator("#f-after").fill("要贯彻落实省委工作要求。");
            page.locator("form.sheet button.go").click();
            assertThat(page.locator(".trial")).isVisible();
            rule = Long.parseLong(page.url().replaceFirst(".*/", ""));
            page.locator(".bar button.go").click();
            assertThat(page.locator(".flash.good")).isVisible();
            publishing.weigh(rule, Severity.BLOCK, office.actor("S006"), office.now());

            long id = begun();
            Page desk = drafter.page();
            drafter.open("/documents/outgoing/" + id + "/draft");
            assertThat(desk.locator("#checks [data-check]")).hasCount(2);
            assertThat(desk.locator("#checks")).containsText("差〔2026〕007");
            assertThat(desk.locator(".marks mark.BLOCK")).hasCount(2);
            looking.at(drafter, "draft-with-findings");
            assertThat(desk.locator("#checks [data-check]")).hasCount(2);
            clock.forward(java.time.Duration.ofMinutes(3));

            send(drafter, id);
            assertThat(desk.locator(".objections")).containsText("贯落实");
            assertThat(reading.one(id, null, office.actor("S021"), office.now()).step()).isEqualTo("draft");

            drafter.open("/documents/outgoing/" + id + "/draft");
            desk.locator("#checks [data-mend]").first().click();
            assertThat(desk.locator("#draft-state.good")).isVisible();
            assertThat(desk.locator("#checks [data-check]")).hasCount(1);
            assertThat(desk.locator("#f-body")).hasValue(WRONG.replaceFirst("贯落实", "贯彻落实"));
            desk.navigate("about:blank");
            withoutScripts(id);

            send(drafter, id);
            assertThat(desk.locator(".flash.good")).isVisible();

            responsible.open("/checks/rules/" + rule);
            assertThat(page.locator(".because")).containsText("差〔2026〕007");
            assertThat(page.locator("[data-figure=hits]")).hasText("2");
            assertThat(page.locator("[data-figure=stopped]")).hasText("2");
            assertThat(page.locator("[data-figure=fixed]")).containsText("2");
            looking.at(responsible, "check-rule");
            responsible.open("/checks/rules");
            looking.at(responsible, "check-rules");
        }
    }

    /** The other place is mended on the page of findings, where no script runs. */
    private void withoutScripts(long id) {
        try (Browser plain = Browser.withoutScripts(port).login("S021")) {
            plain.open("/checks/findings?subject=outgoing/" + id);
            plain.page().locator("form[action='/checks/corrections'] button").click();
            assertThat(plain.page().locator(".flash.good")).isVisible();
            assertThat(plain.page().locator("[data-check]")).hasCount(0);
        }
        assertThat(reading.one(id, null, office.actor("S021"), office.now()).draft().body()).isEqualTo(WRONG.replace("贯落实", "贯彻落实"));
    }

    private static void send(Browser drafter, long id) {
        Page desk = drafter.page();
        drafter.open("/documents/outgoing/" + id);
        Looking.settle(desk);
        Walk.press(desk, "送核稿");
        desk.locator("main form button.go").last().click();
    }

    private long begun() {
        Organizations.Organization to = organizations.byCode("ORG-CZT").orElseThrow();
        Draft draft = new Draft(
                DocType.LETTER, Direction.LATERAL, Medium.PAPER, organizations.byCode("ORG-YLB").orElseThrow().id(), List.of(),
                "云岭省人民政府办公厅关于征求意见的函", List.of(new Draft.Recipient(to.name(), to.id(), null)), List.of(), WRONG, List.of(),
                List.of("云岭省人民政府办公厅"), List.of(), "（联系人：滕以宁，电话：000-0000-6151）", Openness.NOT_OPEN, "征求意见的公文", UrgencyMark.NONE,
                Clearance.NONE, false, false, null, null, null, false, false, false, "会议议定事项", null, 10,
                FIRST_CHECK.stream().collect(java.util.stream.Collectors.toMap(q -> q, q -> true)));
        return drafts.begin(draft, office.actor("S021"), office.now(), UUID.randomUUID().toString());
    }
}
