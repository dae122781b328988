package org.sanban.documents;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sanban.workflow.spi.SearchText;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The words by which an incoming paper is found. */
@Component
class IncomingSearchText implements SearchText {

    private final Papers papers;
    private final IncomingNotes notes;

    IncomingSearchText(Papers papers, IncomingNotes notes) {
        this.papers = papers;
        this.notes = notes;
    }

    @Override
    public String kind() {
        return IncomingKind.KIND;
    }

    @Override
    @Transactional(readOnly = true)
    public String text(long subjectId) {
        IncomingDocument paper = papers.one(subjectId);
        Particulars p = paper.particulars;
        Stream<String> lists = Stream.of(p.mainRecipients(), p.ccRecipients(), p.signers(), p.keywords()).map(names -> String.join(" ", names));
        Stream<String> reply = notes.reply(subjectId).stream().flatMap(r -> Stream.of(r.number(), r.text()));
        return Stream.of(Stream.of(paper.inNo, p.docNumber(), p.senderName(), p.answersNumber(), p.contactName(), p.body()), lists, reply)
                .flatMap(s -> s)
                .filter(Objects::nonNull)
                .filter(s -> !s.isBlank())
                .collect(Collectors.joining("\n"));
    }
}
