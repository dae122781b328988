package org.sanban.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sanban.archive.Shelved;
import org.sanban.audit.SubjectRef;
import org.sanban.jobs.FailedWorks;
import org.sanban.people.Clearance;
import org.sanban.testing.OfficeTest;
import org.sanban.workflow.Card;
import org.sanban.workflow.Urgency;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class SearchTests extends OfficeTest {

    private static final AtomicLong IDS = new AtomicLong(3_000_000);

    @Autowired
    Shelved.Hand hand;

    @Autowired
    Search search;

    @Autowired
    Indexing indexing;

    @Autowired
    SearchIndex index;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    FailedWorks failed;

    private SubjectRef letter;

    @BeforeEach
    void aLetterIsThere() {
        letter = subject("S017", "云岭省财政厅关于专项资金管理办法意见的复函", "岭财函〔2026〕88号", "云岭省财政厅", Clearance.NONE,
                "强降雨期间物流枢纽的防汛资金，由澄川港区垫付。汛");
    }

    private SubjectRef subject(String by, String title, String number, String sender, Clearance clearance, String text) {
        SubjectRef subject = new SubjectRef("shelved", IDS.incrementAndGet());
        Shelved.TEXTS.put(subject.id(), text);
        hand.start(by, new Card(title, number, sender, Urgency.NORMAL, clearance, office.unit("MSS"), null, Map.of()), subject);
        indexing.run(office.now());
        return subject;
    }

    private List<String> found(String q, String by) {
        return search.find(new SearchQuery(q, null, null, null), null, 1000, office.actor(by)).stream().map(Hit::subject).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "岭财函〔2026〕88号", "岭财函2026 88", "岭财函[2026]88号", "岭财函(2026)88号", "岭财函（2026）88", "岭财函２０２６　８８", "财函 88", "岭财函〔2026〕",
        "财政厅", "云岭省财政厅", "降雨", "物流枢纽", "澄川 资金", "垫", "汛", "强降雨期间物流"
    })
    void itIsFoundByItsNumberInAnyFormBySenderAndByWords(String q) {
        assertThat(found(q, "S017")).contains(letter.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"岭财函2026 8", "岭财函〔2025〕88号", "雨期物流", "降雨枢纽", "财汛", "188", "’; drop table search_entry; --", "雨间"})
    void itIsNotFoundByWhatItDoesNotSay(String q) {
        assertThat(found(q, "S017")).doesNotContain(letter.toString());
    }

    @Test
    void nothingIsFoundByNothing() {
        assertThat(found("", "S017")).isEmpty();
        assertThat(found("〔〕 '  & | ! :*", "S017")).isEmpty();
    }

    @Test
    void whoMayNotSeeItDoesNotFindIt() {
        SubjectRef secret = subject("S017", "关于琥珀计划的函", "岭密函〔2026〕9号", "云岭省商务厅", Clearance.WORK_SENSITIVE, "");
        assertThat(found("琥珀", "S006")).contains(secret.toString());
        assertThat(found("琥珀", "S028")).isEmpty();
        assertThat(found("琥珀", "S018")).doesNotContain(secret.toString());
        assertThat(found("财政厅", "S028")).doesNotContain(letter.toString());
    }

    @Test
    void aHitInTheTitleStandsBeforeALaterOneInTheText() {
        SubjectRef inTitle = subject("S017", "翡翠湖治理请示", "澄政〔2026〕1号", "澄川市人民政府", Clearance.NONE, "");
        clock.set("2026-06-16T09:00");
        SubjectRef inText = subject("S017", "一般来函", "澄政〔2026〕2号", "澄川市人民政府", Clearance.NONE, "提到翡翠湖一次");
        assertThat(found("翡翠湖", "S017")).containsExactly(inTitle.toString(), inText.toString());
        Hit hit = search.find(new SearchQuery("翡翠湖", null, null, null), null, 5, office.actor("S017")).getLast();
        assertThat(hit.snippet()).contains(new Hit.Segment("翡翠湖", true));
    }

    @Test
    void pagesByKeyLoseNoneAndRepeatNone() {
        for (int n = 0; n < 5; n++) {
            subject("S017", n % 2 == 0 ? "玛瑙滩方案" : "方案", "玛〔2026〕" + n + "号", "某厅", Clearance.NONE, "玛瑙滩");
        }
        List<String> all = found("玛瑙滩", "S017");
        List<Hit> first = search.find(new SearchQuery("玛瑙滩", null, null, null), null, 4, office.actor("S017"));
        List<Hit> rest = search.find(new SearchQuery("玛瑙滩", null, null, null), first.getLast().cursor(), 4, office.actor("S017"));
        assertThat(all).hasSize(5);
        assertThat(first).hasSize(4);
        assertThat(rest).hasSize(1).extracting(Hit::subject).containsExactly(all.getLast());
    }

    @Test
    void theLatestHitIsFoundFirstHoweverLongAgoItWasAndHoweverMuchCameSince() {
        SubjectRef ancient = began(subject("S017", "孔雀石矿请示", "孔〔2006〕1号", "某厅", Clearance.NONE, ""), 240);
        SubjectRef spring = began(subject("S017", "孔雀石矿复函", "孔〔2026〕2号", "某厅", Clearance.NONE, ""), 3);
        SubjectRef inText = began(subject("S017", "来函", "孔〔2006〕3号", "某厅", Clearance.NONE, "提到孔雀石一次"), 230);
        jdbc.sql("insert into search_entry (handling_id, subject_kind, subject_id, dated, title, bag, indexed_at) select handling_id, 'since', n, :now, '', '', :now"
                        + " from search_entry cross join generate_series(1, 1100) n where subject_kind = :kind and subject_id = :id")
                .param("now", office.now().atOffset(ZoneOffset.UTC)).param("kind", letter.kind()).param("id", letter.id()).update();
        try {
            SearchQuery query = new SearchQuery("孔雀石", null, null, null);
            Hit first = search.find(query, null, 1, office.actor("S017")).getFirst();
            Hit second = search.find(query, first.cursor(), 1, office.actor("S017")).getFirst();
            Hit third = search.find(query, second.cursor(), 1, office.actor("S017")).getFirst();
            assertThat(List.of(first, second, third)).extracting(Hit::subject).containsExactly(spring.toString(), ancient.toString(), inText.toString());
            assertThat(found("孔雀石", "S017")).containsExactly(spring.toString(), ancient.toString(), inText.toString());
        } finally {
            jdbc.sql("delete from search_entry where subject_kind = 'since'").update();
        }
    }

    private SubjectRef began(SubjectRef subject, int monthsAgo) {
        jdbc.sql("update handling set started_at = started_at - make_interval(months => :months) where subject_kind = :kind and subject_id = :id")
                .param("months", monthsAgo).param("kind", subject.kind()).param("id", subject.id()).update();
        index.write(subject, office.now());
        return subject;
    }

    @Test
    void aPhraseFarDownInALongTextIsFound() {
        SubjectRef longText = subject("S017", "长文", "长〔2026〕1号", "某厅", Clearance.NONE, "会议指出要抓好落实。".repeat(3000) + "琉璃厂搬迁");
        assertThat(found("琉璃厂搬迁 落实", "S017")).contains(longText.toString());
    }

    @Test
    void aWordLongerThanTheDatabaseKeepsHidesNoSubject() {
        String pasted = "QUJD".repeat(1_000);
        SubjectRef subject = subject("S017", "附有编码的函", "码〔2026〕1号", "某厅", Clearance.NONE, pasted);
        assertThat(found("附有编码", "S017")).contains(subject.toString());
    }

    @Test
    void promise12_whatCannotBeIndexedIsTriedAgainAndVisible() {
        SubjectRef broken = new SubjectRef("shelved", IDS.incrementAndGet());
        Shelved.BROKEN.add(broken.id());
        hand.start("S017", new Card("珊瑚礁报告", null, null, Urgency.NORMAL, Clearance.NONE, office.unit("MSS"), null, Map.of()), broken);
        indexing.run(office.now());
        assertThat(failed.open(100)).anyMatch(work -> broken.equals(work.subject()) && work.work().equals("search.index"));
        Shelved.BROKEN.remove(broken.id());
        clock.forward(java.time.Duration.ofHours(2));
        indexing.run(office.now());
        assertThat(failed.open(100)).noneMatch(work -> broken.equals(work.subject()));
        assertThat(found("珊瑚礁", "S017")).contains(broken.toString());
    }
}
