package org.sanban.checking;

import java.time.Duration;
import java.time.Instant;
import org.sanban.audit.RecurringJob;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Once a day what was signed since becomes familiar (疑似白名单): the rules are compiled again with the papers of the last year. */
@Component
class Learning implements RecurringJob {

    private final RuleRows rows;

    Learning(RuleRows rows) {
        this.rows = rows;
    }

    @Override
    public String name() {
        return "checking.learning";
    }

    @Override
    public Duration every() {
        return Duration.ofDays(1);
    }

    @Override
    @Transactional
    public void run(Instant at) {
        rows.countUp();
    }
}
