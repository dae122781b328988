package org.sanban.affairs;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sanban.workflow.spi.SearchText;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The words by which an affair is found; a sensitive one by its number alone. */
@Component
class AffairSearchText implements SearchText {

    private final AffairRows rows;
    private final FeedbackRows feedback;

    AffairSearchText(AffairRows rows, FeedbackRows feedback) {
        this.rows = rows;
        this.feedback = feedback;
    }

    @Override
    public String kind() {
        return AffairKind.KIND;
    }

    @Override
    @Transactional(readOnly = true)
    public String text(long subjectId) {
        Affair a = rows.one(subjectId);
        if (a.sensitive()) {
            return String.valueOf(a.number());
        }
        return Stream.concat(Stream.of(a.no(), a.originNo(), a.source().words(), a.instruction(), a.standard(), a.result()), feedback.of(subjectId).stream().map(Feedback::words))
                .filter(Objects::nonNull).collect(Collectors.joining("\n"));
    }
}
