package org.sanban.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.sanban.pages.Refused;
import org.sanban.pages.Stale;
import org.sanban.workflow.Act;

class WritingTests extends OutgoingTest {

    @Test
    void aDoubleClickBeginsOnePaper() {
        String request = request();
        long first = drafts.begin(letter(), office.actor("S021"), office.now(), request);

        assertThat(drafts.begin(letter(), office.actor("S021"), office.now(), request)).isEqualTo(first);
        assertThat(step(first)).isEqualTo("draft");
    }

    @Test
    void whatIsTypedIsKeptWithEverySaveAndTheNextSaveNamesTheVersion() {
        long id = begun(Draft.EMPTY);
        Drafts.Saved saved = drafts.save(id, 0, WINDOW, letter(), office.actor("S021"), office.now());

        assertThat(saved.version()).isEqualTo(1);
        assertThat(paper(id, "S021").draft()).isEqualTo(letter());
        assertThat(saved.lease().mine()).isTrue();
    }

    @Test
    void ofTwoWindowsOnOneDraftTheStaleOneIsRefusedAndNothingIsOverwritten() {
        long id = begun();
        drafts.save(id, 0, WINDOW, with(letter(), "第一个窗口写的。"), office.actor("S021"), office.now());

        assertThatThrownBy(() -> drafts.save(id, 0, "another-window", with(letter(), "第二个窗口写的。"), office.actor("S021"), office.now())).isInstanceOf(Stale.class);
        assertThatThrownBy(() -> drafts.save(id, 1, "another-window", with(letter(), "第二个窗口写的。"), office.actor("S021"), office.now())).isInstanceOf(Stale.class);
        assertThat(paper(id, "S021").draft().body()).isEqualTo("第一个窗口写的。");
    }

    @Test
    void whoeverWritesIsSeenAndTakingOverIsAnActOfItsOwn() {
        long id = begun();
        leases.take(id, WINDOW, office.actor("S021"), office.now());

        assertThat(leases.of(id, null, office.actor("S021"), office.now()).holderName()).isEqualTo("滕以宁");
        assertThatThrownBy(() -> leases.take(id, "another-window", office.actor("S021"), office.now()))
                .satisfies(e -> assertThat(codes(e)).containsExactly("outgoing.refusal.being-written"));
        leases.takeOver(id, "another-window", office.actor("S021"), office.now());
        assertThatThrownBy(() -> leases.heartbeat(id, WINDOW, office.actor("S021"), office.now())).isInstanceOf(Stale.class);
        assertThatThrownBy(() -> drafts.save(id, 0, WINDOW, with(letter(), "旧窗口。"), office.actor("S021"), office.now())).isInstanceOf(Stale.class);
    }

    @Test
    void aPenThatNobodyMovesIsFreeAgain() {
        long id = begun();
        leases.take(id, WINDOW, office.actor("S021"), office.now());
        clock.forward(Duration.ofMinutes(3));

        assertThat(leases.of(id, null, office.actor("S021"), office.now()).holder()).isNull();
        assertThat(leases.take(id, "another-window", office.actor("S021"), office.now()).mine()).isTrue();
    }

    @Test
    void onlyWhoHoldsAStepThatWritesMayWrite() {
        long id = reviewing();

        assertThatThrownBy(() -> write(id, "S021", "意见", "建议")).satisfies(e -> assertThat(codes(e)).containsExactly("outgoing.refusal.not-yours-to-write"));
        write(id, "S007", "感谢你单位的支持。", "感谢支持。");
        assertThat(paper(id, "S007").draft().body()).endsWith("感谢支持。");
    }

    @Test
    void aReviewerWithAnOldTextIsRefused() {
        long id = reviewing();
        int read = paper(id, "S007").version();
        sendBack(id, "S007", "draft", false);
        write(id, "S021", "感谢", "谢谢");
        complete(id, "S021", "review");

        assertThatThrownBy(() -> drafts.save(id, read, "old-window", letter(), office.actor("S007"), office.now())).isInstanceOf(Stale.class);
        assertThatThrownBy(() -> corrections.classify(
                        id, new Corrections.Choice(1, "body", 0, 1, "x", Correction.Kind.WRONG, null), office.actor("S007"), office.now()))
                .isInstanceOf(Stale.class);
    }

    @Test
    void aDraftWithoutItsFirstCheckStaysWithItsAuthorAndTheRefusalSaysWhichQuestion() {
        long id = begun(new Draft(null, null, null, null, null, "", null, null, "", null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null, null, null, null));

        assertThatThrownBy(() -> complete(id, "S021", "review")).satisfies(e -> assertThat(codes(e))
                .contains("outgoing.refusal.first-check.secrecy", "outgoing.refusal.missing.docType", "outgoing.refusal.missing.title", "outgoing.refusal.missing.body"));
        assertThat(step(id)).isEqualTo("draft");
    }

    @Test
    void ofManySavesAtOnceOneIsTakenAndTheOthersLearnThatTheyAreOld() throws Exception {
        long id = begun();
        List<Callable<Boolean>> saves = new ArrayList<>();
        for (int n = 0; n < 8; n++) {
            String text = "写入" + n;
            saves.add(() -> {
                try {
                    drafts.save(id, 0, WINDOW, with(letter(), text), office.actor("S021"), office.now());
                    return true;
                } catch (Stale stale) {
                    return false;
                }
            });
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            long taken = 0;
            for (Future<Boolean> one : threads.invokeAll(saves)) {
                taken += one.get() ? 1 : 0;
            }
            assertThat(taken).isEqualTo(1);
        }
        assertThat(paper(id, "S021").version()).isEqualTo(1);
    }

    @Test
    void aSaveThatComesWhileThePaperIsSentOnIsInTheFrozenTextOrRefused() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (int n = 0; n < 10; n++) {
                long id = begun();
                long task = task(id, "S021");
                Draft other = with(letter(), "同时写入的正文，第" + n + "次。\n请研究。");
                Future<Boolean> save = threads.submit(() -> {
                    try {
                        drafts.save(id, 0, "window-of-S021", other, office.actor("S021"), office.now());
                        return true;
                    } catch (Refused | Stale late) {
                        return false;
                    }
                });
                Future<?> sent = threads.submit(() -> handlings.apply(
                        ref(id), Act.Complete.of(task, "review", null), office.actor("S021"), office.now(), request()));
                boolean saved = save.get();
                sent.get();
                OutgoingPaper paper = paper(id, "S021");
                assertThat(paper.frozen()).as("what lies before the next holder is what was frozen").isTrue();
                assertThat(paper.draft().body().startsWith("同时写入")).isEqualTo(saved);
            }
        }
    }
}
