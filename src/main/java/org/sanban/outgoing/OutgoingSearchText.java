package org.sanban.outgoing;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sanban.workflow.spi.SearchText;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The words by which an outgoing paper is found. */
@Component
class OutgoingSearchText implements SearchText {

    private final Outgoings outgoings;

    OutgoingSearchText(Outgoings outgoings) {
        this.outgoings = outgoings;
    }

    @Override
    public String kind() {
        return OutgoingKind.KIND;
    }

    @Override
    @Transactional(readOnly = true)
    public String text(long subjectId) {
        Row row = outgoings.one(subjectId);
        Draft d = row.draft();
        Stream<String> names = Stream.concat(d.mainRecipients().stream(), d.ccRecipients().stream()).map(Draft.Recipient::name);
        return Stream.of(
                        Stream.of(row.number(), d.basis(), d.annotation(), d.body()), names, d.signatureNames().stream(), d.signers().stream(),
                        d.attachments().stream().map(Draft.Annex::title))
                .flatMap(s -> s)
                .filter(Objects::nonNull)
                .filter(s -> !s.isBlank())
                .collect(Collectors.joining("\n"));
    }
}
