package org.sanban.search;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sanban.audit.SubjectRef;
import org.sanban.files.Attachment;
import org.sanban.files.Attachments;
import org.sanban.workflow.spi.SearchText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes what one subject is found by: title, number, counterpart, names of its files, and the text of its kind. */
@Component
class SearchIndex {

    /** Characters of a piece; the next begins a little before its end, so that no phrase falls between two. */
    private static final int PIECE = 6000;
    private static final int OVERLAP = 60;

    private record Head(long handling, String title, @Nullable String number, @Nullable String counterpart, OffsetDateTime dated) {}

    private final JdbcClient jdbc;
    private final Attachments attachments;
    private final Map<String, SearchText> texts;

    SearchIndex(JdbcClient jdbc, Attachments attachments, List<SearchText> texts) {
        this.jdbc = jdbc;
        this.attachments = attachments;
        this.texts = texts.stream().collect(Collectors.toMap(SearchText::kind, Function.identity()));
    }

    /** Writes the entry anew. Two at once on one subject come one after the other; the later one reads the later state. */
    @Transactional
    void write(SubjectRef subject, Instant at) {
        jdbc.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended(?, 31))) as held").param(subject.toString())
                .query(Integer.class).single();
        jdbc.sql("select id, title, number, counterpart, started_at from handling where subject_kind = ? and subject_id = ?")
                .params(subject.kind(), subject.id())
                .query((row, n) -> new Head(row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getObject(5, OffsetDateTime.class)))
                .optional()
                .ifPresent(head -> write(subject, head, at));
    }

    private void write(SubjectRef subject, Head head, Instant at) {
        String number = Objects.requireNonNullElse(head.number(), "");
        String text = String.join("\n", Objects.requireNonNullElse(head.counterpart(), ""), textOf(subject), namesOfFiles(subject)).strip();
        Lexemes title = Lexemes.kept(head.title(), number);
        List<String> pieces = pieces(text);
        List<Lexemes> words = new ArrayList<>(pieces.stream().map(piece -> Lexemes.kept(piece)).toList());
        words.set(0, Lexemes.kept(head.title(), number, pieces.getFirst()));
        Set<String> bag = new TreeSet<>();
        words.forEach(piece -> bag.addAll(piece.texts()));
        long entry = jdbc.sql("""
                insert into search_entry (handling_id, subject_kind, subject_id, dated, title, bag, indexed_at)
                values (?, ?, ?, ?, cast(? as tsvector), cast(? as tsvector), ?)
                on conflict (subject_kind, subject_id) do update
                   set title = excluded.title, bag = excluded.bag, dated = excluded.dated, indexed_at = excluded.indexed_at
                returning id""")
                .params(head.handling(), subject.kind(), subject.id(), head.dated(), title.vector() + " " + Month.of(head.dated()),
                        bag.stream().map(w -> "'" + w + "'").collect(Collectors.joining(" ", "", " " + Month.of(head.dated()))), at.atOffset(ZoneOffset.UTC))
                .query(Long.class).single();
        jdbc.sql("delete from search_piece where entry_id = ?").param(entry).update();
        for (int no = 0; no < pieces.size(); no++) {
            jdbc.sql("insert into search_piece (entry_id, no, words, text) values (?, ?, cast(? as tsvector), ?)")
                    .params(entry, no, words.get(no).vector(), pieces.get(no)).update();
        }
    }

    private String textOf(SubjectRef subject) {
        SearchText text = texts.get(subject.kind());
        return text == null ? "" : text.text(subject.id());
    }

    private String namesOfFiles(SubjectRef subject) {
        return attachments.of(subject).stream().filter(file -> file.voided() == null).map(Attachment::name).collect(Collectors.joining("\n"));
    }

    private static List<String> pieces(String text) {
        int[] points = text.codePoints().toArray();
        List<String> pieces = new ArrayList<>();
        int from = 0;
        do {
            int to = Math.min(points.length, from + PIECE);
            pieces.add(new String(points, from, to - from));
            from = to == points.length ? to : to - OVERLAP;
        } while (from < points.length);
        return pieces;
    }
}
