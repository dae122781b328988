package org.sanban.reports;

import org.sanban.workflow.spi.PlainKind;
import org.springframework.stereotype.Component;

/** 月报 as a kind of subject. */
@Component
class MonthlyKind extends PlainKind {

    MonthlyKind() {
        super(MonthlyReports.KIND, "/reports/monthly/", "affairs");
    }
}
