package org.sanban.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sanban.demo.SampleOffice.text;

import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.sanban.affairs.Affair;
import org.sanban.affairs.AffairKind;
import org.sanban.affairs.AffairReporting;
import org.sanban.affairs.Affairs;
import org.sanban.affairs.Feedback;
import org.sanban.affairs.State;
import org.sanban.demo.SampleOffice;
import org.sanban.people.Actor;
import org.sanban.workflow.Positions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * The ten affairs of the sample office through their ways (issue 6, shows 1). The end of each kind of way that no other journey shows is
 * done in pages: a proposal is answered with its class, a petition in writing, a ticket served and confirmed, a duty report ended.
 */
class SampleAffairJourneyTests extends NextDoorTest {

    @Autowired ApplicationContext context;
    @Autowired Affairs affairs;
    @Autowired AffairReporting reporting;
    @Autowired Positions positions;
    @Autowired JdbcClient jdbc;

    private final Looking looking = new Looking();

    @Test
    void allTenComeToTheirEndAsTheFileSays() {
        SampleOffice sample = new SampleOffice(context);
        Map<String, Long> ids = new HashMap<>();
        SampleOffice.affairs().forEach(one -> ids.put(text(one, "id"), sample.affair(inPages(one) ? withoutItsEnd(one) : one)));
        try (Desks desks = new Desks(port, clock)) {
            for (JsonNode one : SampleOffice.affairs().stream().filter(SampleAffairJourneyTests::inPages).sorted(java.util.Comparator.comparing(a -> text(end(a), "at"))).toList()) {
                desks.at(sample.time(text(end(one), "at")));
                finish(one, ids.get(text(one, "id")), desks, sample);
            }
            desks.at(sample.time("2026-10-12T09:00"));
            for (JsonNode one : SampleOffice.affairs()) {
                asTheFileSays(one, ids.get(text(one, "id")), desks);
            }
            assertThat(desks.open("S019", "/affairs/" + ids.get("AF-2026-006")).locator("main")).not().containsText("征地");
            looking.at(desks.browser("S016"), "affair-closed");
        }
        assertThat(looking.faults()).isEmpty();
    }

    private static boolean inPages(JsonNode one) {
        return List.of("PROPOSAL_NPC", "PETITION", "RETIREE_SERVICE", "DUTY_INFO").contains(text(one, "category"));
    }

    private static JsonNode end(JsonNode one) {
        return one.get("history").get(one.get("history").size() - 1);
    }

    private static JsonNode withoutItsEnd(JsonNode one) {
        JsonNode copy = one.deepCopy();
        ArrayNode history = (ArrayNode) copy.get("history");
        history.remove(history.size() - 1);
        return copy;
    }

    private void finish(JsonNode one, long id, Desks desks, SampleOffice sample) {
        String owner = text(one, "owner");
        String href = "/affairs/" + id;
        Page page = desks.open(owner, href);
        switch (text(one, "category")) {
            case "PROPOSAL_NPC" -> {
                Desks.act(page, "合格，送答复", "答复稿合格。");
                page.locator("[name=answerClass][value=" + text(one, "answer_class") + "]").check();
                page.locator("#f-answer").fill(fed(one));
                Desks.press(page.locator("#answer .acts button"));
                Desks.act(page, "已答复，送回访");
                page.locator("[name=satisfaction][value=" + text(one, "satisfaction") + "]").check();
                Desks.press(page.locator("#ask .acts button"));
                Desks.act(page, "办结");
                toTheArchive(page, id, sample);
            }
            case "PETITION" -> {
                page.locator("#f-result").fill(fed(one));
                Desks.press(page.locator("#result .acts button"));
                Desks.act(page, "已书面答复，办结");
                toTheArchive(page, id, sample);
            }
            case "RETIREE_SERVICE" -> {
                Desks.act(page, "已办理，送申请人确认", text(end(one), "note"));
                Desks.act(desks.open("S014", href), "已解决");
            }
            default -> Desks.act(page, "终报", text(end(one), "note"));
        }
    }

    private void toTheArchive(Page page, long id, SampleOffice sample) {
        Desks.act(page, "移交档案室");
        sample.takeIn(AffairKind.ref(id), clock.instant());
    }

    /** The words of the last feedback. */
    private static String fed(JsonNode one) {
        return history(one).filter(step -> text(step, "step").equals("FEEDBACK")).map(step -> text(step, "note")).reduce((a, b) -> b).orElse("");
    }

    private static java.util.stream.Stream<JsonNode> history(JsonNode one) {
        return StreamSupport.stream(one.get("history").spliterator(), false);
    }

    private void asTheFileSays(JsonNode one, long id, Desks desks) {
        String name = text(one, "id");
        Affair affair = affairs.one(id, Actor.SYSTEM);
        assertThat(affair.state().closed()).as(name).isTrue();
        assertThat(positions.of(AffairKind.ref(id), Actor.SYSTEM).orElseThrow().step()).as(name + " lies before nobody").isNull();
        List<Feedback> told = reporting.of(id, Actor.SYSTEM);
        assertThat(told.stream().filter(f -> f.kind() == Feedback.Kind.FEEDBACK).map(Feedback::words)).as(name)
                .containsExactlyElementsOf(history(one).filter(step -> text(step, "step").equals("FEEDBACK")).map(step -> text(step, "note")).toList());
        assertThat(told.stream().filter(f -> f.kind() == Feedback.Kind.FEEDBACK)).as("none without evidence").allMatch(f -> !f.files().isEmpty());
        assertThat(reporting.verdicts(id, Actor.SYSTEM).stream().filter(v -> !v.approved()).count()).as(name + " sent back")
                .isEqualTo(history(one).filter(step -> text(step, "result").equals("REDO")).count());
        if (one.has("answer_class")) {
            assertThat(affair.answer().kind()).as(name).isEqualTo(text(one, "answer_class"));
            assertThat(String.valueOf(affair.answer().satisfaction())).as(name).isEqualTo(text(one, "satisfaction"));
        }
        assertThat(affair.sensitive()).as(name).isEqualTo(one.path("sensitive").asBoolean(false));
        assertThat(jdbc.sql("select exists (select 1 from task t join handling h on h.id = t.handling_id where h.subject_kind = 'affair' and h.subject_id = ? and t.step = 'handle' and t.late)")
                .param(id).query(Boolean.class).single()).as(name + " late").isEqualTo(history(one).anyMatch(step -> step.path("late").asBoolean(false)));
        Page page = desks.open(text(one, "owner"), "/affairs/" + id);
        assertThat(page.locator("main h1")).containsText(text(one, "title"));
        assertThat(page.locator(".bar")).containsText(String.valueOf(affair.number()));
        assertThat(page.locator(".bar")).containsText(affair.state() == State.STORED ? "已归档" : "已办结");
    }
}
