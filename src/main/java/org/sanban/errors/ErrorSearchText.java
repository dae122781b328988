package org.sanban.errors;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sanban.workflow.spi.SearchText;
import org.springframework.stereotype.Component;

/** The words by which an error is found: what everybody may read of it, nothing of those that few may read. */
@Component
class ErrorSearchText implements SearchText {

    private final ErrorRows rows;

    ErrorSearchText(ErrorRows rows) {
        this.rows = rows;
    }

    @Override
    public String kind() {
        return ErrorKind.KIND;
    }

    @Override
    public String text(long subjectId) {
        ErrorRecord e = rows.one(subjectId);
        return e.openness() != Openness.OPEN_IN_OFFICE ? e.no() : Stream.of(
                        e.no(), e.description(), e.shouldBe(), e.effect(), e.about().words(), e.correction().text(), e.cause().text(), String.join("\n", e.cause().whys()))
                .filter(Objects::nonNull).collect(Collectors.joining("\n"));
    }
}
