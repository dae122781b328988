package org.sanban.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sanban.pages.Refused;
import org.sanban.people.Actor;
import org.springframework.beans.factory.annotation.Autowired;

class IncomingNumbersTests extends PaperTest {

    @Autowired
    IncomingNumbers numbers;

    @Test
    void promise1_thirtyTwoClerksAtOnceGiveNumbersWithoutGapOrTwinAlsoWhereSomeAreUndone() throws Exception {
        int before = numbers.last(2026);
        List<Callable<Integer>> clerks = new ArrayList<>();
        for (int n = 0; n < 128; n++) {
            boolean undone = n % 4 == 3;
            clerks.add(() -> undone ? undone() : registeredSeq());
        }
        List<Integer> given = new ArrayList<>();
        try (var pool = Executors.newFixedThreadPool(32)) {
            for (Future<Integer> one : pool.invokeAll(clerks)) {
                if (one.get() > 0) {
                    given.add(one.get());
                }
            }
        }
        assertThat(given).containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(before + 1, before + 96).boxed().toList());
    }

    @Test
    void theNumberIsWrittenAsThisOfficeWritesIt() {
        long id = registered(letter());

        assertThat(number(id)).matches("收〔2026〕\\d+");
    }

    @Test
    void aRegisterOnPaperIsContinuedWithTheReasonAndNeverBackwards() {
        int last = numbers.last(2031);
        numbers.continueAfter(2031, last + 100, "接续纸质登记簿", Actor.SYSTEM, now());

        assertThat(inTransaction(() -> numbers.next(2031)).seq()).isEqualTo(last + 101);
        assertThatThrownBy(() -> numbers.continueAfter(2031, last + 50, "倒退", Actor.SYSTEM, now())).isInstanceOf(Refused.class);
    }

    @Test
    void eachYearBeginsWithOne() {
        assertThat(inTransaction(() -> numbers.next(2032)).text()).isEqualTo("收〔2032〕1");
    }

    private int registeredSeq() {
        long id = registered(letter());
        return inTransaction(() -> papers.one(id).inSeq);
    }

    private int undone() {
        assertThatThrownBy(() -> inTransaction(() -> {
            numbers.next(2026);
            throw new IllegalStateException("the clerk's machine went off");
        })).isInstanceOf(IllegalStateException.class);
        return 0;
    }
}
