package org.sanban.reports;

import org.sanban.workflow.spi.SubjectKind;
import org.springframework.stereotype.Component;

/** 月报 as a kind of subject. */
@Component
class MonthlyKind implements SubjectKind {

    @Override
    public String kind() {
        return MonthlyReports.KIND;
    }

    @Override
    public String href(long id) {
        return "/reports/monthly/" + id;
    }

    @Override
    public String tab() {
        return "affairs";
    }
}
